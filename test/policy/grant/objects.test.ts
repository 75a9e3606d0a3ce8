import { Location } from '../../../src/policy/grant';
import { bucketUses } from '../../../src/policy/grant/bucket-use';
import { objectStatements } from '../../../src/policy/grant/objects';
import { folders, location, PINNED, VIDEOS } from '../locations';

function statements(...locations: Location[]) {
  return bucketUses(locations, {}).flatMap(objectStatements);
}

test('each place stands once, with all that is allowed there', () => {
  expect(statements(location('read', { scopes: folders('a') }), location('write', { scopes: folders('a', 'b') }))).toEqual([
    {
      effect: 'Allow',
      actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
      resources: [`${VIDEOS}/a/*`],
      conditions: PINNED,
    },
    {
      effect: 'Allow',
      actions: ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'],
      resources: [`${VIDEOS}/b/*`],
      conditions: PINNED,
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
    conditions: { ...PINNED, StringEquals: { ...PINNED.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' } },
  });
});

test('a write stands apart only where there is a demand on its encryption', () => {
  expect(statements(location('write'))).toHaveLength(1);
  const [plain, guarded] = statements(location('write', { acceptedEncryption: ['AES256'] }));
  expect(plain.actions).toEqual(['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts']);
  expect(guarded.actions).toEqual(['s3:PutObject']);
  expect(guarded.conditions).toHaveProperty('StringEqualsIfExists');
});

test('bucket actions are never put on objects', () => {
  expect(statements(location('read', { actions: ['s3:ListBucket', 's3:GetBucketLocation'] }))).toEqual([]);
});
