import { App, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, AnyPrincipal, ArnPrincipal, Effect, PolicyStatement, PolicyStatementProps, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, CREDENTIALS, OTHER_ACCOUNT, VENDOR_ACCOUNT, warningsOf } from './support';
import { S3Access, Vendor, VendorS3AccessRole, VendorS3BucketAccess } from '../../src';

const DENIED = 'cdk-vendor-s3-access:bucketPolicyDenies';

type Kind = 'role' | 'bucket';

/** A vendor that reads from a bucket whose policy gets one more statement, last of all. */
function warnings(props: PolicyStatementProps | ((access: VendorS3AccessRole) => PolicyStatementProps), kind: Kind = 'role', suspended = false): string[] {
  const stack = new Stack(new App(), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  const bucket = new Bucket(stack, 'Data');
  const declared = { ...CREDENTIALS, suspended, access: [S3Access.read(bucket, { prefixes: ['in'] })] };
  const access = kind === 'role'
    ? new VendorS3AccessRole(stack, 'Access', declared)
    : new VendorS3BucketAccess(stack, 'Access', { ...declared, externalId: undefined, vendor: Vendor.role(`arn:aws:iam::${VENDOR_ACCOUNT}:role/reader`) } as any);
  bucket.addToResourcePolicy(new PolicyStatement({
    effect: Effect.DENY,
    actions: ['s3:*'],
    principals: [new AnyPrincipal()],
    resources: [bucket.bucketArn, bucket.arnForObjects('*')],
    ...typeof props === 'function' ? props(access as VendorS3AccessRole) : props,
  }));
  return warningsOf(access).filter((id) => id === DENIED);
}

const NETWORK = { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } };

describe.each<readonly [string, Kind]>([['a role', 'role'], ['a bucket policy', 'bucket']])('a Deny in the policy of the bucket, for a vendor with %s', (_, kind) => {
  test.each<readonly [string, PolicyStatementProps]>([
    ['outside a VPC endpoint', { conditions: NETWORK }],
    ['from other addresses', { conditions: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }],
    ['outside the organization', { conditions: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }],
    ['without any condition', {}],
    ['of an action that is declared', { actions: ['s3:getobject'] }],
    ['with TLS', { conditions: { Bool: { 'aws:SecureTransport': 'true' } } }],
    ['with or without TLS', { conditions: { Bool: { 'aws:SecureTransport': ['true', 'false'] } } }],
    ['before a date', { conditions: { DateLessThan: { 'aws:CurrentTime': '2099-01-01T00:00:00Z' } } }],
    ['of all actions but others', { actions: undefined, notActions: ['s3:Put*'] }],
  ])('is warned of: %s', (__, props) => {
    expect(warnings(props, kind)).toEqual([DENIED]);
  });

  test.each<readonly [string, PolicyStatementProps]>([
    ['without TLS', { conditions: { Bool: { 'aws:SecureTransport': 'false' } } }],
    ['without TLS, beside more', { conditions: { BoolIfExists: { 'aws:SecureTransport': false }, ...NETWORK } }],
    ['with an old TLS', { conditions: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }],
    ['without TLS, beside more of that kind', { conditions: { Bool: { 'aws:SecureTransport': 'false', 'aws:MultiFactorAuthPresent': 'false' } } }],
    ['after a date that is to come', { conditions: { DateGreaterThan: { 'aws:CurrentTime': '2099-01-01T00:00:00Z' } } }],
    ['of what is not declared', { actions: ['s3:DeleteObject*', 's3:PutBucketPolicy'], conditions: NETWORK }],
    ['of all but what is declared', { actions: undefined, notActions: ['s3:Get*', 's3:List*'] }],
    ['to a service', { principals: [new ServicePrincipal('logging.s3.amazonaws.com')] }],
    ['to another account', { principals: [new AccountPrincipal(OTHER_ACCOUNT)] }],
    ['to another role', { principals: [new ArnPrincipal(`arn:aws:iam::${ACCOUNT}:role/other`)] }],
    ['that is an Allow', { effect: Effect.ALLOW, principals: [new AccountPrincipal(OTHER_ACCOUNT)] }],
  ])('is let pass: %s', (__, props) => {
    expect(warnings(props, kind)).toEqual([]);
  });

  test('is let pass where everything is suspended', () => {
    expect(warnings({ conditions: NETWORK }, kind, true)).toEqual([]);
  });
});

test.each<readonly [string, (access: VendorS3AccessRole) => PolicyStatementProps]>([
  ['the role', (access) => ({ principals: [access.grantPrincipal] })],
  ['the account', () => ({ principals: [new AccountPrincipal(ACCOUNT)] })],
])('a Deny to %s is warned of', (_, props) => {
  expect(warnings(props)).toEqual([DENIED]);
});

test.each([
  ['to the vendor itself', new ArnPrincipal(`arn:aws:iam::${VENDOR_ACCOUNT}:role/reader`)],
  ['to its account', new AccountPrincipal(VENDOR_ACCOUNT)],
])('a Deny %s is warned of, where the bucket policy names it', (_, principal) => {
  expect(warnings({ principals: [principal] }, 'bucket')).toEqual([DENIED]);
});

test('a Deny that spares the role is let pass', () => {
  expect(warnings((access) => ({ conditions: { ...NETWORK, ArnNotLike: { 'aws:PrincipalArn': access.roleArn } } }))).toEqual([]);
  expect(warnings({ conditions: { ...NETWORK, ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/other` } } })).toEqual([DENIED]);
});

test('a Deny that spares the role among others is let pass, one that is on it among others is not', () => {
  const other = `arn:aws:iam::${ACCOUNT}:role/other`;
  expect(warnings((access) => ({ conditions: { ...NETWORK, ArnNotLike: { 'aws:PrincipalArn': [other, access.roleArn] } } }))).toEqual([]);
  expect(warnings((access) => ({ conditions: { ...NETWORK, ArnLike: { 'aws:PrincipalArn': [other, access.roleArn] } } }))).toEqual([DENIED]);
  expect(warnings((access) => ({ principals: [new ArnPrincipal(other), new ArnPrincipal(access.roleArn)] }))).toEqual([DENIED]);
});

test('a Deny in an L1 policy is seen as it is deployed, with its overrides', () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  const bucket = new Bucket(stack, 'Data');
  const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(bucket, { prefixes: ['in'] })] });
  const policy = new CfnBucketPolicy(stack, 'Own', { bucket: bucket.bucketName, policyDocument: { Version: '2012-10-17', Statement: [] } });
  policy.addPropertyOverride('PolicyDocument.Statement', [{ Effect: 'Deny', Action: '*', Principal: '*', Resource: '*', Condition: NETWORK }]);
  expect(warningsOf(access)).toEqual([DENIED]);
});

describe('a Deny in the policy of a bucket that lies in another environment', () => {
  type RoleOf = { readonly roleName?: string; readonly account?: string };
  type PropsFor = (access: VendorS3AccessRole) => PolicyStatementProps;

  const WITHOUT_TLS = { Bool: { 'aws:SecureTransport': 'false' } };

  /** A role with a name or without, in an account that is known or not, for a bucket in another account. */
  function crossAccount({ roleName, account }: RoleOf, props: PropsFor): string[] {
    const app = new App();
    const data = new Stack(app, 'Data', { env: { account: OTHER_ACCOUNT, region: 'eu-west-1' } });
    const stack = new Stack(app, 'Stack', { env: account === undefined ? undefined : { account, region: 'eu-west-1' } });
    const bucket = new Bucket(data, 'Data', { bucketName: 'customer-data' });
    const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, roleName, access: [S3Access.read(bucket, { prefixes: ['in'] })] });
    bucket.addToResourcePolicy(new PolicyStatement({ effect: Effect.DENY, actions: ['s3:*'], resources: [bucket.arnForObjects('*')], ...props(access) }));
    return warningsOf(access).filter((id) => id === DENIED);
  }

  test.each<readonly [string, RoleOf, PropsFor, string[]]>([
    ['to everybody is warned of, though the policy cannot name the role', { account: ACCOUNT }, () => ({ principals: [new AnyPrincipal()], conditions: NETWORK }), [DENIED]],
    ['to everybody without TLS is let pass', { account: ACCOUNT }, () => ({ principals: [new AnyPrincipal()], conditions: WITHOUT_TLS }), []],
    ['to the account of the role is warned of', { account: ACCOUNT }, () => ({ principals: [new AccountPrincipal(ACCOUNT)] }), [DENIED]],
    ['to the account of the bucket is let pass', { account: ACCOUNT }, () => ({ principals: [new AccountPrincipal(OTHER_ACCOUNT)] }), []],
    ['to some account is warned of where that of the role is not known', {}, () => ({ principals: [new AccountPrincipal(ACCOUNT)] }), [DENIED]],
    ['to some role is let pass where the account is not known', {}, () => ({ principals: [new ArnPrincipal(`arn:aws:iam::${ACCOUNT}:role/other`)] }), []],
    ['to the role by its name is warned of', { account: ACCOUNT, roleName: 'vendor' }, (access) => ({ principals: [new ArnPrincipal(access.roleArn)] }), [DENIED]],
    ['that spares the role by its name is let pass', { account: ACCOUNT, roleName: 'vendor' }, (access) =>
      ({ principals: [new AnyPrincipal()], conditions: { ...NETWORK, ArnNotLike: { 'aws:PrincipalArn': access.roleArn } } }), []],
  ])('%s', (_, role, props, expected) => {
    expect(crossAccount(role, props)).toEqual(expected);
  });
});
