import * as fc from 'fast-check';
import { Stems } from '../../../src/policy/pattern';

function stems(...texts: string[]): Stems {
  const result = new Stems();
  texts.forEach((text) => result.add(text));
  return result;
}

test.each<[string, string[], boolean]>([
  ['ab', ['a'], true], ['a', ['ab'], true], ['a', ['a'], true], ['', ['a'], true], ['a', [''], true], ['', [''], true],
  ['a', [], false], ['', [], false], ['S', [], false], ['b', ['a'], false], ['ab', ['ac'], false], ['ab', ['b', 'a/'], false],
  ['b', ['a', 'ab', 'bb', 'c'], true], ['bc', ['a', 'ab', 'bb', 'c'], false],
])('that %j is related to one of %j: %p', (text, known, related) => {
  expect(stems(...known).isRelated(text)).toBe(related);
});

const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '\u{1f3ac}'), maxLength: 6 });

test('texts are related if one is the beginning of the other, in whatever order and however often they come', () => {
  let related = 0;
  fc.assert(fc.property(fc.array(text, { maxLength: 12 }), text, (known, next) => {
    const expected = known.some((one) => one.startsWith(next) || next.startsWith(one));
    related += expected ? 1 : 0;
    expect(stems(...known, ...known).isRelated(next)).toBe(expected);
  }), { numRuns: 500 });
  expect(related).toBeGreaterThan(50);
});
