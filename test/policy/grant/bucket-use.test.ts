import { KeyScope, Location } from '../../../src/policy/grant';
import { bucketUses } from '../../../src/policy/grant/bucket-use';
import { renderPattern } from '../../../src/policy/pattern';
import { folders, location } from '../locations';

function uses(...locations: Location[]) {
  return bucketUses(locations, {});
}

test('locations of one bucket under the same conditions are one use', () => {
  const [use, ...more] = uses(location('read', { scopes: folders('a') }), location('write', { scopes: folders('b') }), location('read', { scopes: folders('c') }));
  expect(more).toEqual([]);
  expect(use.patterns.get('s3:GetObject')!.map(renderPattern)).toEqual(['a/*', 'c/*']);
  expect(use.patterns.get('s3:PutObject')!.map(renderPattern)).toEqual(['b/*']);
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
