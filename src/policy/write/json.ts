import { byCodeUnit } from '../base';
import { Condition, Conditions, EVERYBODY, PrincipalSet, Statement } from '../document';

/** One value, or several. */
type Values = string | readonly string[];

/** Principals as IAM reads them. */
type PrincipalJson = typeof EVERYBODY | Readonly<Record<string, Values>>;

/** A statement as IAM reads it. */
export interface StatementJson {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal?: PrincipalJson;
  readonly NotPrincipal?: PrincipalJson;
  readonly Action?: Values;
  readonly NotAction?: Values;
  readonly Resource?: Values;
  readonly NotResource?: Values;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Values>>>>;
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

/** Renders one statement. What it came from is no part of it. */
export function statementToJson(statement: Statement): StatementJson {
  const { sid, effect, principals, notPrincipals, actions, notActions, resources, notResources, conditions } = statement;
  return {
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: effect,
    ...(principals === undefined ? {} : { Principal: principalJson(principals) }),
    ...(notPrincipals === undefined ? {} : { NotPrincipal: principalJson(notPrincipals) }),
    ...(notActions === undefined ? { Action: single(actions) } : { NotAction: single(notActions) }),
    ...(resources.length > 0 ? { Resource: single(resources) } : {}),
    ...(notResources === undefined ? {} : { NotResource: single(notResources) }),
    ...(conditions.length > 0 ? { Condition: conditionJson(conditions) } : {}),
  };
}

function principalJson(principals: PrincipalSet): PrincipalJson {
  return principals === EVERYBODY
    ? principals
    : Object.fromEntries(Object.entries(principals).map(([type, values]) => [type, single(values)]));
}

function conditionJson(conditions: Conditions): Record<string, Record<string, Values>> {
  const operators = new Map<string, Condition[]>();
  for (const one of conditions) {
    const others = operators.get(one.operator) ?? [];
    if (others.some(({ key }) => key.toLowerCase() === one.key.toLowerCase())) {
      throw new Error(`Two conditions ${one.operator} on ${one.key}: both must hold, and a statement has room for one`);
    }
    operators.set(one.operator, [...others, one]);
  }
  return Object.fromEntries([...operators].map(([operator, all]) => [operator, Object.fromEntries(
    all.sort((a, b) => byCodeUnit(a.key, b.key)).map(({ key, values }) => [key, single(values)]),
  )]));
}

function single(values: readonly string[]): Values {
  return values.length === 1 ? values[0] : values;
}
