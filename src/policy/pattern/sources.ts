import { byCodeUnit } from '../base';

/** Where things come from that have become one: each source once, sorted; none where none of them has any. */
export function joinSources(all: ReadonlyArray<{ readonly from?: readonly string[] }>): readonly string[] | undefined {
  const found = new Set<string>();
  all.forEach(({ from }) => from?.forEach((source) => found.add(source)));
  return found.size === 0 ? undefined : [...found].sort(byCodeUnit);
}
