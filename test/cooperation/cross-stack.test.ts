import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, CREDENTIALS, OTHER_ACCOUNT, permissionsIn, resourcesOf, statementsOf, textOf, warningsOf } from './support';
import { S3Access, VendorS3AccessRole, VendorS3AccessRoleProps, VendorS3BucketAccess, VendorS3BucketPolicies } from '../../src';

const HERE = { account: ACCOUNT, region: 'eu-west-1' };

/** Pairs of environments: of the data, and of the role. */
const ENVIRONMENTS = {
  'no environment': [undefined, undefined],
  'one environment': [HERE, HERE],
  'two regions': [{ ...HERE, region: 'eu-central-1' }, HERE],
  'two accounts': [{ ...HERE, account: OTHER_ACCOUNT }, HERE],
} as const;

/** A key policy that leaves nothing to IAM, so that the role must be named in it. */
function closedPolicy(): PolicyDocument {
  return new PolicyDocument({
    statements: [
      new PolicyStatement({ actions: ['kms:DescribeKey'], principals: [new AccountPrincipal(ACCOUNT)], resources: ['*'] }),
    ],
  });
}

interface Shape {
  readonly environment?: keyof typeof ENVIRONMENTS;
  readonly key?: 'none' | 'delegating' | 'closed';
  readonly props?: Partial<VendorS3AccessRoleProps>;
}

function build({ environment = 'no environment', key = 'none', props = {} }: Shape) {
  const [dataEnv, roleEnv] = ENVIRONMENTS[environment];
  const app = new App();
  const data = new Stack(app, 'Data', { env: dataEnv });
  const stack = new Stack(app, 'Stack', { env: roleEnv });
  const bucket = new Bucket(data, 'Videos', {
    bucketName: dataEnv && 'customer-videos',
    encryptionKey: key === 'none' ? undefined : new Key(data, 'Key', { policy: key === 'closed' ? closedPolicy() : undefined }),
  });
  const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.readWrite(bucket, { prefixes: ['in'] })], ...props });
  return { app, data, stack, bucket, access };
}

const shapes = (Object.keys(ENVIRONMENTS) as Array<keyof typeof ENVIRONMENTS>).flatMap((environment) =>
  (['none', 'delegating', 'closed'] as const).flatMap((key) =>
    [undefined, 'vendor-role'].flatMap((roleName) =>
      [VendorS3BucketPolicies.WHEN_NEEDED, VendorS3BucketPolicies.ALWAYS].map((bucketPolicies) =>
        ({ environment, key, props: { roleName, bucketPolicies }, name: roleName ?? 'generated' })))));

describe('a bucket in another stack', () => {
  test.each(shapes)('gives no circle of references with $environment, key: $key, role name: $name, bucket policies: $props.bucketPolicies', (shape) => {
    const { app, data, stack } = build(shape);
    expect(() => app.synth()).not.toThrow();
    // Looks for circles among the resources of one template.
    expect(() => [resourcesOf(data, ''), resourcesOf(stack, '')]).not.toThrow();
    expect(data.dependencies).toEqual([]);
  });

  test('is reached by its exported ARN within an environment', () => {
    const { stack } = build({ environment: 'one environment' });
    expect(JSON.stringify(permissionsIn(stack))).toContain('{"Fn::ImportValue":"Data:ExportsOutputFnGetAttVideos');
  });

  test('is reached by its literal ARN across accounts, and both sides say so', () => {
    const { data, stack } = build({ environment: 'two accounts', props: { roleName: 'vendor-role' } });
    expect(JSON.stringify(permissionsIn(stack))).toContain(':s3:::customer-videos/in/*');
    permissionsIn(stack).forEach(({ Condition }) => expect(Condition.StringEquals['aws:ResourceAccount']).toBe(OTHER_ACCOUNT));
    const [role] = Object.values(resourcesOf(stack, 'AWS::IAM::Role'));
    for (const { Principal, Condition } of statementsOf(data, 'AWS::S3::BucketPolicy')) {
      // The role does not exist yet when the bucket's stack is deployed, so it cannot stand in Principal.
      expect(textOf(Principal.AWS, { 'AWS::Partition': 'aws' })).toBe(`arn:aws:iam::${ACCOUNT}:root`);
      expect(textOf(Condition.ArnLike['aws:PrincipalArn'], { 'AWS::Partition': 'aws' }))
        .toBe(`arn:aws:iam::${ACCOUNT}:role/${role.Properties.RoleName}`);
    }
  });

  test('is handed off across accounts where the role has no name that the other stack could know', () => {
    const { data, stack, access } = build({ environment: 'two accounts' });
    expect(resourcesOf(data, 'AWS::S3::BucketPolicy')).toEqual({});
    expect(access.handOffs).toContainEqual(expect.objectContaining({ kind: 'bucketPolicy' }));
    // A generated name would replace the role on the day when such a bucket is added.
    expect(Object.values(resourcesOf(stack, 'AWS::IAM::Role'))[0].Properties.RoleName).toBeUndefined();
  });

  test('needs no bucket policy within its account', () => {
    const { data, access } = build({ environment: 'two regions' });
    expect(resourcesOf(data, 'AWS::S3::BucketPolicy')).toEqual({});
    expect(warningsOf(access)).toEqual([]);
  });
});

describe('bucketPolicies', () => {
  test('ALWAYS names a role of fixed name by its literal ARN in the other stack', () => {
    const { data, access } = build({ props: { roleName: 'vendor-role', path: '/vendors/', bucketPolicies: VendorS3BucketPolicies.ALWAYS } });
    for (const { Condition } of statementsOf(data, 'AWS::S3::BucketPolicy')) {
      expect(textOf(Condition.ArnLike['aws:PrincipalArn'])).toBe('arn:<AWS::Partition>:iam::<AWS::AccountId>:role/vendors/vendor-role');
    }
    expect(access.handOffs).toEqual([]);
  });

  test('ALWAYS hands off where the role has no name that the other stack could know', () => {
    const { data, access } = build({ props: { bucketPolicies: VendorS3BucketPolicies.ALWAYS } });
    expect(resourcesOf(data, 'AWS::S3::BucketPolicy')).toEqual({});
    expect(access.handOffs).toMatchObject([{ kind: 'bucketPolicy' }]);
    expect(warningsOf(access)).toEqual(['cdk-vendor-s3-access:bucketPolicyHandOff']);
  });

  test('ALWAYS names the role itself in the same stack', () => {
    const stack = new Stack(new App(), 'Stack');
    new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS, bucketPolicies: VendorS3BucketPolicies.ALWAYS, access: [S3Access.read(new Bucket(stack, 'Data'), { wholeBucket: true })],
    });
    const [roleId] = Object.keys(resourcesOf(stack, 'AWS::IAM::Role'));
    statementsOf(stack, 'AWS::S3::BucketPolicy').forEach(({ Principal }) => expect(Principal).toEqual({ AWS: { 'Fn::GetAtt': [roleId, 'Arn'] } }));
  });

  test('NEVER touches nor hands off anything, even across accounts', () => {
    const { data, access } = build({ environment: 'two accounts', props: { bucketPolicies: VendorS3BucketPolicies.NEVER } });
    expect(resourcesOf(data, 'AWS::S3::BucketPolicy')).toEqual({});
    expect(access.handOffs).toEqual([]);
  });
});

describe('a key of the app', () => {
  function keyStatements(shape: Shape): any[] {
    const { data } = build(shape);
    return statementsOf(data, 'AWS::KMS::Key').filter(({ Action }) => JSON.stringify(Action).includes('kms:GenerateDataKey'));
  }

  test('is left as it is where its policy leaves everything to IAM', () => {
    expect(keyStatements({ key: 'delegating' })).toEqual([]);
    expect(keyStatements({ key: 'delegating', environment: 'one environment' })).toEqual([]);
  });

  test('lets the role in across accounts, even where its policy leaves everything to IAM', () => {
    const [statement, ...more] = keyStatements({ key: 'delegating', environment: 'two accounts', props: { roleName: 'vendor-role' } });
    expect(more).toEqual([]);
    expect(statement).toMatchObject({
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: '*',
      Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
    });
    expect(textOf(statement.Principal.AWS)).toBe(`arn:<AWS::Partition>:iam::${ACCOUNT}:root`);
    expect(textOf(statement.Condition.ArnLike['aws:PrincipalArn'])).toMatch(new RegExp(`^arn:<AWS::Partition>:iam::${ACCOUNT}:role/`));
  });

  test('leaves the places to the permissions of the role, for its bucket names it already', () => {
    const stack = new Stack(new App(), 'Stack');
    const bucket = new Bucket(stack, 'Data', { encryptionKey: new Key(stack, 'Key', { policy: closedPolicy() }) });
    new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(bucket, { wholeBucket: true })] });
    const [, statement] = statementsOf(stack, 'AWS::KMS::Key');
    const [roleId] = Object.keys(resourcesOf(stack, 'AWS::IAM::Role'));
    // To the account, not to the role: so the permissions of the role, with their contexts, must allow it as well.
    expect(textOf(statement.Principal.AWS)).toBe('arn:<AWS::Partition>:iam::<AWS::AccountId>:root');
    expect(statement.Condition.ArnLike).toEqual({ 'aws:PrincipalArn': { 'Fn::GetAtt': [roleId, 'Arn'] } });
    expect(Object.keys(statement.Condition.StringEquals)).toEqual(['kms:ViaService']);
    expect(statement.Condition.StringLike).toBeUndefined();
    const [decrypt] = permissionsIn(stack).filter(({ Action }) => Action === 'kms:Decrypt');
    expect(decrypt.Condition.StringLike['kms:EncryptionContext:aws:s3:arn']).toHaveLength(2);
  });

  test('names the places of an imported bucket', () => {
    const stack = new Stack(new App(), 'Stack');
    new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS,
      access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), {
        wholeBucket: true, encryptionKeys: [new Key(stack, 'Key', { policy: closedPolicy() })],
      })],
    });
    const [, statement] = statementsOf(stack, 'AWS::KMS::Key');
    expect(statement.Condition.StringLike['kms:EncryptionContext:aws:s3:arn'].map((arn: any) => textOf(arn)))
      .toEqual(['arn:<AWS::Partition>:s3:::customer-data', 'arn:<AWS::Partition>:s3:::customer-data/*']);
  });

  test('names a bucket of the app by its fixed name, which needs no reference', () => {
    const stack = new Stack(new App(), 'Stack');
    const bucket = new Bucket(stack, 'Data', { bucketName: 'fixed-data', encryptionKey: new Key(stack, 'Key') });
    new VendorS3BucketAccess(stack, 'Access', { vendor: CREDENTIALS.vendor, access: [S3Access.read(bucket, { prefixes: ['in'] })] });
    const [, statement] = statementsOf(stack, 'AWS::KMS::Key');
    expect(statement.Condition.StringLike['kms:EncryptionContext:aws:s3:arn'].map((arn: any) => textOf(arn)))
      .toEqual(['arn:<AWS::Partition>:s3:::fixed-data', 'arn:<AWS::Partition>:s3:::fixed-data/in/*']);
  });

  test('lets a vendor in that is named in bucket policies, without a circle', () => {
    const stack = new Stack(new App(), 'Stack');
    const bucket = new Bucket(stack, 'Data', { encryptionKey: new Key(stack, 'Key') });
    new VendorS3BucketAccess(stack, 'Access', { vendor: CREDENTIALS.vendor, access: [S3Access.read(bucket, { wholeBucket: true })] });
    expect(statementsOf(stack, 'AWS::KMS::Key')).toHaveLength(2);
    expect(statementsOf(stack, 'AWS::KMS::Key')[1]).toMatchObject({ Action: 'kms:Decrypt', Condition: { StringEquals: { 'kms:ViaService': expect.anything() } } });
  });
});

describe('a nested stack', () => {
  test('can hold the role while its parent holds the bucket', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const nested = new NestedStack(stack, 'Nested');
    const bucket = new Bucket(stack, 'Data', { encryptionKey: new Key(stack, 'Key', { policy: closedPolicy() }) });
    new VendorS3AccessRole(nested, 'Access', { ...CREDENTIALS, roleName: 'vendor-role', access: [S3Access.read(bucket, { wholeBucket: true })] });
    expect(() => app.synth()).not.toThrow();
    expect(permissionsIn(nested).length).toBeGreaterThan(0);
    expect(statementsOf(stack, 'AWS::KMS::Key')).toHaveLength(2);
  });

  test('can hold the bucket while its parent holds the role', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const nested = new NestedStack(stack, 'Nested');
    const access = new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS, bucketPolicies: VendorS3BucketPolicies.ALWAYS, access: [S3Access.read(new Bucket(nested, 'Data'), { wholeBucket: true })],
    });
    expect(() => app.synth()).not.toThrow();
    expect(access.handOffs).toHaveLength(1);
  });
});
