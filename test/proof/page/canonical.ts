/** JSON of a policy in which the order of members, and of lists that mean sets, does not matter; a list of one is its item. */
export function canonical(value: unknown): string {
  return JSON.stringify(ordered(value), undefined, 2);
}

/** Where two documents differ, for a report; nothing if they mean the same. */
export function difference(what: string, shown: unknown, expected: unknown): string | undefined {
  const [left, right] = [canonical(shown), canonical(expected)];
  return left === right ? undefined : `${what}\nshown:\n${left}\nexpected:\n${right}`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(ordered);
    return items.length === 1 ? items[0] : items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, ordered(item)]));
}
