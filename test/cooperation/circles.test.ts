import { App, Aspects, CfnResource, NestedStack, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, CfnRole, ManagedPolicy, PermissionsBoundary, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, CREDENTIALS, resourcesOf, statementsOf, textOf, warningsOf } from './support';
import { S3Access, S3AccessOptions, VendorS3AccessRole, VendorS3AccessRoleProps, VendorS3BucketAccess } from '../../src';

const NOT_PINNED = 'cdk-vendor-s3-access:keyNotPinned';

/** A key policy that leaves nothing to IAM, so that the role must be named in it. */
function closedPolicy(): PolicyDocument {
  return new PolicyDocument({ statements: [new PolicyStatement({ actions: ['kms:DescribeKey'], principals: [new AccountPrincipal(ACCOUNT)], resources: ['*'] })] });
}

function build(bucketName?: string) {
  const stack = new Stack(new App(), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  const key = new Key(stack, 'Key', { policy: closedPolicy() });
  const bucket = new Bucket(stack, 'Data', { encryptionKey: key, bucketName });
  return { stack, key, bucket };
}

/** The statement of the library in the policy of the key. */
function granted(stack: Stack): any {
  // Looks for circles among the resources of the template.
  const [, statement, ...more] = statementsOf(stack, 'AWS::KMS::Key');
  expect(more).toEqual([]);
  return statement;
}

function places(stack: Stack): string[] {
  return [granted(stack).Condition.StringLike?.['kms:EncryptionContext:aws:s3:arn'] ?? []].flat().map((arn: any) => textOf(arn));
}

type Setting = ReturnType<typeof build>;

/** Declarations whose key would name the bucket that depends on it. */
const DECLARED: Record<string, (setting: Setting) => S3Access> = {
  'a bucket imported by the name of its own': ({ stack, bucket, key }) =>
    S3Access.read(Bucket.fromBucketName(stack, 'Same', bucket.bucketName), { wholeBucket: true, encryptionKeys: [key] }),
  'a bucket imported by the ARN of its own': ({ stack, bucket, key }) =>
    S3Access.read(Bucket.fromBucketArn(stack, 'Same', bucket.bucketArn), { wholeBucket: true, encryptionKeys: [key] }),
  'a folder that is named after its own bucket': ({ bucket, key }) =>
    S3Access.read(new Bucket(Stack.of(bucket), 'Other', { bucketName: 'other' }), { prefixes: [`copies/${bucket.bucketName}`], encryptionKeys: [key] } as S3AccessOptions),
  'a folder that is named after what waits for the bucket': ({ stack, bucket, key }) => {
    const waiting = new CfnResource(stack, 'Waiting', { type: 'AWS::SNS::Topic' });
    waiting.node.addDependency(bucket);
    return S3Access.read(Bucket.fromBucketName(stack, 'Other', 'other'), { prefixes: [waiting.getAtt('TopicName').toString()], encryptionKeys: [key] });
  },
  'a folder that is named after what refers to the bucket in an override': ({ stack, bucket, key }) => {
    const topic = new CfnResource(stack, 'Topic', { type: 'AWS::SNS::Topic' });
    topic.addPropertyOverride('DisplayName', bucket.bucketName);
    return S3Access.read(Bucket.fromBucketName(stack, 'Other', 'other'), { prefixes: [topic.getAtt('TopicName').toString()], encryptionKeys: [key] });
  },
};

describe.each(Object.entries(DECLARED))('the key of %s', (_, declare) => {
  test('names no places in its policy, and a warning says so', () => {
    const setting = build();
    const access = new VendorS3BucketAccess(setting.stack, 'Access', { vendor: CREDENTIALS.vendor, access: [declare(setting)] });
    expect(places(setting.stack)).toEqual([]);
    expect(warningsOf(access)).toContain(NOT_PINNED);
  });

  test('leaves them to the permissions of a role', () => {
    const setting = build();
    const access = new VendorS3AccessRole(setting.stack, 'Access', { ...CREDENTIALS, access: [declare(setting)] });
    expect(places(setting.stack)).toEqual([]);
    expect(warningsOf(access)).not.toContain(NOT_PINNED);
  });
});

test('a reference to what does not depend on the key stays in its policy', () => {
  const { stack, key } = build();
  const other = new Bucket(stack, 'Other');
  const access = new VendorS3BucketAccess(stack, 'Access', {
    vendor: CREDENTIALS.vendor, access: [S3Access.read(Bucket.fromBucketName(stack, 'Same', other.bucketName), { prefixes: ['in'], encryptionKeys: [key] })],
  });
  expect(places(stack).some((place) => place.endsWith('/in/*'))).toBe(true);
  expect(warningsOf(access)).not.toContain(NOT_PINNED);
});

describe('a role whose permissions boundary names the bucket', () => {
  function bounded(props: Partial<VendorS3AccessRoleProps>) {
    const setting = build('acme-data');
    const { stack, bucket } = setting;
    const permissionsBoundary = new ManagedPolicy(stack, 'Boundary', {
      statements: [new PolicyStatement({ actions: ['s3:*', 'kms:*'], resources: [bucket.bucketArn, bucket.arnForObjects('*'), setting.key.keyArn] })],
    });
    const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, permissionsBoundary, access: [S3Access.read(bucket, { prefixes: ['in'] })], ...props });
    return { ...setting, access };
  }

  test('is named as text in the policy of the key, where its name is fixed', () => {
    const { stack, access } = bounded({ roleName: 'vendor' });
    expect(textOf(granted(stack).Condition.ArnLike['aws:PrincipalArn'])).toBe(`arn:<AWS::Partition>:iam::${ACCOUNT}:role/vendor`);
    expect(places(stack)).toEqual(expect.arrayContaining([expect.stringMatching(/:acme-data\/in\/\*$/)]));
    expect(access.handOffs).toEqual([]);
  });

  test('is handed off where it is not', () => {
    const { stack, access } = bounded({});
    expect(statementsOf(stack, 'AWS::KMS::Key')).toHaveLength(1);
    expect(access.handOffs).toMatchObject([{ kind: 'keyPolicy' }]);
    expect(warningsOf(access)).toEqual(['cdk-vendor-s3-access:keyPolicyHandOff']);
  });
});

describe('a circle that only synthesis can see', () => {
  test.each<readonly [string, (setting: Setting) => void]>([
    ['a boundary of the app', ({ stack, bucket }) => PermissionsBoundary.of(stack).apply(new ManagedPolicy(stack, 'Boundary', {
      statements: [new PolicyStatement({ actions: ['s3:*'], resources: [bucket.arnForObjects('*')] })],
    }))],
    ['an aspect', ({ stack, bucket }) => Aspects.of(stack).add({
      visit: (node) => {
        if (node instanceof CfnRole) {
          node.addPropertyOverride('Description', { 'Fn::Sub': `For \${${stack.resolve((bucket.node.defaultChild as CfnResource).logicalId)}}` });
        }
      },
    })],
  ])('of %s fails with the way round it', (_, change) => {
    const setting = build();
    new VendorS3AccessRole(setting.stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(setting.bucket, { prefixes: ['in'] })] });
    change(setting);
    expect(() => resourcesOf(setting.stack, '')).toThrow(
      /\[Stack\/Access\] ReferenceCircle: access: received a circle of references .*Stack\/Key\/Resource > Stack\/Access\/Role\/Resource > .*Stack\/Data\/Resource > Stack\/Key\/Resource; .*roleName/);
  });
});

test('a nested stack that is given the key cannot be named by it', () => {
  const { stack, key } = build();
  const nested = new NestedStack(stack, 'Nested');
  const inside = new Bucket(nested, 'Inside', { encryptionKey: key });
  const access = new VendorS3BucketAccess(stack, 'Access', {
    vendor: CREDENTIALS.vendor, access: [S3Access.read(Bucket.fromBucketName(stack, 'Same', inside.bucketName), { wholeBucket: true, encryptionKeys: [key] })],
  });
  expect(places(stack)).toEqual([]);
  expect(warningsOf(access)).toContain(NOT_PINNED);
});
