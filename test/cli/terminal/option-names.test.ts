import { bucketOf, optionOf } from '../../../src/cli/terminal/option-names';

test.each<[string | undefined, string[], string | undefined]>([
  ['access[0].prefixes[0]', [], '--prefix'],
  ['buckets[2].keyArn', [], '--key-arn'],
  ['access[0]', [], '--bucket'],
  ['vendor.companionBuckets[0].mode', [], undefined],
  ['definition', ['--definition', 'vendor.yaml'], undefined],
  ['externalId', [], '--external-id'],
  ['externalId', ['--external-id-source=derived'], '--external-id-source'],
  ['vendor.roleName', ['--role-name', 'x'], undefined],
  ['sessionTags', [], undefined],
  [undefined, [], undefined],
])('field %s, with %j typed, is set by %s', (field, args, option) => {
  expect(optionOf(field, args)).toBe(option);
});

test.each<[string | undefined, string[], number | undefined]>([
  ['buckets[0].prefix', ['--bucket', 'a', '--bucket=b'], 1],
  ['buckets[1].prefix', ['--bucket', 'a', '--bucket=b'], 2],
  ['access[1]', ['--bucket', 'a', '--bucket=b'], 2],
  // There is only one that it could be.
  ['buckets[0].prefix', ['--bucket', 'a', '--whole-bucket'], undefined],
  ['externalId', ['--bucket', 'a', '--bucket', 'b'], undefined],
  [undefined, ['--bucket', 'a', '--bucket', 'b'], undefined],
])('field %s, with %j typed, belongs to bucket %s', (field, args, bucket) => {
  expect(bucketOf(field, args)).toBe(bucket);
});
