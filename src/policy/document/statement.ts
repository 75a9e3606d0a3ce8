import { byCodeUnit } from '../pattern';

/** Condition operators, their keys and their values; an array of values means "any of". */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A list of condition values that may be divided between statements without changing what they allow together. */
interface Divisible {
  readonly operator: string;
  readonly key: string;
}

/** One statement, in a form that is easy to merge and divide. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** AWS principals; only in resource and trust policies. */
  readonly principals?: readonly string[];
  readonly actions: readonly string[];
  /** None in a trust policy. */
  readonly resources: readonly string[];
  readonly conditions: Conditions;
  readonly divisible?: Divisible;
}

/** A statement as IAM reads it. */
export interface StatementJson {
  readonly Effect: string;
  readonly Principal?: { readonly AWS: string | readonly string[] };
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Conditions;
}

/** A policy document as IAM reads it. */
export interface PolicyJson {
  readonly Version: '2012-10-17';
  readonly Statement: readonly StatementJson[];
}

/** Renders statements; lists of one become the value itself, as IAM does when it gives a policy back. */
export function toJson(statements: readonly Statement[]): PolicyJson {
  return { Version: '2012-10-17', Statement: statements.map(statementToJson) };
}

export function statementToJson(statement: Statement): StatementJson {
  const condition = Object.entries(statement.conditions)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([operator, keys]) => [operator, Object.fromEntries(
      Object.entries(keys).sort(([a], [b]) => byCodeUnit(a, b)).map(([key, values]) => [key, single(values)]),
    )]);
  return {
    Effect: statement.effect,
    ...(statement.principals ? { Principal: { AWS: single(statement.principals) } } : {}),
    Action: single(statement.actions),
    ...(statement.resources.length > 0 ? { Resource: single(statement.resources) } : {}),
    ...(condition.length > 0 ? { Condition: Object.fromEntries(condition) } : {}),
  };
}

function single(values: string | readonly string[]): string | readonly string[] {
  return typeof values !== 'string' && values.length === 1 ? values[0] : values;
}

/** Sets one condition beside others; an operator may carry several keys. */
export function withCondition(conditions: Conditions, operator: string, key: string, value: string | readonly string[]): Conditions {
  return { ...conditions, [operator]: { ...conditions[operator], [key]: value } };
}
