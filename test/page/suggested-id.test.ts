import { suggestedId } from '../../page/suggested-id';
import { checkExternalId } from '../../src/policy/grant';

test('a suggested external ID is one, and cannot be guessed', () => {
  const ids = Array.from({ length: 500 }, () => suggestedId());
  ids.forEach((id) => expect(checkExternalId(id, 'externalId')).toBe(id));
  expect(new Set(ids).size).toBe(ids.length);
});

test('every letter is as likely as another, and none looks like a digit', () => {
  const counts = new Map<string, number>();
  for (const letter of Array.from({ length: 1000 }, () => suggestedId()).join('')) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  expect([...counts.keys()].sort().join('')).toBe('23456789abcdefghjkmnpqrstuvwxyz');
  // 26,000 letters, about 839 of each; six standard deviations either way.
  counts.forEach((count) => expect(Math.abs(count - 839)).toBeLessThan(175));
});
