import { Alias, IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { ACCOUNT, BadInput, bucketAccess, cut, user } from './bad-input';
import { VendorS3AccessUser, VendorS3AccessUserProps, VendorS3BucketAccess, VendorS3BucketAccessProps } from '../../src';

const USER_NAME = 'use 1 to 64 characters of letters, digits and _+=,.@-';
const SECRET_NAME = 'use 1 to 512 characters of letters, digits and /_+=.@-';

function serial(wrong: string, accessKeySerial: unknown, shown = String(accessKeySerial)): BadInput {
  return user(wrong, { accessKeySerial }, 'SerialInvalid', `accessKeySerial: received ${shown}`, 'give 1, then one more with each replacement');
}

function secretKey(wrong: string, key: (scope: Construct) => unknown, code: BadInput['code'], shown: string, says: string): BadInput {
  return user(wrong, (scope) => ({ secretEncryptionKey: key(scope) as IKey }), code, `secretEncryptionKey: received ${shown}`, says);
}

export const USER_PROPS: readonly BadInput[] = [
  {
    wrong: 'no props of a user',
    code: 'ValueTypeInvalid',
    finding: 'props: received nothing',
    says: 'give an object with named properties',
    build: (stack) => void new VendorS3AccessUser(stack, 'Access', undefined as unknown as VendorS3AccessUserProps),
  },
  {
    wrong: 'null as props of bucket access',
    code: 'ValueTypeInvalid',
    finding: 'props: received null',
    says: 'give an object with named properties',
    build: (stack) => void new VendorS3BucketAccess(stack, 'Access', null as unknown as VendorS3BucketAccessProps),
  },
  user('no vendor of a user', { vendor: undefined }, 'VendorTypeInvalid', 'vendor: received nothing', 'use Vendor.account'),

  user('an empty user name', { userName: '' }, 'NameInvalid', 'userName: received ""', USER_NAME),
  user('a user name of 65 characters', { userName: 'u'.repeat(65) }, 'NameInvalid', `userName: received "${'u'.repeat(65)}"`, USER_NAME),
  user('a user name with a slash', { userName: 'a/b' }, 'NameInvalid', 'userName: received "a/b"', USER_NAME),
  user('a number as user name', { userName: 5 }, 'ValueTypeInvalid', 'userName: received 5', 'give a string'),
  user('a path without slashes', { path: 'vendors' }, 'PathInvalid', 'path: received "vendors"', 'start and end with a slash'),
  user('null as path of a user', { path: null }, 'ValueTypeInvalid', 'path: received null', 'give a string'),
  user('an empty secret name', { secretName: '' }, 'NameInvalid', 'secretName: received ""', SECRET_NAME),
  user('a secret name with a space', { secretName: 'acme key' }, 'NameInvalid', 'secretName: received "acme key"', SECRET_NAME),
  user('a secret name of 513 characters', { secretName: 's'.repeat(513) }, 'NameInvalid', `secretName: received ${cut(`"${'s'.repeat(513)}"`)}`, SECRET_NAME),
  user('a list as secret name', { secretName: ['acme'] }, 'ValueTypeInvalid', 'secretName: received a list of 1', 'give a string'),

  serial('an access key serial of 0', 0),
  serial('a negative access key serial', -1),
  serial('an access key serial of 1.5', 1.5),
  serial('an access key serial that is no number', NaN),
  serial('an infinite access key serial', Infinity),
  serial('a string as access key serial', '2', '"2"'),
  serial('null as access key serial', null),

  secretKey('a string as key of the secret', () => 'alias/secrets', 'KmsKeyInvalid', '"alias/secrets"', 'give a kms.Key'),
  secretKey('an object as key of the secret', () => ({}), 'KmsKeyInvalid', 'a value of type object', 'give a kms.Key'),
  secretKey('null as key of the secret', () => null, 'KmsKeyInvalid', 'null', 'give a kms.Key'),
  secretKey('a wildcard as key of the secret', (scope) => Key.fromKeyArn(scope, 'Key', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/*`),
    'ArnWildcard', `"arn:aws:kms:eu-west-1:${ACCOUNT}:key/*"`, 'name exactly one key'),
  secretKey('a malformed alias as key of the secret', (scope) => Alias.fromAliasName(scope, 'Key', 'secrets'),
    'AliasInvalid', '"secrets"', 'give an alias such as alias/orders'),

  user('an object as permissions boundary of a user', { permissionsBoundary: {} },
    'BoundaryInvalid', 'permissionsBoundary: received a value of type object', 'give an iam.ManagedPolicy'),
  user('null as permissions boundary of a user', { permissionsBoundary: null },
    'BoundaryInvalid', 'permissionsBoundary: received null', 'give an iam.ManagedPolicy'),
  user('an expiry of a user that is no date', { expiresAt: '2030-01-01' }, 'ValueTypeInvalid', 'expiresAt: received "2030-01-01"', 'give a Date'),
  user('a wrong address of a user', { allowedSourceIps: ['203.0.113.256'] },
    'SourceIpInvalid', 'allowedSourceIps[0]: received "203.0.113.256"', 'give an address or a range'),
  bucketAccess('an expiry of bucket access that is no date', { expiresAt: 0 }, 'ValueTypeInvalid', 'expiresAt: received 0', 'give a Date'),
  bucketAccess('a wrong address of bucket access', { allowedSourceIps: ['here'] },
    'SourceIpInvalid', 'allowedSourceIps[0]: received "here"', 'give an address or a range'),
];
