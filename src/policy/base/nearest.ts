import { editDistance } from './edit-distance';

const MOST_EDITS = 2;

/** The word that was probably meant: at most two letters off, and less than half of it. Case, hyphens and underscores are no letters. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = plain(word);
  const near = known
    // What is much longer, or shorter, needs no comparison.
    .filter((candidate) => Math.abs(plain(candidate).length - typed.length) <= MOST_EDITS)
    .map((candidate) => ({ candidate, distance: distanceOf(plain(candidate), typed) }))
    .filter(({ candidate, distance }) => distance <= MOST_EDITS && distance * 2 < plain(candidate).length)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.candidate;
}

/** The start of an advice, `did you mean "x"? `; empty where nothing is near, or where no word was typed. */
export function didYouMean(typed: unknown, known: readonly string[]): string {
  const meant = typeof typed === 'string' ? nearest(typed, known) : undefined;
  return meant === undefined ? '' : `did you mean "${meant}"? `;
}

/** Two neighbours that have changed places are one slip of the fingers. */
function distanceOf(a: string, b: string): number {
  const slips = [...a].map((c, i) => `${a.slice(0, i)}${a.slice(i + 1, i + 2)}${c}${a.slice(i + 2)}`);
  return a !== b && slips.includes(b) ? 1 : editDistance(a, b);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_]/g, '');
}
