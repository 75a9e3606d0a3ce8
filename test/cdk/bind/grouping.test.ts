import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BoundAccess, byBucket, byKey } from '../../../src/cdk/bind';

const stack = new Stack(new App(), 'Test');
const [orders, videos] = ['Orders', 'Videos'].map((id) => new Bucket(stack, id));
const [first, second] = ['First', 'Second'].map((id) => ({ key: new Key(stack, id), use: { viaService: [], keyArn: id } }));

function access(bucket: Bucket | undefined, ...keys: BoundAccess['kmsKeys']): BoundAccess {
  return { bucket, kmsKeys: keys } as unknown as BoundAccess;
}

test('access is grouped by bucket, in order; a vendor\'s own bucket has no construct', () => {
  const [a, b, c] = [access(videos), access(orders), access(videos)];
  expect([...byBucket([a, access(undefined), b, c])]).toEqual([[videos, [a, c]], [orders, [b]]]);
});

test('access is grouped by key, and a key that is named twice counts once', () => {
  const [a, b] = [access(videos, first, first, second), access(orders, second)];
  expect(byKey([a, b])).toEqual([{ bound: first, declared: [a] }, { bound: second, declared: [a, b] }]);
});
