import { BucketUse } from './bucket-use';
import { S3_ACTIONS } from '../aws';
import { Statement, withCondition } from '../document';
import { collapse, KeyPattern, render } from '../pattern';

/** Statements on the bucket itself: listings limited by prefix, and the actions that know no prefix. */
export function bucketStatements(use: BucketUse): Statement[] {
  const unlimited: string[] = [];
  const limited = new Map<string, { actions: string[]; prefixes: string[] }>();
  for (const action of [...use.patterns.keys()].sort()) {
    const level = S3_ACTIONS[action].level;
    if (level === 'bucket') {
      unlimited.push(action);
    } else if (level === 'listing') {
      const patterns = collapse(use.patterns.get(action)!.filter((pattern) => pattern.listable));
      if (isWholeBucket(patterns)) {
        unlimited.push(action);
      } else if (patterns.length > 0) {
        const prefixes = patterns.map(render);
        const id = JSON.stringify(prefixes);
        const group = limited.get(id) ?? { actions: [], prefixes };
        group.actions.push(action);
        limited.set(id, group);
      }
    }
  }
  const resources = [use.location.bucketArn];
  const statements: Statement[] = [...limited.values()].map(({ actions, prefixes }) => ({
    effect: 'Allow',
    actions,
    resources,
    conditions: withCondition(use.conditions, 'StringLike', 's3:prefix', prefixes),
    divisible: { operator: 'StringLike', key: 's3:prefix' },
  }));
  if (unlimited.length > 0) {
    statements.push({ effect: 'Allow', actions: unlimited, resources, conditions: use.conditions });
  }
  return statements;
}

/** Without an `s3:prefix` condition, for a request for the whole bucket names no prefix at all. */
function isWholeBucket(patterns: readonly KeyPattern[]): boolean {
  return patterns.length === 1 && patterns[0].open && patterns[0].stem === '';
}
