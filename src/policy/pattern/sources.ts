import { KeyPattern } from './key-pattern';
import { byCodeUnit } from '../base';

/** Where things come from that have become one: each source once, sorted; none where none of them has any. */
export function joinSources(all: ReadonlyArray<{ readonly from?: readonly string[] }>): readonly string[] | undefined {
  const found = new Set<string>();
  all.forEach(({ from }) => from?.forEach((source) => found.add(source)));
  return found.size === 0 ? undefined : [...found].sort(byCodeUnit);
}

/** Patterns that say which declaration they come from. */
export function patternsFrom(source: string, patterns: readonly KeyPattern[]): KeyPattern[] {
  const from = [source];
  // Field by field: many patterns are compared, and Node.js is twice as slow with copies that a spread made.
  return patterns.map(({ stem, open, listable }) => ({ stem, open, listable, from }));
}
