import * as fc from 'fast-check';
import { editDistance } from '../../../src/policy/base/edit-distance';

test.each([
  ['', '', 0], ['a', 'a', 0], ['a', '', 1], ['', 'ab', 2], ['a', 'b', 1], ['ab', 'b', 1], ['b', 'ab', 1], ['ab', 'ba', 2],
  ['kitten', 'sitting', 3], ['hotgleu', 'hotglue', 2], ['clodglue', 'cloudglue', 1], ['flaw', 'lawn', 2], ['intention', 'execution', 5], ['abc', 'xyz', 3],
])('%j and %j are %d apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

test('a distance is none between equal words only, the same both ways, and no way round is shorter', () => {
  fc.assert(fc.property(word, word, word, (a, b, c) => {
    expect(editDistance(a, b) === 0).toBe(a === b);
    expect(editDistance(a, b)).toBe(editDistance(b, a));
    expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
  }));
});

test('one edit is a distance of one', () => {
  fc.assert(fc.property(word, word, (before, after) => {
    expect(editDistance(before + after, `${before}x${after}`)).toBe(1);
    expect(editDistance(`${before}y${after}`, `${before}x${after}`)).toBe(1);
  }));
});
