import { byCodeUnit } from '../pattern';
import { Statement } from './statement';

/**
 * Merges statements that differ only in their resources, and puts all in a fixed order.
 *
 * "These actions, under these conditions" on A, and the same on B, is the same on A and B; nothing else is merged, for
 * any other union would cross one declaration with another. Grouped by text in a map, so linear but for the sorting.
 */
export function merge(statements: readonly Statement[]): Statement[] {
  const groups = new Map<string, { statement: Statement; resources: Set<string> }>();
  for (const statement of statements) {
    const id = JSON.stringify([statement.effect, statement.principals, statement.actions, statement.conditions]);
    const group = groups.get(id);
    if (group) {
      statement.resources.forEach((resource) => group.resources.add(resource));
    } else {
      groups.set(id, { statement, resources: new Set(statement.resources) });
    }
  }
  return [...groups.entries()]
    .map(([id, { statement, resources }]) => {
      const sorted = [...resources].sort(byCodeUnit);
      return { order: [statement.actions.join(), sorted[0] ?? '', id], statement: { ...statement, resources: sorted } };
    })
    .sort((a, b) => byCodeUnit(a.order[0], b.order[0]) || byCodeUnit(a.order[1], b.order[1]) || byCodeUnit(a.order[2], b.order[2]))
    .map(({ statement }) => statement);
}
