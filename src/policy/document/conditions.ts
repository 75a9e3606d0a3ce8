import { byCodeUnit } from '../base';

/** One condition: an operator, a key, and the values that the key's are compared with. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  /** Sorted, each once. */
  readonly values: readonly string[];
}

declare const CANONICAL: unique symbol;

/**
 * What must all hold for a statement to apply: made by `condition`, joined by `and`.
 *
 * Canonical: whatever the order in which conditions and their values came, the same ones are the same. Two on one key under one operator both
 * stay, for both must hold. IAM writes such a pair only where it is one condition, so nothing takes the place of another by chance.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export type Conditions = readonly Condition[] & { readonly [CANONICAL]: true };

/** No condition. */
export const ALWAYS = canonical([]);

/** One condition; several values mean any of them, or none of them where the operator is a negation. */
export function condition(operator: string, key: string, values: string | readonly string[]): Conditions {
  return canonical([{ operator, key, values: [...new Set([values].flat())].sort(byCodeUnit) }]);
}

/** All of these conditions. */
export function and(...all: readonly Conditions[]): Conditions {
  return canonical(all.flat());
}

/** Equal for conditions that say the same. */
export function conditionsId(conditions: Conditions): string {
  return JSON.stringify(conditions.map(idOf));
}

/** The values of the condition on a key. */
export function valuesOf(conditions: Conditions, operator: string, key: string): readonly string[] {
  return conditions.find((one) => one.operator === operator && one.key === key)!.values;
}

/** The same conditions with other values for one key. */
export function withValues(conditions: Conditions, operator: string, key: string, values: readonly string[]): Conditions {
  return and(canonical(conditions.filter((one) => one.operator !== operator || one.key !== key)), condition(operator, key, values));
}

function canonical(conditions: readonly Condition[]): Conditions {
  const known = new Map<string, Condition>();
  // Of two spellings of a key, the last one is kept: the same one, whichever came first.
  [...conditions].sort((a, b) => byCodeUnit(b.key, a.key)).forEach((one) => known.set(JSON.stringify(idOf(one)), one));
  return [...known].sort(([a], [b]) => byCodeUnit(a, b)).map(([, one]) => one) as unknown as Conditions;
}

/** IAM reads the names of keys without regard to case. */
function idOf({ operator, key, values }: Condition): unknown[] {
  return [operator, key.toLowerCase(), values];
}
