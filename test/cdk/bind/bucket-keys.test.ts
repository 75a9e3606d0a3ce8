import { App, Stack } from 'aws-cdk-lib';
import { Alias, IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption, CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BoundAccess } from '../../../src/cdk/bind';
import { bucketsOfOtherKeys } from '../../../src/cdk/bind/bucket-keys';

let stack: Stack;
let key: Key;
let other: Key;

beforeEach(() => {
  stack = new Stack(new App(), 'Test');
  key = new Key(stack, 'Key');
  other = new Key(stack, 'Other');
});

function declared(bucket: IBucket | undefined, ...keys: IKey[]): BoundAccess {
  return { bucket, kmsKeys: keys.map((one) => ({ key: one })) } as unknown as BoundAccess;
}

function encrypted(id: string, kmsMasterKeyId: unknown, sseAlgorithm = 'aws:kms'): Bucket {
  const bucket = new Bucket(stack, id);
  (bucket.node.defaultChild as CfnBucket).addPropertyOverride('BucketEncryption.ServerSideEncryptionConfiguration', [
    { ServerSideEncryptionByDefault: { SSEAlgorithm: sseAlgorithm, KMSMasterKeyID: kmsMasterKeyId } },
  ]);
  return bucket;
}

test('a bucket is told of that encrypts with another key than those declared for it', () => {
  const bucket = new Bucket(stack, 'Bucket', { encryptionKey: key });
  expect(bucketsOfOtherKeys([declared(bucket, key)])).toEqual([]);
  expect(bucketsOfOtherKeys([declared(bucket, other, key)])).toEqual([]);
  expect(bucketsOfOtherKeys([declared(bucket, other)])).toEqual(['Test/Bucket']);
  expect(bucketsOfOtherKeys([declared(bucket)])).toEqual(['Test/Bucket']);
});

test('what one declaration says of a bucket counts for no other declaration, and for no other bucket', () => {
  const [first, second] = ['First', 'Second'].map((id) => new Bucket(stack, id, { encryptionKey: key }));
  expect(bucketsOfOtherKeys([declared(first, key), declared(first, key)])).toEqual([]);
  expect(bucketsOfOtherKeys([declared(first), declared(first, key)])).toEqual(['Test/First']);
  expect(bucketsOfOtherKeys([declared(second), declared(first, key)])).toEqual(['Test/Second']);
  expect(bucketsOfOtherKeys([declared(second), declared(first)])).toEqual(['Test/First', 'Test/Second']);
});

test('a key may be named by its ARN, its ID or an alias, by either side', () => {
  const alias = Alias.fromAliasName(stack, 'Alias', 'alias/orders');
  expect(bucketsOfOtherKeys([declared(encrypted('ByArn', stack.resolve(key.keyArn)), key)])).toEqual([]);
  expect(bucketsOfOtherKeys([declared(encrypted('ById', stack.resolve(key.keyId)), key)])).toEqual([]);
  expect(bucketsOfOtherKeys([declared(encrypted('ByAlias', 'alias/orders'), alias)])).toEqual([]);
  expect(bucketsOfOtherKeys([declared(encrypted('ByOther', 'alias/others'), alias)])).toEqual(['Test/ByOther']);
});

test('one of several rules with another key is enough', () => {
  const bucket = new Bucket(stack, 'Bucket', { encryptionKey: key });
  (bucket.node.defaultChild as CfnBucket).addPropertyOverride('BucketEncryption.ServerSideEncryptionConfiguration.1', {
    ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/late' },
  });
  expect(bucketsOfOtherKeys([declared(bucket, key)])).toEqual(['Test/Bucket']);
});

test('nothing is told of a bucket without a key, without encryption, or of which nothing is known', () => {
  const half = new Bucket(stack, 'Half');
  (half.node.defaultChild as CfnBucket).addPropertyOverride('BucketEncryption.ServerSideEncryptionConfiguration', [{ BucketKeyEnabled: true }]);
  expect(bucketsOfOtherKeys([
    declared(new Bucket(stack, 'Managed', { encryption: BucketEncryption.S3_MANAGED })),
    declared(new Bucket(stack, 'Plain')),
    declared(half),
    declared(Bucket.fromBucketName(stack, 'Imported', 'orders')),
    declared(undefined, key),
  ])).toEqual([]);
});
