import { editDistance } from '../../policy/base';
/** The word that was probably meant: at most two letters off, and less than half of it. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  // What is much longer than any name needs no comparison.
  const near = known
    .filter((candidate) => Math.abs(candidate.length - word.length) <= 2)
    .map((candidate) => ({ candidate, distance: editDistance(candidate, word.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= 2 && distance * 2 < candidate.length)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.candidate;
}
