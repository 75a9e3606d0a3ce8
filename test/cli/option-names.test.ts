import { optionOf } from '../../src/cli/option-names';

test.each<[string | undefined, string[], string | undefined]>([
  ['access[0].prefixes[0]', [], '--prefix'],
  ['buckets[2].keyArn', [], '--key-arn'],
  ['externalId', [], '--external-id'],
  ['externalId', ['--external-id-source=derived'], '--external-id-source'],
  ['vendor.roleName', ['--role-name', 'x'], undefined],
  ['sessionTags', [], undefined],
  [undefined, [], undefined],
])('field %s, with %j typed, is set by %s', (field, args, option) => {
  expect(optionOf(field, args)).toBe(option);
});
