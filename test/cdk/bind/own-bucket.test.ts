import { App, Aws, Stack } from 'aws-cdk-lib';
import { Bucket, BucketEncryption, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { fixedName } from '../../../src/cdk/bind';
import { defaultEncryption } from '../../../src/cdk/bind/own-bucket';

test.each([
  [BucketEncryption.S3_MANAGED, 'AES256'],
  [BucketEncryption.KMS, 'aws:kms'],
  [BucketEncryption.KMS_MANAGED, 'aws:kms'],
  [BucketEncryption.DSSE, 'aws:kms:dsse'],
  [undefined, undefined],
])('a bucket with encryption %s encrypts by %s', (encryption, header) => {
  expect(defaultEncryption(new Bucket(new Stack(new App(), 'Test'), 'Bucket', { encryption }))?.algorithm).toBe(header);
});

test('what was changed by an escape hatch counts', () => {
  const bucket = new Bucket(new Stack(new App(), 'Test'), 'Bucket');
  (bucket.node.defaultChild as CfnBucket).bucketEncryption = { serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms' } }] };
  expect(defaultEncryption(bucket)).toEqual({ algorithm: 'aws:kms', key: undefined });
});

test('of an imported bucket nothing is known', () => {
  expect(defaultEncryption(Bucket.fromBucketName(new Stack(new App(), 'Test'), 'Bucket', 'orders'))).toBeUndefined();
});

test('the name of a bucket is known where it is fixed', () => {
  const stack = new Stack(new App(), 'Test');
  expect(fixedName(new Bucket(stack, 'Named', { bucketName: 'orders' }))).toBe('orders');
  expect(fixedName(new Bucket(stack, 'Unnamed'))).toBeUndefined();
  expect(fixedName(new Bucket(stack, 'Late', { bucketName: `orders-${Aws.REGION}` }))).toBeUndefined();
  expect(fixedName(Bucket.fromBucketName(stack, 'Imported', 'orders'))).toBeUndefined();
});

test.each([
  ['no rule', { serverSideEncryptionConfiguration: [] }],
  ['a rule without a default', { serverSideEncryptionConfiguration: [{ bucketKeyEnabled: true }] }],
  ['no rules at all', {} as never],
])('of encryption with %s nothing is known', (_, encryption) => {
  const bucket = new Bucket(new Stack(new App(), 'Test'), 'Bucket');
  (bucket.node.defaultChild as CfnBucket).bucketEncryption = encryption;
  expect(defaultEncryption(bucket)).toBeUndefined();
});
