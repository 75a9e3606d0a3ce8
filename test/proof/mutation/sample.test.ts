import { isSampled } from './sample';

function sample(all: number, budget?: number): number[] {
  return Array.from({ length: all }, (_, mutant) => mutant).filter((mutant) => isSampled(mutant, all, budget));
}

test('all, where as many may be tried, or where nothing is said', () => {
  expect(sample(5)).toEqual([0, 1, 2, 3, 4]);
  expect(sample(5, 5)).toHaveLength(5);
  expect(sample(5, 9)).toHaveLength(5);
});

test.each([[10, 5], [10, 3], [1000, 7], [1001, 999], [3547, 900], [7, 1]])('of %d, %d at most, and evenly spread', (all, budget) => {
  const chosen = sample(all, budget);
  expect(chosen.length).toBeLessThanOrEqual(budget);
  expect(chosen.length).toBeGreaterThanOrEqual(budget - 1);
  const gaps = chosen.slice(1).map((mutant, i) => mutant - chosen[i]);
  expect(Math.max(0, ...gaps) - Math.min(all, ...gaps)).toBeLessThanOrEqual(1);
});
