import { Location } from '../../../src/policy/grant';
import { bucketUses } from '../../../src/policy/grant/bucket-use';
import { objectStatements } from '../../../src/policy/grant/objects';
import { conditionsOf, written } from '../conditions';
import { folders, location, PINNED, VIDEOS } from '../locations';

const FROM = ['access[0]'];

function statements(...locations: Location[]) {
  return bucketUses(locations, {}).flatMap(objectStatements);
}

test('each place stands once, with all that is allowed there', () => {
  expect(statements(location('read', { scopes: folders('a') }), location('write', { scopes: folders('a', 'b') }))).toEqual([
    {
      effect: 'Allow',
      actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
      resources: [`${VIDEOS}/a/*`],
      conditions: conditionsOf(PINNED),
      from: FROM,
    },
    {
      effect: 'Allow',
      actions: ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'],
      resources: [`${VIDEOS}/b/*`],
      conditions: conditionsOf(PINNED),
      from: FROM,
    },
  ]);
});

test('an ACL stands apart, with its condition', () => {
  const [plain, guarded] = statements(location('write', {}, { acl: true }));
  expect(plain.actions).not.toContain('s3:PutObjectAcl');
  expect(guarded).toEqual({
    effect: 'Allow',
    actions: ['s3:PutObjectAcl'],
    resources: [`${VIDEOS}/*`],
    conditions: conditionsOf({ ...PINNED, StringEquals: { ...PINNED.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' } }),
    from: FROM,
  });
});

test('a write stands apart only where there is a demand on its encryption', () => {
  expect(statements(location('write'))).toHaveLength(1);
  const [plain, guarded] = statements(location('write', { acceptedEncryption: ['AES256'] }));
  expect(plain.actions).toEqual(['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts']);
  expect(guarded.actions).toEqual(['s3:PutObject']);
  expect(written(guarded.conditions)).toHaveProperty('StringEqualsIfExists');
});

test('bucket actions are never put on objects', () => {
  expect(statements(location('read', { actions: ['s3:ListBucket', 's3:GetBucketLocation'] }))).toEqual([]);
});

test('a place comes from the declarations that ask for something there or below', () => {
  const at = (field: string, mode: 'read' | 'write', ...paths: string[]) => location(mode, { field, scopes: folders(...paths) });
  const result = statements(at('access[2]', 'read', 'a'), at('access[0]', 'write', 'a/b', 'c'), at('access[1]', 'read', 'a/b'));
  expect(result.map(({ actions, resources, from }) => [actions.length, resources, from])).toEqual([
    [3, [`${VIDEOS}/a/b/*`], ['access[0]']],
    [3, [`${VIDEOS}/c/*`], ['access[0]']],
    [1, [`${VIDEOS}/a/*`], ['access[1]', 'access[2]']],
  ]);
});
