import { Intrinsic } from './intrinsics';
import { isRecord } from '../../policy/base';

/** What CloudFormation leaves out. */
export const NO_VALUE: Intrinsic = { Ref: 'AWS::NoValue' };

/** A value that is there under a condition only. */
export function onlyIf(condition: string | undefined, value: unknown): unknown {
  return condition === undefined ? value : { 'Fn::If': [condition, value, NO_VALUE] };
}

/**
 * The value of a parameter, unless it is empty, as its condition tells.
 *
 * The inner choice is there for the CDK's validator: up to 2.275 it puts the empty default in the place of a bare `Ref`, whatever the
 * outer condition says, and fails the synthesis. It does not look into a choice inside of a text.
 */
export function ifGiven(condition: string, parameter: string): unknown {
  return onlyIf(condition, { 'Fn::Join': ['', [{ 'Fn::If': [condition, { Ref: parameter }, ''] }]] });
}

/**
 * One value or the other; what they have in common stands outside of the choice.
 *
 * @param join makes one text of two where the choice can stand within it
 */
export function choose(condition: string, a: unknown, b: unknown, join: (a: string, b: string) => string | undefined): unknown {
  if (JSON.stringify(a) === JSON.stringify(b)) {
    return a;
  }
  if (isPlain(a) && isPlain(b)) {
    const keys = [...Object.keys(a), ...Object.keys(b).filter((key) => !Object.hasOwn(a, key))];
    return Object.fromEntries(keys.map((key) => [key, choose(condition, a[key] ?? NO_VALUE, b[key] ?? NO_VALUE, join)]));
  }
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    return a.map((item, i) => choose(condition, item, b[i], join));
  }
  const joined = typeof a === 'string' && typeof b === 'string' ? join(a, b) : undefined;
  return joined ?? { 'Fn::If': [condition, a, b] };
}

/** A function is one value: what is in it belongs together. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && !Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));
}
