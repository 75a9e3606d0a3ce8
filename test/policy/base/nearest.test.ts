import { didYouMean, nearest } from '../../../src/policy/base';

test.each<[string, string[], string | undefined]>([
  ['clodglue', ['apperate', 'cloudglue'], 'cloudglue'],
  ['Hotgule', ['hotglue'], 'hotglue'],
  ['reed', ['read', 'reef'], 'read'],
  ['hotglua', ['hotgluea', 'hotglue', 'hotgluaxx'], 'hotgluea'],
  ['hotglues', ['hotgl', 'hotglue'], 'hotglue'],
  ['hotglueabc', ['hotglue'], undefined],
  ['ab', ['cd'], undefined],
  ['kit', ['kits'], 'kits'],
  ['ot', ['kit'], undefined],
  ['kti', ['kit'], 'kit'],
  ['KIT', ['kits', 'kit'], 'kit'],
  // In capitals these would be the same.
  ['ßab', ['ssab'], undefined],
  ['ikt', ['kit'], 'kit'],
  ['tik', ['kit'], undefined],
  ['ktix', ['kit'], undefined],
  ['lnikc', ['link', 'links'], undefined],
  ['kti', ['kat', 'kit'], 'kit'],
  ['', ['kit'], undefined],
  // Half of a word is too much of it, also where two letters are not.
  ['abxx', ['abcd'], undefined],
  ['abcxx', ['abcde'], 'abcde'],
  ['kits', ['ki'], undefined],
  ['external_id', ['externalId', 'externalIdIssuer'], 'externalId'],
  ['Bucket-Name', ['bucketName'], 'bucketName'],
  ['--external_id', ['--external-id'], '--external-id'],
  ['bucketName', ['bucket_nam', 'BUCKET-NAME'], 'BUCKET-NAME'],
  ['abcdefgh', ['abcdefghij', 'abcdefghijk'], 'abcdefghij'],
  ['abcdefghijk', ['abcdefgh'], undefined],
])('for %j, of %j: %s', (word, known, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

test('the start of an advice names the word that is near, and is empty where none is, or where no word was typed', () => {
  expect(didYouMean('acounts', ['name', 'accounts'])).toBe('did you mean "accounts"? ');
  expect(didYouMean('acounts', ['name'])).toBe('');
  expect(didYouMean(7, ['name'])).toBe('');
});
