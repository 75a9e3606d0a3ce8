import { ACCOUNT, BadInput, bucketAccess, cut, OTHER_ACCOUNT, role, ROLE_ARN, user, USER_ARN } from './bad-input';
import { Vendor, VendorAccessMethod, VendorAccountOptions, Vendors } from '../../src';

function account(wrong: string, id: unknown, code: BadInput['code'], shown: string, says: string): BadInput {
  return role(wrong, () => ({ vendor: Vendor.account(id as string) }), code, `vendor: received ${shown}`, says);
}

function narrowed(wrong: string, options: unknown, code: BadInput['code'], finding: string, says: string): BadInput {
  return role(wrong, () => ({ vendor: Vendor.account(ACCOUNT, options as VendorAccountOptions) }), code, finding, says);
}

function roleArn(wrong: string, arn: unknown, code: BadInput['code'], shown: string, says: string, region?: string): BadInput {
  return role(wrong, () => ({ vendor: Vendor.role(arn as string) }), code, shown, says, region);
}

const DIGITS = 'give the 12 digits of an AWS account ID';
const GIVE_ROLE = 'give the ARN of an IAM role, arn:aws:iam::<account>:role/<name>';
const NUMBER = 'give it as a string';
const NOT_A_STRING = 'give a string that is not empty';
const NARROW = 'IAM takes no wildcard in a principal; use Vendor.account with principalArns';

export const PRINCIPALS: readonly BadInput[] = [
  account('an account ID of 11 digits', '11112222333', 'AccountIdInvalid', '"11112222333"', DIGITS),
  account('an account ID of 13 digits', '1111222233334', 'AccountIdInvalid', '"1111222233334"', DIGITS),
  account('an account ID with a letter', '11112222333O', 'AccountIdInvalid', '"11112222333O"', DIGITS),
  account('an account ID with hyphens', '1111-2222-3333', 'AccountIdInvalid', '"1111-2222-3333"', DIGITS),
  account('an account ID with a line break', `${ACCOUNT}\n`, 'AccountIdInvalid', `"${ACCOUNT}\\n"`, DIGITS),
  account('a wildcard as account ID', '*', 'AccountIdInvalid', '"*"', DIGITS),
  account('an ARN as account ID', ROLE_ARN, 'AccountIdInvalid', `"${ROLE_ARN}"`, DIGITS),
  account('an empty account ID', '', 'DefinitionFieldInvalid', '""', NOT_A_STRING),
  account('a number as account ID', 111122223333, 'DefinitionFieldInvalid', '111122223333', NUMBER),
  account('no account ID', undefined, 'DefinitionFieldInvalid', 'nothing', NOT_A_STRING),
  account('null as account ID', null, 'DefinitionFieldInvalid', 'null', NOT_A_STRING),
  account('a list as account ID', [ACCOUNT], 'DefinitionFieldInvalid', 'a list of 1', NOT_A_STRING),

  roleArn('a role ARN that is none', 'ingest', 'ArnInvalid', 'vendor: received "ingest"', GIVE_ROLE),
  roleArn('an empty role ARN', '', 'ArnInvalid', 'vendor: received ""', GIVE_ROLE),
  roleArn('a role ARN without an account', 'arn:aws:iam:::role/ingest', 'ArnInvalid', 'vendor: received "arn:aws:iam:::role/ingest"', GIVE_ROLE),
  roleArn('a role ARN without a name', `arn:aws:iam::${ACCOUNT}:role/`, 'ArnInvalid', `vendor: received "arn:aws:iam::${ACCOUNT}:role/"`, GIVE_ROLE),
  roleArn('a role ARN with a region', `arn:aws:iam:eu-west-1:${ACCOUNT}:role/x`, 'ArnInvalid', `vendor: received "arn:aws:iam:eu-west-1:${ACCOUNT}:role/x"`, GIVE_ROLE),
  roleArn('a role ARN in a partition that does not exist', `arn:aws-moon:iam::${ACCOUNT}:role/x`, 'ArnInvalid', `vendor: received "arn:aws-moon:iam::${ACCOUNT}:role/x"`, GIVE_ROLE),
  roleArn('the ARN of a role with a name of 65 characters', `arn:aws:iam::${ACCOUNT}:role/${'r'.repeat(65)}`, 'ArnInvalid', `vendor: received "arn:aws:iam::${ACCOUNT}:role/${'r'.repeat(65)}"`, GIVE_ROLE),
  roleArn('a role ARN of a megabyte', `arn:aws:iam::${ACCOUNT}:role/${'r'.repeat(1e6)}`, 'ArnInvalid', `vendor: received ${cut(`"arn:aws:iam::${ACCOUNT}:role/${'r'.repeat(1e6)}"`)}`, GIVE_ROLE),
  roleArn('a wildcard in a role ARN\'s name', `arn:aws:iam::${ACCOUNT}:role/in*`, 'ArnWildcard', `vendor: received "arn:aws:iam::${ACCOUNT}:role/in*"`, NARROW),
  roleArn('a wildcard in a role ARN\'s account', 'arn:aws:iam::*:role/ingest', 'ArnWildcard', 'vendor: received "arn:aws:iam::*:role/ingest"', NARROW),
  roleArn('a policy variable in a role ARN', `arn:aws:iam::${ACCOUNT}:role/\${aws:username}`, 'ArnWildcard', `vendor: received "arn:aws:iam::${ACCOUNT}:role/\${aws:username}"`, NARROW),
  roleArn('everybody', '*', 'ArnWildcard', 'vendor: received "*"', NARROW),
  roleArn('the root of an account as role', `arn:aws:iam::${ACCOUNT}:root`, 'ArnInvalid', `vendor: received "arn:aws:iam::${ACCOUNT}:root"`, 'use Vendor.account with its ID'),
  roleArn('one session of a role', `arn:aws:sts::${ACCOUNT}:assumed-role/ingest/session`, 'ArnInvalid', `vendor: received "arn:aws:sts::${ACCOUNT}:assumed-role/ingest/session"`, 'give the ARN of the role itself'),
  roleArn('an ARN of another service', `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:x`, 'ArnInvalid', `vendor: received "arn:aws:lambda:eu-west-1:${ACCOUNT}:function:x"`, GIVE_ROLE),
  roleArn('a user where a role is promised', USER_ARN, 'ArnInvalid', `vendor: received "${USER_ARN}"`, GIVE_ROLE),
  roleArn('a number as role ARN', 5, 'ValueTypeInvalid', 'vendor: received 5', 'give the ARN of an IAM role as a string'),
  roleArn('no role ARN', undefined, 'ValueTypeInvalid', 'vendor: received nothing', 'give the ARN of an IAM role as a string'),
  roleArn('a role outside the partition of a stack in China', ROLE_ARN, 'PartitionMismatch', `vendor: received "${ROLE_ARN}"`, 'this is used in partition aws-cn; ask the vendor for its principal there', 'cn-north-1'),
  roleArn('a role in China for a stack outside', 'arn:aws-cn:iam::111122223333:role/x', 'PartitionMismatch', 'vendor: received "arn:aws-cn:iam::111122223333:role/x"', 'this is used in partition aws; ask', 'eu-west-1'),
  role('a vendor that is in another partition than the stack', { vendor: Vendors.cloudglue() },
    'PartitionMismatch', 'vendor.partition: received "aws"', 'ask the vendor for its accounts there', 'us-gov-west-1'),
  role('a role where a user is promised', { vendor: Vendor.user(ROLE_ARN) },
    'ArnInvalid', `vendor: received "${ROLE_ARN}"`, 'give the ARN of an IAM user, arn:aws:iam::<account>:user/<name>'),
  role('a user where Coactive names a role', { vendor: Vendors.coactive({ roleArn: USER_ARN }) },
    'ArnInvalid', `vendor: received "${USER_ARN}"`, GIVE_ROLE),
  role('no role ARN for Coactive', () => ({ vendor: Vendors.coactive({} as { roleArn: string }) }),
    'ValueTypeInvalid', 'vendor: received nothing', 'give the ARN of an IAM role as a string'),
  role('a role where Apperate names a user', { vendor: Vendors.apperate({ userArn: ROLE_ARN }) },
    'ArnInvalid', `vendor: received "${ROLE_ARN}"`, 'give the ARN of an IAM user'),
  role('a group where hotglue names its principal', { vendor: Vendors.hotglue({ principalArn: `arn:aws:iam::${ACCOUNT}:group/x` }) },
    'ArnInvalid', `vendor: received "arn:aws:iam::${ACCOUNT}:group/x"`, 'give the ARN of an IAM role or user'),

  narrowed('a pattern for another account', { principalArns: [`arn:aws:iam::${OTHER_ACCOUNT}:role/ingest-*`] },
    'PrincipalAccountMismatch', `vendor.principalArns[0]: received "arn:aws:iam::${OTHER_ACCOUNT}:role/ingest-*"`, `the trusted account is ${ACCOUNT}`),
  narrowed('a pattern with a wildcard as account', { principalArns: [ROLE_ARN, 'arn:aws:iam::*:role/ingest'] },
    'ArnWildcard', 'vendor.principalArns[1]: received "arn:aws:iam::*:role/ingest"', 'wildcards may stand in the name only'),
  narrowed('a pattern with a wildcard as partition', { principalArns: [`arn:*:iam::${ACCOUNT}:role/x`] },
    'ArnWildcard', `vendor.principalArns[0]: received "arn:*:iam::${ACCOUNT}:role/x"`, 'write the partition and account out'),
  narrowed('a pattern with a policy variable as account', { principalArns: ['arn:aws:iam::${aws:PrincipalAccount}:role/x'] },
    'ArnWildcard', 'vendor.principalArns[0]: received "arn:aws:iam::${aws:PrincipalAccount}:role/x"', 'write the partition and account out'),
  narrowed('a pattern with a policy variable in the name', { principalArns: [`arn:aws:iam::${ACCOUNT}:role/\${aws:username}`] },
    'ArnInvalid', `vendor.principalArns[0]: received "arn:aws:iam::${ACCOUNT}:role/\${aws:username}"`, 'with * or ? in its name at most'),
  narrowed('everybody as pattern', { principalArns: ['*'] },
    'ArnWildcard', 'vendor.principalArns[0]: received "*"', 'write the partition and account out'),
  narrowed('the root of the account as pattern', { principalArns: [`arn:aws:iam::${ACCOUNT}:root`] },
    'ArnInvalid', `vendor.principalArns[0]: received "arn:aws:iam::${ACCOUNT}:root"`, 'give the ARN of an IAM role or user'),
  narrowed('a pattern for sessions', { principalArns: [`arn:aws:sts::${ACCOUNT}:assumed-role/ingest/*`] },
    'ArnInvalid', `vendor.principalArns[0]: received "arn:aws:sts::${ACCOUNT}:assumed-role/ingest/*"`, 'give the ARN of an IAM role or user'),
  narrowed('an empty list of patterns', { principalArns: [] },
    'DefinitionFieldInvalid', 'vendor.principalArns: received a list of 0', 'leave the field out'),
  narrowed('a string as list of patterns', { principalArns: ROLE_ARN },
    'DefinitionFieldInvalid', `vendor.principalArns: received "${ROLE_ARN}"`, 'give a list'),
  narrowed('a number among the patterns', { principalArns: [7] },
    'DefinitionFieldInvalid', 'vendor.principalArns[0]: received 7', NUMBER),

  ...['o-short', 'o-ABCDEFGHIJ', 'a1b2c3d4e5', 'o-*', `o-${'a'.repeat(33)}`].map((organizationId) =>
    narrowed(`the organization ID ${organizationId}`, { organizationId },
      'OrganizationIdInvalid', `vendor.organizationId: received "${organizationId}"`, 'give an ID such as o-a1b2c3d4e5')),
  narrowed('an empty organization ID', { organizationId: '' }, 'DefinitionFieldInvalid', 'vendor.organizationId: received ""', NOT_A_STRING),
  narrowed('a number as organization ID', { organizationId: 1 }, 'DefinitionFieldInvalid', 'vendor.organizationId: received 1', NUMBER),

  role('no vendor', { vendor: undefined }, 'VendorTypeInvalid', 'vendor: received nothing', 'use Vendor.account, Vendor.role, Vendor.user'),
  role('null as vendor', { vendor: null }, 'VendorTypeInvalid', 'vendor: received null', 'use Vendor.account'),
  role('an account ID as vendor', { vendor: ACCOUNT }, 'VendorTypeInvalid', `vendor: received "${ACCOUNT}"`, 'use Vendor.account'),
  role('an object as vendor', { vendor: { name: 'Acme' } }, 'VendorTypeInvalid', 'vendor: received a value of type object', 'use Vendor.account'),
  role('a function as vendor', { vendor: Vendor.account }, 'VendorTypeInvalid', 'vendor: received a value of type function', 'use Vendor.account'),
  role('an additional party without a vendor', { additionalTrust: [{ externalId: 'one-2f9a' }] },
    'VendorTypeInvalid', 'additionalTrust[0].vendor: received nothing', 'use Vendor.account'),
  role('nothing as additional party', { additionalTrust: [undefined] },
    'ValueTypeInvalid', 'additionalTrust[0]: received nothing', 'give an object with named properties'),
  role('a vendor that assumes no roles', { vendor: Vendor.fromDefinition({ name: 'Acme', accessMethods: [VendorAccessMethod.ACCESS_KEY] }) },
    'MethodNotSupported', 'vendor: received "Acme"', 'it connects by accessKey only; use VendorS3AccessUser'),
  bucketAccess('no vendor for a bucket policy', { vendor: undefined }, 'VendorTypeInvalid', 'vendor: received nothing', 'use Vendor.account'),
  bucketAccess('a vendor that does not read through bucket policies', { vendor: Vendors.cloudglue() },
    'MethodNotSupported', 'vendor: received "Cloudglue"', 'it connects by role only; use VendorS3AccessRole'),
  user('a vendor that holds no access keys', { vendor: Vendors.coactive({ roleArn: ROLE_ARN }) },
    'MethodNotSupported', 'vendor: received "Coactive"', 'it connects by role or bucketPolicy only; use VendorS3AccessRole or VendorS3BucketAccess'),
];
