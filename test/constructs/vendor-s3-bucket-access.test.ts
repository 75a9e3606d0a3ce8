import { App, Stack } from 'aws-cdk-lib';
import { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, Vendor, VendorS3BucketAccess, VendorS3BucketAccessProps } from '../../src';
import { outputText, resourcesOf, statementsOf, templateOf, warningsOf } from '../cooperation/support';

const VENDOR = 'arn:aws:iam::123456789012:role/reader';

function made(props: Partial<VendorS3BucketAccessProps> = {}) {
  const stack = new Stack(new App(), 'Test');
  const key = new Key(stack, 'Key', { policy: new PolicyDocument() });
  const bucket = new Bucket(stack, 'Bucket', { bucketName: 'videos', encryptionKey: key });
  const access = new VendorS3BucketAccess(stack, 'Access', {
    vendor: Vendor.role(VENDOR), access: [S3Access.read(bucket, { prefixes: ['raw'] })], ...props,
  });
  return { stack, access, bucket };
}

const effects = (stack: Stack, type: 'AWS::S3::BucketPolicy' | 'AWS::KMS::Key') =>
  statementsOf(stack, type).map(({ Effect, Principal }) => [Effect, JSON.stringify(Principal)]);

test('the policies of bucket and key name the vendor, and nobody else', () => {
  const { stack } = made();
  for (const type of ['AWS::S3::BucketPolicy', 'AWS::KMS::Key'] as const) {
    expect(effects(stack, type).length).toBeGreaterThan(0);
    expect(new Set(effects(stack, type).map(([, principal]) => principal))).toEqual(new Set([JSON.stringify({ AWS: VENDOR })]));
    expect(effects(stack, type).map(([effect]) => effect)).not.toContain('Deny');
  }
  expect(warningsOf(stack)).toEqual(['cdk-vendor-s3-access:noExternalIdInBucketPolicy']);
});

test('suspended, everything in the bucket is denied, and the key allows nothing', () => {
  const { stack } = made({ suspended: true });
  expect(effects(stack, 'AWS::S3::BucketPolicy')).toEqual([['Deny', JSON.stringify({ AWS: VENDOR })]]);
  expect(JSON.stringify(resourcesOf(stack, 'AWS::KMS::Key'))).not.toContain('Allow');
});

test('a vendor that is nobody yet gets nothing, and that is told', () => {
  const { stack } = made({ vendor: Vendor.pending() });
  expect(resourcesOf(stack, 'AWS::S3::BucketPolicy')).toEqual({});
  expect(warningsOf(stack)).toEqual(['cdk-vendor-s3-access:pendingVendor']);
});

test('further access is added, and told in the output', () => {
  const { stack, access } = made();
  access.addAccess(S3Access.write(new Bucket(stack, 'More', { bucketName: 'orders' }), { prefixes: ['in'] }));
  expect(Object.keys(resourcesOf(stack, 'AWS::S3::BucketPolicy'))).toHaveLength(2);
  expect(outputText(stack, 'Locations')).toMatch(/^s3:\/\/<Bucket\w+>\/raw\/,s3:\/\/<More\w+>\/in\/$/);
});

test('the output can be left out', () => {
  expect(templateOf(made({ outputs: false }).stack).Outputs).toBeUndefined();
});

test('what ends, and where it comes from, stands in the policy of the bucket', () => {
  const { stack } = made({ expiresAt: new Date('2099-01-01T00:00:00Z'), allowedSourceIps: ['203.0.113.0/24'] });
  const allowed = statementsOf(stack, 'AWS::S3::BucketPolicy').filter(({ Effect }) => Effect === 'Allow');
  expect(allowed.length).toBeGreaterThan(0);
  for (const { Condition } of allowed) {
    expect(JSON.stringify(Condition)).toContain('2099-01-01T00:00:00Z');
    expect(JSON.stringify(Condition)).toContain('203.0.113.0/24');
  }
});

test('what cannot be edited is handed off', () => {
  const { stack, access } = made();
  access.addAccess(S3Access.read(Bucket.fromBucketName(stack, 'Imported', 'elsewhere'), { wholeBucket: true }));
  expect(access.handOffs.map(({ kind }) => kind)).toEqual(['bucketPolicy']);
});
