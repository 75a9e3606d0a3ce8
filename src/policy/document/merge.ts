import { Conditions, conditionsId } from './conditions';
import { PrincipalSet, Statement } from './statement';
import { byCodeUnit } from '../base';
import { joinSources } from '../pattern';

/**
 * Merges statements that differ only in their resources, and puts all in a fixed order.
 *
 * "These actions, under these conditions" on A, and the same on B, is the same on A and B; nothing else is merged, for
 * any other union would cross one declaration with another. Grouped by text in a map, so linear but for the sorting.
 */
export function merge(statements: readonly Statement[]): Statement[] {
  const groups = new Map<string, Statement[]>();
  const conditionIds = new Map<Conditions, string>();
  for (const statement of statements) {
    const conditions = conditionIds.get(statement.conditions) ?? conditionsId(statement.conditions);
    conditionIds.set(statement.conditions, conditions);
    const id = identityOf(statement, conditions);
    const group = groups.get(id) ?? [];
    groups.set(id, group);
    group.push(statement);
  }
  return [...groups.entries()]
    .map(([id, group]) => {
      const statement = joined(group);
      return { order: [statement.actions.join(), statement.resources[0] ?? '', id], statement };
    })
    .sort((a, b) => byCodeUnit(a.order[0], b.order[0]) || byCodeUnit(a.order[1], b.order[1]) || byCodeUnit(a.order[2], b.order[2]))
    .map(({ statement }) => statement);
}

/** All that a statement says but its resources, in whatever order it is written. */
function identityOf({ sid, effect, principals, notPrincipals, actions, notActions, notResources }: Statement, conditions: string): string {
  const others = [sid, inOrder(notPrincipals), sorted(notActions), sorted(notResources)];
  return [JSON.stringify([effect, inOrder(principals), sorted(actions)]), conditions, JSON.stringify(others)].join();
}

/** One statement in the place of several that are the same but for their resources. */
function joined(group: readonly Statement[]): Statement {
  // Lists, and the case of keys, may be written in several ways: the same one is kept, whichever came first.
  const statement = group.reduce((first, next) => (byCodeUnit(spellingOf(next), spellingOf(first)) < 0 ? next : first));
  const from = joinSources(group);
  return { ...statement, resources: sorted(group.flatMap(({ resources }) => resources))!, ...from && { from } };
}

function spellingOf({ principals, notPrincipals, actions, notActions, notResources, conditions }: Statement): string {
  return JSON.stringify([principals, notPrincipals, actions, notActions, notResources, conditions]);
}

function inOrder(principals: PrincipalSet | undefined): unknown {
  return typeof principals === 'object'
    ? Object.entries(principals).sort(([a], [b]) => byCodeUnit(a, b)).map(([type, values]) => [type, sorted(values)])
    : principals;
}

function sorted(values: readonly string[] | undefined): string[] | undefined {
  return values && [...new Set(values)].sort(byCodeUnit);
}
