import { fail } from './policy';

/**
 * Checks that a value is an object with named properties. TypeScript sees to it already; plain JavaScript does not, and
 * a string in place of options would silently leave every option out.
 */
export function checkStruct<T extends object>(value: T, field: string): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail('ValueTypeInvalid', field, value, 'give an object with named properties');
  }
  return value;
}

/** Checks that a value is one of an enum; one that is not would silently act as some other. */
export function checkEnum<T extends string>(value: T | undefined, all: Readonly<Record<string, T>>, field: string): T | undefined {
  if (value !== undefined && !Object.values(all).includes(value)) {
    fail('ValueTypeInvalid', field, value, `give one of ${Object.values(all).join(', ')}`);
  }
  return value;
}
