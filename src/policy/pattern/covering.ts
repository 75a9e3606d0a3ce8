import { KeyPattern } from './key-pattern';
import { joinSources } from './sources';
import { byCodeUnit } from '../base';

/**
 * Drops every pattern that another one covers, and sorts the rest.
 *
 * An open pattern covers all patterns whose stem starts with its own. Sorted by stem these follow it directly, so one
 * sweep finds them: n log n. Comparing text is enough, for a stem never ends within an escape or a reference.
 */
export function collapse(patterns: readonly KeyPattern[]): KeyPattern[] {
  const groups: KeyPattern[][] = [];
  for (const pattern of [...patterns].sort(byStem)) {
    const last = groups[groups.length - 1];
    if (last && covers(last[0], pattern)) {
      last.push(pattern);
    } else {
      groups.push([pattern]);
    }
  }
  return groups.map(([first, ...others]) => standingFor(first, others));
}

/** By code unit; of two with the same stem, the open one first. */
function byStem(a: KeyPattern, b: KeyPattern): number {
  return a.stem < b.stem ? -1 : Number(a.stem > b.stem) || Number(b.open) - Number(a.open);
}

/** Whether a pattern covers one that comes after it. */
function covers(a: KeyPattern, b: KeyPattern): boolean {
  return a.open ? b.stem.startsWith(a.stem) : a.stem === b.stem;
}

/** A pattern that stands for others as well; mostly all are of one declaration. */
function standingFor(pattern: KeyPattern, others: readonly KeyPattern[]): KeyPattern {
  return others.every(({ from }) => from === pattern.from) ? pattern : { ...pattern, from: joinSources([pattern, ...others]) };
}

/**
 * From "where may each action be used" to "what may be done at each place": every place stands once, with all the
 * actions that no wider place gives already.
 */
export function invert(placesByAction: ReadonlyMap<string, readonly KeyPattern[]>): Map<string, { pattern: KeyPattern; actions: string[] }> {
  const places = new Map<string, { pattern: KeyPattern; actions: string[] }>();
  for (const action of [...placesByAction.keys()].sort(byCodeUnit)) {
    for (const pattern of collapse(placesByAction.get(action)!)) {
      const id = `${pattern.open ? '+' : '='}${pattern.stem}`;
      const place = places.get(id);
      if (place) {
        place.actions.push(action);
        place.pattern = standingFor(place.pattern, [pattern]);
      } else {
        places.set(id, { pattern, actions: [action] });
      }
    }
  }
  return places;
}
