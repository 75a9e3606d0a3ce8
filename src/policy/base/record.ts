/**
 * Whether a value is a plain object with named fields, of this realm or another. A Map has none, and one of a class may
 * keep them where a copy does not find them: either would pass as empty.
 */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (!Array.isArray(value) && Object.getPrototypeOf(prototype) === null);
}
