import { KeyPattern } from './key-pattern';

/** Orders strings by code unit: the same everywhere, whatever the locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Drops every pattern that another one covers, and sorts the rest.
 *
 * An open pattern covers all patterns whose stem starts with its own. Sorted by stem these follow it directly, so one
 * sweep finds them: n log n. Comparing text is enough, for a stem never ends within an escape or a reference.
 */
export function collapse(patterns: readonly KeyPattern[]): KeyPattern[] {
  const sorted = [...patterns].sort((a, b) => byCodeUnit(a.stem, b.stem) || Number(b.open) - Number(a.open));
  const kept: KeyPattern[] = [];
  let cover: KeyPattern | undefined;
  for (const pattern of sorted) {
    const last = kept[kept.length - 1];
    if (cover && pattern.stem.startsWith(cover.stem)) {
      continue;
    }
    if (last && last.stem === pattern.stem) {
      continue;
    }
    kept.push(pattern);
    if (pattern.open) {
      cover = pattern;
    }
  }
  return kept;
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
      } else {
        places.set(id, { pattern, actions: [action] });
      }
    }
  }
  return places;
}
