import { editDistance } from './edit-distance';

const MOST_EDITS = 2;

/** The word that was probably meant: at most two letters off, and less than half of it. Case, hyphens and underscores are no letters. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = plain(word);
  const near = known
    // What is much longer than any name needs no comparison.
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
  const at = [...a].findIndex((c, i) => c !== b[i]);
  return at !== -1 && b === `${a.slice(0, at)}${a[at + 1]}${a[at]}${a.slice(at + 2)}` ? 1 : editDistance(a, b);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_]/g, '');
}
