import { BOUNDS } from '../../policy/aws';

/** An ID that is not the right one. */
interface WrongExternalId {
  /** How it differs from the right one. */
  readonly how: string;
  readonly id: string;
}

/**
 * IDs that are nearly the right one, each let in by another looseness of a trust policy: wildcards at the end, at the start, in between
 * or for single characters, and a comparison that ignores case. A few attempts only: each is a request to STS.
 */
export function wrongExternalIds(right: string): WrongExternalId[] {
  const candidates: WrongExternalId[] = [
    ...right.length < BOUNDS.externalId ? [{ how: 'one character more', id: `${right}x` }] : [],
    { how: 'another first character', id: changed(right, 0) },
    { how: 'another one in the middle', id: changed(right, Math.floor(right.length / 2)) },
    { how: 'another last character', id: changed(right, right.length - 1) },
    ...lengthened(right),
    { how: 'upper for lower case', id: right.replace(/[a-z]/gi, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())) },
  ];
  // Short ones have no middle, and those without letters no other case.
  return candidates.filter(({ id }, i) => id !== right && candidates.findIndex((other) => other.id === id) === i);
}

/**
 * IDs that start and end as the right one does. Twice the right one is let in by every pattern with a `*` that lets in the right one,
 * wherever that stands and whatever it stands for: what comes before it is at the start, and what comes after it at the end. Where there
 * is no room for that, one character is put in at a few places.
 */
function lengthened(right: string): WrongExternalId[] {
  if (right.length * 2 <= BOUNDS.externalId) {
    return [{ how: 'twice the right one', id: `${right}${right}` }];
  }
  return right.length >= BOUNDS.externalId ? [] : [1, 2, 3].map((quarter) => {
    const at = Math.floor(right.length * quarter / 4);
    return { how: `one character more after ${at}`, id: `${right.slice(0, at)}${right[at] === '0' ? '1' : '0'}${right.slice(at)}` };
  });
}

/** With another character that differs whatever the case. */
function changed(id: string, at: number): string {
  return `${id.slice(0, at)}${id[at] === '0' ? '1' : '0'}${id.slice(at + 1)}`;
}
