import { suggest } from '../../../src/cli/options/suggest';

test.each([
  ['clodglue', ['apperate', 'cloudglue'], 'cloudglue'],
  ['Hotgule', ['hotglue'], 'hotglue'],
  ['reed', ['read', 'reef'], 'read'],
  ['hotglua', ['hotgluea', 'hotglue', 'hotgluaxx'], 'hotgluea'],
  ['hotglues', ['hotgl', 'hotglue'], 'hotglue'],
  ['hotglueabc', ['hotglue'], undefined],
  ['ab', ['cd'], undefined],
  ['kit', ['kits'], 'kits'],
  ['ot', ['kit'], undefined],
  ['', ['kit'], undefined],
])('for %j, of %j: %s', (word, known, meant) => {
  expect(suggest(word, known)).toBe(meant);
});
