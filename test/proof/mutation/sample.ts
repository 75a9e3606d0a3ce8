/** Why a mutant was not tried, where only some are. */
export const NOT_SAMPLED = 'not in the sample';

/**
 * Whether a mutant is in the sample of at most `budget` of all: each so many, over all files as they stand, so that the same code
 * gives the same sample.
 */
export function isSampled(mutant: number, all: number, budget = all): boolean {
  const share = Math.min(1, budget / all);
  return Math.floor((mutant + 1) * share) > Math.floor(mutant * share);
}
