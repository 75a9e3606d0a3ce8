import { and, condition, Conditions } from '../../src/policy/document';
import { StatementJson, statementToJson } from '../../src/policy/write';

/** Conditions as a policy writes them. */
export type ConditionJson = NonNullable<StatementJson['Condition']>;

/** Conditions, from what a policy writes. */
export function conditionsOf(json: ConditionJson): Conditions {
  return and(...Object.entries(json).flatMap(([operator, keys]) => Object.entries(keys).map(([key, values]) => condition(operator, key, values))));
}

/** What a policy writes of conditions. */
export function written(conditions: Conditions): ConditionJson {
  return statementToJson({ effect: 'Allow', actions: [], resources: [], conditions }).Condition ?? {};
}
