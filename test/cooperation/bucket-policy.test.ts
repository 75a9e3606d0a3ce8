import { App, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket, BucketPolicy, CfnBucketPolicy, IBucket } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, CREDENTIALS, OTHER_ACCOUNT, resourcesOf, statementsOf, templateOf, warningsOf } from './support';
import { S3Access, VendorS3AccessRole, VendorS3BucketAccess, VendorS3BucketPolicies } from '../../src';

const POLICY = 'AWS::S3::BucketPolicy';

function makeStack(): Stack {
  return new Stack(new App(), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
}

function allow(action: string, bucket: IBucket): PolicyStatement {
  return new PolicyStatement({ actions: [action], resources: [bucket.arnForObjects('*')], principals: [new AccountPrincipal(OTHER_ACCOUNT)] });
}

/** A document as L1 resources take it. */
function fixedDocument(bucket: IBucket): unknown {
  return new PolicyDocument({ statements: [allow('s3:PutObject', bucket)] }).toJSON();
}

function grant(stack: Stack, bucket: IBucket) {
  return new VendorS3BucketAccess(stack, 'Access', { vendor: CREDENTIALS.vendor, access: [S3Access.read(bucket, { prefixes: ['in'] })] });
}

/** The policy that somebody else made, in each form that it may have. */
const FIXED: Record<string, (stack: Stack, bucket: Bucket) => void> = {
  'an L1 policy': (stack, bucket) => void new CfnBucketPolicy(stack, 'Own', { bucket: bucket.bucketName, policyDocument: fixedDocument(bucket) }),
  'an L1 policy by the L1 bucket': (stack, bucket) =>
    void new CfnBucketPolicy(stack, 'Own', { bucket: (bucket.node.defaultChild as CfnResource).ref, policyDocument: fixedDocument(bucket) }),
  'an L1 policy by name': (stack, bucket) => void new CfnBucketPolicy(stack, 'Own', { bucket: 'acme-data', policyDocument: fixedDocument(bucket) }),
  'a resource by its type': (stack, bucket) =>
    void new CfnResource(stack, 'Own', { type: POLICY, properties: { Bucket: bucket.bucketName, PolicyDocument: fixedDocument(bucket) } }),
};

describe('a bucket that has a BucketPolicy already', () => {
  test('gets its statements there, those of addAccess too', () => {
    const stack = makeStack();
    const bucket = new Bucket(stack, 'Data');
    new BucketPolicy(stack, 'Own', { bucket }).document.addStatements(allow('s3:PutObject', bucket));
    const access = grant(stack, bucket);
    access.addAccess(S3Access.read(bucket, { prefixes: ['more'] }));
    expect(access.handOffs).toEqual([]);
    const text = JSON.stringify(statementsOf(stack, POLICY));
    ['s3:PutObject', '/in/*', '/more/*'].forEach((part) => expect(text).toContain(part));
  });

  test('gets them there though the bucket was imported', () => {
    const stack = makeStack();
    const bucket = Bucket.fromBucketName(stack, 'Data', 'acme-data');
    new BucketPolicy(stack, 'Own', { bucket });
    expect(grant(stack, bucket).handOffs).toEqual([]);
    expect(JSON.stringify(statementsOf(stack, POLICY))).toContain('/in/*');
  });

  test('of another stack names the role as that stack can', () => {
    const app = new App();
    const [data, policies, stack] = ['Data', 'Policies', 'Stack'].map((id) => new Stack(app, id, { env: { account: ACCOUNT, region: 'eu-west-1' } }));
    const bucket = new Bucket(data, 'Data');
    new BucketPolicy(policies, 'Own', { bucket });
    const access = new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS, roleName: 'vendor', bucketPolicies: VendorS3BucketPolicies.ALWAYS, access: [S3Access.read(bucket, { prefixes: ['in'] })],
    });
    expect(access.handOffs).toEqual([]);
    expect(resourcesOf(data, POLICY)).toEqual({});
    expect(JSON.stringify(statementsOf(policies, POLICY))).toContain(':role/vendor');
  });

  test('made by the bucket itself is no second one', () => {
    const stack = makeStack();
    const bucket = new Bucket(stack, 'Data', { enforceSSL: true });
    grant(stack, bucket);
    expect(statementsOf(stack, POLICY).length).toBeGreaterThan(1);
  });
});

describe.each(Object.entries(FIXED))('a bucket that has %s already', (_, make) => {
  test('is handed off with a warning that names it, and gets no second policy', () => {
    const stack = makeStack();
    const bucket = new Bucket(stack, 'Data', { bucketName: 'acme-data' });
    make(stack, bucket);
    const access = grant(stack, bucket);
    expect(access.handOffs).toMatchObject([{ kind: 'bucketPolicy' }]);
    expect(warningsOf(access)).toContain('cdk-vendor-s3-access:bucketPolicyHandOff');
    expect(JSON.stringify(access.node.metadata)).toContain('bucket Stack/Data: its policy is Stack/Own, where nothing can be added; write the statements there; ');
    expect(JSON.stringify(statementsOf(stack, POLICY))).not.toContain('/in/*');
  });

  test('fails at synth where it is made later', () => {
    const stack = makeStack();
    const bucket = new Bucket(stack, 'Data', { bucketName: 'acme-data' });
    grant(stack, bucket);
    make(stack, bucket);
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Access\] BucketPolicyDuplicate: access: received 2 policies of one bucket, Stack\/Data\/Policy\/Resource and Stack\/Own/);
  });
});

test('a BucketPolicy that is made later fails at synth, with a way out', () => {
  const stack = makeStack();
  const bucket = new Bucket(stack, 'Data');
  grant(stack, bucket);
  new BucketPolicy(stack, 'Own', { bucket }).document.addStatements(allow('s3:PutObject', bucket));
  expect(() => templateOf(stack)).toThrow(/BucketPolicyDuplicate: .*call addToResourcePolicy of the bucket, or make it before/);
});

test('the policies of other buckets, and of a bucket of that name in another stage, are let alone', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  const bucket = new Bucket(stack, 'Data', { bucketName: 'acme-data' });
  FIXED['an L1 policy'](stack, new Bucket(stack, 'Other'));
  const elsewhere = new Stack(new Stage(app, 'Stage'), 'Stack');
  FIXED['an L1 policy'](elsewhere, new Bucket(elsewhere, 'Data', { bucketName: 'acme-data' }));
  expect(grant(stack, bucket).handOffs).toEqual([]);
  expect(Object.keys(resourcesOf(stack, POLICY))).toHaveLength(2);
});

test('two buckets that the app makes have a policy each, though they are called the same', () => {
  const app = new App();
  const policies = ['One', 'Two'].map((id) => {
    const stack = new Stack(app, id);
    const bucket = new Bucket(stack, 'Data', { bucketName: 'customer-data' });
    new VendorS3BucketAccess(stack, 'Access', { vendor: CREDENTIALS.vendor, access: [S3Access.read(bucket, { prefixes: [id] })] });
    return stack;
  }).map((stack) => JSON.stringify(resourcesOf(stack, 'AWS::S3::BucketPolicy')));
  expect(policies.map((text) => [text.includes('/One/*'), text.includes('/Two/*')])).toEqual([[true, false], [false, true]]);
});
