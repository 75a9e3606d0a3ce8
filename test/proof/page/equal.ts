/** Throws where something is not what it should be. */
export function equal<T>(what: string, found: T, expected: T): void {
  if (found !== expected) {
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  }
}
