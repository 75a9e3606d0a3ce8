import { Token } from 'aws-cdk-lib';
import { isRecord } from '../../policy/base';

/** The deepest a definition goes: a list of structs with lists. */
const MAX_DEPTH = 8;

/** Far more than a definition holds. Data that turns back to itself in many places would have more at each level. */
const MAX_VALUES = 10_000;

/** Why data cannot be walked to its end, if it cannot: it would overflow the stack, or never end. */
export function whyEndless(value: unknown): string | undefined {
  let level = [value];
  let count = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      return `values are nested more than ${MAX_DEPTH} levels deep`;
    }
    const next: unknown[] = [];
    for (const item of level) {
      const inner = parts(item);
      count += inner.length;
      if (count > MAX_VALUES) {
        return `there are more than ${MAX_VALUES} values`;
      }
      for (const part of inner) {
        next.push(part);
      }
    }
    level = next;
  }
  return undefined;
}

/** What a walk goes on to. A token is one value, whatever construct it points to. */
function parts(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : isWalked(value) ? Object.values(value) : [];
}

function isWalked(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && !Token.isUnresolved(value);
}

/** A deep copy of plain data, locked at every level. */
export function lockedCopy<T>(value: T): T {
  if (Array.isArray(value)) {
    return Object.freeze(Array.from(value, (item) => lockedCopy(item))) as T;
  }
  return isWalked(value) ? lockedFields(value, lockedCopy) : value;
}

/** A copy of options and of their lists, locked. What the lists hold stays the caller's own. */
export function lockedOptions<T extends object>(options: T): T {
  return lockedFields(options, (value) => (Array.isArray(value) ? Object.freeze([...value]) : value));
}

/**
 * Copies the fields that are there, and no others: one that is unset may mean something else than one that is absent.
 *
 * The fields cannot be changed or deleted, but the object is not frozen: jsii marks each object that it hands to
 * another language, and fails where it cannot. So whoever gives such an object away gives away a copy.
 */
function lockedFields<T extends object>(struct: T, copyField: (value: unknown) => unknown): T {
  const copy = {};
  for (const [name, value] of Object.entries(struct)) {
    Object.defineProperty(copy, name, { value: copyField(value), enumerable: true });
  }
  return copy as T;
}
