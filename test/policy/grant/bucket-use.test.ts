import { KeyScope, Location, WHOLE_BUCKET } from '../../../src/policy/grant';
import { bucketUses, compileLocation } from '../../../src/policy/grant/bucket-use';
import { EVERY_KEY } from '../../../src/policy/grant/key-scope';
import { render } from '../../../src/policy/pattern';
import { folders, location, OWNER, VIDEOS } from '../locations';

function uses(...locations: Location[]) {
  return bucketUses(locations.map(compileLocation), {});
}

test('a location is the whole bucket by that word, and otherwise what its scopes are', () => {
  expect(compileLocation(location('read', { scopes: WHOLE_BUCKET })).patterns).toEqual([{ ...EVERY_KEY, from: ['access[0]'] }]);
  expect(compileLocation(location('read', { scopes: [] })).patterns).toEqual([]);
  expect(compileLocation(location('read', { scopes: folders('a', 'b') })).patterns.map(render)).toEqual(['a/*', 'b/*']);
});

test('locations of one bucket under the same conditions are one use', () => {
  const [use, ...more] = uses(location('read', { scopes: folders('a') }), location('write', { scopes: folders('b') }), location('read', { scopes: folders('c') }));
  expect(more).toEqual([]);
  expect(use.patterns.get('s3:GetObject')!.map(render)).toEqual(['a/*', 'c/*']);
  expect(use.patterns.get('s3:PutObject')!.map(render)).toEqual(['b/*']);
});

test.each<[string, Partial<Location>]>([
  ['bucket', { bucketArn: 'arn:aws:s3:::orders' }],
  ['pin', { owner: undefined }],
  ['TLS', { requireTls: false }],
  ['demand on encryption', { acceptedEncryption: ['AES256'] }],
])('another %s is another use', (_, more) => {
  expect(uses(location('read'), location('read', more))).toHaveLength(2);
});

test('very many scopes are no trouble', () => {
  const many = Array.from({ length: 200_000 }, (_, i): KeyScope => ({ kind: 'folder', path: `${i}` }));
  expect(uses(location('read', { scopes: many }))[0].patterns.get('s3:GetObject')).toHaveLength(200_000);
});

test('fails for one bucket with two owners, wherever they stand', () => {
  const other = location('read', { owner: '444455556666', field: 'access[2]' });
  expect(() => uses(location('read'), location('read', { bucketArn: 'arn:aws:s3:::x' }), other)).toThrow(
    `BucketOwnerConflict: access[2]: received "444455556666"; the same bucket is declared elsewhere with owner "${OWNER}"; a bucket has one owner`);
  expect(() => uses(location('read'), location('read', { owner: undefined }), { ...other, owner: OWNER })).not.toThrow();
  expect(() => uses({ ...other, bucketArn: `${VIDEOS}-2` }, location('read'))).not.toThrow();
});
