import { App, CfnParameter, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket, BucketPolicy, CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { editable, ExistingPolicies } from '../../../src/cdk/resources/existing-policy';

const DOCUMENT = { Statement: [] };

function make() {
  const app = new App();
  return { app, stack: new Stack(app, 'Test'), other: new Stack(app, 'Other') };
}

const of = (bucket: Parameters<ExistingPolicies['of']>[0]) => new ExistingPolicies().of(bucket).map(({ node }) => node.path);

function statement(): PolicyStatement {
  return new PolicyStatement({ principals: [new AnyPrincipal()], actions: ['s3:GetObject'], resources: ['*'] });
}

test('the policy that a bucket has made itself is its policy, and takes more', () => {
  const { stack } = make();
  const bucket = new Bucket(stack, 'Bucket');
  expect(of(bucket)).toEqual([]);
  expect(new ExistingPolicies().holderOf(bucket)).toBe(bucket);
  bucket.addToResourcePolicy(statement());
  expect(of(bucket)).toEqual(['Test/Bucket/Policy/Resource']);
  const [policy] = new ExistingPolicies().of(bucket);
  expect(new ExistingPolicies().holderOf(bucket)).toBe(policy);
  expect(editable(policy)).toBe(bucket.policy);
});

test('a policy of another construct is one where it names the bucket, by reference or by its fixed name, in whichever stack', () => {
  const { stack, other } = make();
  const named = new Bucket(stack, 'Named', { bucketName: 'orders' });
  const unnamed = new Bucket(stack, 'Unnamed');
  new CfnBucketPolicy(stack, 'ByReference', { bucket: unnamed.bucketName, policyDocument: DOCUMENT });
  new CfnBucketPolicy(other, 'ByName', { bucket: 'orders', policyDocument: DOCUMENT });
  new CfnBucketPolicy(other, 'ByOtherName', { bucket: 'videos', policyDocument: DOCUMENT });
  new CfnResource(other, 'Raw', { type: 'AWS::S3::BucketPolicy', properties: { Bucket: 'orders', PolicyDocument: DOCUMENT } });
  new CfnResource(other, 'Elsewhere', { type: 'AWS::S3::AccessPoint', properties: { Bucket: 'orders' } });
  new CfnResource(other, 'Nameless', { type: 'AWS::S3::BucketPolicy' });
  expect(of(unnamed)).toEqual(['Test/ByReference']);
  expect(of(named)).toEqual(['Other/ByName', 'Other/Raw']);
  expect(of(Bucket.fromBucketName(stack, 'Imported', 'orders'))).toEqual(['Other/ByName', 'Other/Raw']);
  expect(of(Bucket.fromBucketName(stack, 'Stranger', 'others'))).toEqual([]);
});

test('a policy of the bucket itself is that of an import of its name', () => {
  const { stack } = make();
  new Bucket(stack, 'Named', { bucketName: 'orders' }).addToResourcePolicy(statement());
  expect(of(Bucket.fromBucketName(stack, 'Imported', 'orders'))).toEqual(['Test/Named/Policy/Resource']);
});

test('two buckets that the app makes have a policy each, though their names are one', () => {
  const { stack, other } = make();
  const [first, second] = [stack, other].map((scope) => new Bucket(scope, 'Named', { bucketName: 'orders' }));
  first.addToResourcePolicy(statement());
  expect(of(first)).toEqual(['Test/Named/Policy/Resource']);
  expect(of(second)).toEqual([]);
});

test('a name that only the deployment knows is one name where it is one value, and none where it is put together', () => {
  const { stack } = make();
  const [name, another] = ['Name', 'Another'].map((id) => new CfnParameter(stack, id).valueAsString);
  new CfnBucketPolicy(stack, 'Policy', { bucket: name, policyDocument: DOCUMENT });
  new CfnBucketPolicy(stack, 'Joined', { bucket: `x-${name}`, policyDocument: DOCUMENT });
  expect(of(Bucket.fromBucketName(stack, 'Same', name))).toEqual(['Test/Policy']);
  expect(of(Bucket.fromBucketName(stack, 'Different', another))).toEqual([]);
  expect(of(Bucket.fromBucketName(stack, 'AlsoJoined', `x-${name}`))).toEqual([]);
});

test('another stage is another deployment', () => {
  const { app, stack } = make();
  new CfnBucketPolicy(new Stack(new Stage(app, 'Stage'), 'Test'), 'Policy', { bucket: 'orders', policyDocument: DOCUMENT });
  expect(of(Bucket.fromBucketName(stack, 'Imported', 'orders'))).toEqual([]);
  const inside = new Stack(new Stage(app, 'Second'), 'Test');
  new CfnBucketPolicy(inside, 'Policy', { bucket: 'orders', policyDocument: DOCUMENT });
  expect(of(Bucket.fromBucketName(inside, 'Imported', 'orders'))).toEqual(['Second/Test/Policy']);
});

test('an app is looked through once; what is made later is found by another one', () => {
  const { stack } = make();
  const bucket = new Bucket(stack, 'Bucket');
  const policies = new ExistingPolicies();
  expect(policies.of(bucket)).toEqual([]);
  bucket.addToResourcePolicy(statement());
  expect(policies.of(bucket)).toEqual([]);
  expect(of(bucket)).toHaveLength(1);
});

test('nothing can be added to a policy that is no construct of the bucket library, or not the one that it makes', () => {
  const { stack } = make();
  expect(editable(new CfnBucketPolicy(stack, 'Fixed', { bucket: 'orders', policyDocument: DOCUMENT }))).toBeUndefined();
  const holder = new BucketPolicy(stack, 'Holder', { bucket: new Bucket(stack, 'Bucket') });
  expect(editable(new CfnBucketPolicy(holder, 'Second', { bucket: 'orders', policyDocument: DOCUMENT }))).toBeUndefined();
  expect(editable(holder.node.defaultChild as CfnBucketPolicy)).toBe(holder);
});

test('looking settles no lazy value', () => {
  const { stack } = make();
  const bucket = new CfnBucket(stack, 'Bucket', { bucketName: { resolve: () => { throw new Error('too early'); }, creationStack: [] } as never });
  new CfnBucketPolicy(stack, 'Policy', { bucket: bucket.ref, policyDocument: DOCUMENT });
  expect(of(Bucket.fromBucketName(stack, 'Imported', 'orders'))).toEqual([]);
});
