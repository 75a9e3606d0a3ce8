import { App, CfnParameter, CfnResource, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { CfnKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketPolicy, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { S3Access, VendorS3AccessRole, VendorS3BucketPolicies } from '../../../src';
import { ACCOUNT, CREDENTIALS, resourcesOf, templateOf, warningsOf } from '../../cooperation/support';

const ENV = { account: ACCOUNT, region: 'eu-west-1' };
const HAND_OFF = { bucket: 'cdk-vendor-s3-access:bucketPolicyHandOff', key: 'cdk-vendor-s3-access:keyPolicyHandOff' };

function make(bucketPolicies = VendorS3BucketPolicies.ALWAYS, roleName = 'vendor') {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: ENV });
  const access = new VendorS3AccessRole(stack, 'Access', {
    ...CREDENTIALS, roleName: roleName || undefined, bucketPolicies, access: [S3Access.read(new Bucket(stack, 'Base'), { wholeBucket: true })],
  });
  return { app, stack, access };
}

/** A key whose policy leaves nothing to IAM. */
function strictKey(scope: Stack): Key {
  return new Key(scope, 'Key', { policy: new PolicyDocument() });
}

test('a policy that others made between two declarations is added to, and no second one is made', () => {
  const { stack, access } = make();
  const bucket = Bucket.fromBucketName(stack, 'Second', 'orders');
  new BucketPolicy(stack, 'Made', { bucket });
  access.addAccess(S3Access.read(bucket, { wholeBucket: true }));
  expect(warningsOf(stack)).toEqual([]);
  const [made, ...others] = Object.values(resourcesOf(stack, 'AWS::S3::BucketPolicy')).filter(({ Properties }) => Properties.Bucket === 'orders');
  expect(others).toEqual([]);
  expect(JSON.stringify(made.Properties.PolicyDocument)).toContain('s3:GetObject');
});

test('a policy that others made afterwards would replace ours, and stops the synthesis', () => {
  const { stack, access } = make();
  const bucket = new Bucket(stack, 'Bucket', { bucketName: 'orders' });
  access.addAccess(S3Access.read(bucket, { wholeBucket: true }));
  new CfnBucketPolicy(stack, 'Made', { bucket: 'orders', policyDocument: {} });
  expect(() => templateOf(stack)).toThrow(/BucketPolicyDuplicate: access: received 2 policies of one bucket, Stack\/Bucket\/Policy\/Resource and Stack\/Made/);
});

test('a policy that cannot be added to is handed off, and so are two', () => {
  for (const ids of [['Made'], ['Made', 'Again']]) {
    const { stack, access } = make();
    const bucket = Bucket.fromBucketName(stack, 'Bucket', 'orders');
    ids.forEach((id) => new CfnBucketPolicy(stack, id, { bucket: 'orders', policyDocument: {} }));
    access.addAccess(S3Access.read(bucket, { wholeBucket: true }));
    expect(warningsOf(stack)).toEqual([HAND_OFF.bucket]);
    expect(access.handOffs.map(({ resource }) => stack.resolve(resource))).toEqual([{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::orders']] }]);
  }
});

test('a circle that comes about later is found, through the policy of a key', () => {
  const { stack, access } = make();
  const key = strictKey(stack);
  access.addAccess(S3Access.read(Bucket.fromBucketName(stack, 'Bucket', 'orders'), { wholeBucket: true, encryptionKeys: [key] }));
  const role = access.role.node.defaultChild as CfnResource;
  role.addPropertyOverride('Description', { Ref: stack.resolve((key.node.defaultChild as CfnKey).logicalId) });
  expect(() => templateOf(stack)).toThrow(/ReferenceCircle: access: received a circle of references that CloudFormation refuses, Stack\/Key\/Resource > Stack\/Access/);
});

describe('the policy of a key', () => {
  const bucketIn = (stack: Stack) => Bucket.fromBucketName(stack, 'Bucket', 'orders');

  test('says for which places, where it can', () => {
    const { stack, access } = make(VendorS3BucketPolicies.WHEN_NEEDED);
    const key = strictKey(stack);
    access.addAccess(S3Access.read(bucketIn(stack), { prefixes: ['in'], encryptionKeys: [key] }));
    expect(warningsOf(stack)).toEqual([]);
    expect(JSON.stringify(Object.values(resourcesOf(stack, 'AWS::KMS::Key')))).toContain('orders/in/*');
  });

  test('is handed off, not made wider, where its stack cannot say what this one knows', () => {
    const { app, stack, access } = make(VendorS3BucketPolicies.WHEN_NEEDED);
    const key = strictKey(new Stack(app, 'Keys', { env: ENV }));
    access.addAccess(S3Access.read(bucketIn(stack), { prefixes: [new CfnParameter(stack, 'Folder').valueAsString], encryptionKeys: [key] }));
    expect(warningsOf(stack)).toContain(HAND_OFF.key);
    expect(access.handOffs).toHaveLength(1);
    const [inTemplate, ...others] = Object.values(resourcesOf(Stack.of(key), 'AWS::KMS::Key'));
    expect(others).toEqual([]);
    expect(JSON.stringify(inTemplate)).not.toContain('Allow');
  });

  test('that nobody can edit is handed off with its own ARN', () => {
    const { stack, access } = make(VendorS3BucketPolicies.WHEN_NEEDED);
    const arn = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    access.addAccess(S3Access.read(bucketIn(stack), { wholeBucket: true, encryptionKeys: [Key.fromKeyArn(stack, 'Key', arn)] }));
    expect(access.handOffs.map(({ kind, resource }) => [kind, resource])).toEqual([['keyPolicy', arn]]);
  });
});

test('a hand-off is told with what it is about, why where there is a way out, and where the statements are', () => {
  const { stack, access } = make(VendorS3BucketPolicies.ALWAYS);
  access.addAccess(S3Access.read(Bucket.fromBucketName(stack, 'Imported', 'orders'), { wholeBucket: true }));
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('bucket Stack/Imported: its policy cannot be edited from this app; .* the statements are in the attribute handOffs'));

  const { app, stack: roles, access: nameless } = make(VendorS3BucketPolicies.ALWAYS, '');
  nameless.addAccess(S3Access.read(new Bucket(new Stack(app, 'Buckets', { env: ENV }), 'Bucket', { bucketName: 'videos' }), { wholeBucket: true }));
  Annotations.fromStack(roles).hasWarning('*', Match.stringLikeRegexp('bucket Buckets/Bucket: .*roleName.*the statements are'));
});

test('what is handed off is in the order of its kinds and resources, whatever the order of the declarations', () => {
  const order = (...names: string[]) => {
    const { stack, access } = make();
    names.forEach((name) => access.addAccess(S3Access.read(Bucket.fromBucketName(stack, name, name), { wholeBucket: true })));
    return access.handOffs.map(({ resource }) => JSON.stringify(stack.resolve(resource)).replace(/.*:s3:::(\w+).*/, '$1'));
  };
  expect(order('videos', 'orders')).toEqual(['orders', 'videos']);
  expect(order('orders', 'videos')).toEqual(['orders', 'videos']);
});
