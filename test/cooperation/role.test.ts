import { App, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { ACCOUNT, CREDENTIALS, onlyResource, OTHER_ACCOUNT, permissionsIn, resourcesOf, statementsOf, templateOf } from './support';
import { S3Access, Vendor, Vendors, VendorS3AccessRole, VendorS3AccessRoleProps, VendorS3BucketAccess, VendorS3BucketPolicies } from '../../src';

function build(props: Partial<VendorS3AccessRoleProps> = {}, context?: Record<string, unknown>) {
  const stack = new Stack(new App({ context }), 'Stack');
  const bucket = new Bucket(stack, 'Data', { encryptionKey: new Key(stack, 'Key') });
  const access = new VendorS3AccessRole(stack, 'Access', {
    ...CREDENTIALS, access: [S3Access.readWrite(bucket, { prefixes: ['in', 'out'], versions: true })], ...props,
  });
  return { stack, bucket, access };
}

/** What statements allow, one element of each list at a time. */
function expand(statements: any[]): string[] {
  const list = (value: any) => (Array.isArray(value) ? value : [value]);
  return statements.flatMap(({ Effect, Principal, Action, Resource, Condition }) =>
    list(Principal?.AWS).flatMap((principal) => list(Action).flatMap((action) => list(Resource).map((resource) =>
      JSON.stringify({ Effect, principal, action, resource, Condition }))))).sort();
}

describe('the name of the role', () => {
  test('is left to CloudFormation by default', () => {
    expect(onlyResource(build().stack, 'AWS::IAM::Role').RoleName).toBeUndefined();
  });

  test('is never made up, not even for another account, for it would replace the role', () => {
    const app = new App();
    const data = new Stack(app, 'Data', { env: { account: OTHER_ACCOUNT, region: 'eu-west-1' } });
    const stack = new Stack(app, 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
    new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(new Bucket(data, 'Data', { bucketName: 'far-data' }), { wholeBucket: true })] });
    expect(onlyResource(stack, 'AWS::IAM::Role').RoleName).toBeUndefined();
  });

  test('is the one that the vendor demands', () => {
    const { stack } = build({ vendor: Vendors.cloudglue() });
    expect(onlyResource(stack, 'AWS::IAM::Role').RoleName).toBe('cloudglue-external-s3-access-role');
  });
});

describe('the role in further grants', () => {
  test('works as a grantee, beside its own permissions', () => {
    const { stack, access } = build();
    const before = permissionsIn(build().stack);
    new Queue(stack, 'Queue').grantSendMessages(access);
    new Bucket(stack, 'Other').grantRead(access.grantPrincipal);
    const policies = Object.values(resourcesOf(stack, 'AWS::IAM::Policy'));
    expect(policies).toHaveLength(2);
    const own = policies.find(({ Properties }) => Properties.PolicyName === 'VendorS3Access');
    expect(own!.Properties.PolicyDocument.Statement).toEqual(before);
    expect(JSON.stringify(policies)).toContain('sqs:SendMessage');
  });

  test('takes managed policies', () => {
    const { stack, access } = build();
    access.role.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName('AWSDenyAll'));
    expect(JSON.stringify(onlyResource(stack, 'AWS::IAM::Role').ManagedPolicyArns)).toContain('AWSDenyAll');
  });

  test('takes further trust, which changes nothing about the vendor\'s', () => {
    const own = new PolicyStatement({ principals: [new AccountPrincipal(ACCOUNT)], actions: ['sts:AssumeRole'] });
    const trustWith = (props: Partial<VendorS3AccessRoleProps>) => {
      const { stack, access } = build(props);
      access.role.assumeRolePolicy!.addStatements(own.copy());
      return onlyResource(stack, 'AWS::IAM::Role').AssumeRolePolicyDocument.Statement;
    };
    expect(trustWith({})).toMatchObject([{ Condition: { StringEquals: { 'sts:ExternalId': CREDENTIALS.externalId } } }, { Effect: 'Allow' }]);
    expect(trustWith({ suspended: true })).toMatchObject([{ Effect: 'Deny', Principal: { AWS: '*' } }, { Effect: 'Allow' }]);
  });
});

describe('suspension', () => {
  test('keeps every property of the role but the trust', () => {
    const props = { roleName: 'vendor', path: '/vendors/', description: 'For tests' };
    const { AssumeRolePolicyDocument: _, ...before } = onlyResource(build(props).stack, 'AWS::IAM::Role');
    const { AssumeRolePolicyDocument: trust, ...after } = onlyResource(build({ ...props, suspended: true }).stack, 'AWS::IAM::Role');
    expect(after).toEqual(before);
    expect(trust.Statement).toEqual([{ Effect: 'Deny', Action: 'sts:AssumeRole', Principal: { AWS: '*' } }]);
  });

  test('keeps logical IDs and outputs, so that the role is updated and not replaced', () => {
    const [active, suspended] = [templateOf(build().stack), templateOf(build({ suspended: true }).stack)];
    expect(Object.keys(suspended.Resources)).toEqual(Object.keys(active.Resources));
    expect(suspended.Outputs).toEqual(active.Outputs);
  });

  test('denies everything in the role\'s permissions', () => {
    expect(permissionsIn(build({ suspended: true }).stack)).toEqual([{ Effect: 'Deny', Action: '*', Resource: '*' }]);
  });
});

describe('the feature flag minimizePolicies', () => {
  const FLAG = '@aws-cdk/aws-iam:minimizePolicies';

  function both<T>(make: (context: Record<string, unknown>) => T): [T, T] {
    return [make({ [FLAG]: false }), make({ [FLAG]: true })];
  }

  test('leaves the permissions as they are', () => {
    const [off, on] = both((context) => build({}, context).stack);
    expect(permissionsIn(on)).toEqual(permissionsIn(off));
  });

  test('leaves what the trust policy allows as it is, and never crosses principals with external IDs', () => {
    const additionalTrust = [
      { vendor: Vendor.account('111122223333'), externalId: CREDENTIALS.externalId },
      { vendor: Vendor.account('222233334444'), externalId: 'other-id' },
      { vendor: Vendor.role('arn:aws:iam::222233334444:role/reader'), externalId: 'third-id' },
    ];
    const [off, on] = both((context) => onlyResource(build({ additionalTrust }, context).stack, 'AWS::IAM::Role').AssumeRolePolicyDocument.Statement);
    expect(expand(on)).toEqual(expand(off));
    expect(expand(on)).toHaveLength(4);
  });

  test('leaves what bucket and key policies allow as it is', () => {
    const [off, on] = both((context) => build({ bucketPolicies: VendorS3BucketPolicies.ALWAYS }, context).stack);
    expect(expand(statementsOf(on, 'AWS::S3::BucketPolicy'))).toEqual(expand(statementsOf(off, 'AWS::S3::BucketPolicy')));

    const [directOff, directOn] = both((context) => {
      const { stack, bucket } = build({}, context);
      new VendorS3BucketAccess(stack, 'Direct', { vendor: CREDENTIALS.vendor, access: [S3Access.read(bucket, { prefixes: ['in', 'out'] })] });
      return stack;
    });
    expect(expand(statementsOf(directOn, 'AWS::S3::BucketPolicy'))).toEqual(expand(statementsOf(directOff, 'AWS::S3::BucketPolicy')));
    expect(expand(statementsOf(directOn, 'AWS::KMS::Key'))).toEqual(expand(statementsOf(directOff, 'AWS::KMS::Key')));
  });
});

describe('two constructs in one stack', () => {
  test('stand side by side on one bucket, each with its own permissions', () => {
    const { stack, bucket } = build();
    new VendorS3AccessRole(stack, 'Second', { ...CREDENTIALS, access: [S3Access.read(bucket, { prefixes: ['other'] })] });
    expect(Object.keys(resourcesOf(stack, 'AWS::IAM::Role'))).toHaveLength(2);
    const policies = Object.values(resourcesOf(stack, 'AWS::IAM::Policy'));
    expect(policies.filter(({ Properties }) => JSON.stringify(Properties).includes('"/other/*"'))).toHaveLength(1);
    expect(new Set(policies.map(({ Properties }) => JSON.stringify(Properties.Roles))).size).toBe(2);
  });

  test('fail when both would export their outputs under the name of the stack', () => {
    const { stack, bucket } = build({ exportOutputs: true });
    const props = { ...CREDENTIALS, access: [S3Access.read(bucket, { wholeBucket: true })] };
    expect(() => new VendorS3AccessRole(stack, 'Second', { ...props, exportOutputs: true })).toThrow(/^OutputsConflict \[Stack\/Second\]/);
    expect(() => new VendorS3AccessRole(stack, 'Third', props)).not.toThrow();
  });
});
