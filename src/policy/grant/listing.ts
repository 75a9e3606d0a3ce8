import { BucketUse } from './bucket-use';
import { S3_ACTIONS } from '../aws';
import { ALWAYS, and, condition, Conditions, Statement } from '../document';
import { collapse, joinSources, KeyPattern, renderPattern } from '../pattern';

/** Statements on the bucket itself: listings limited by prefix, and the actions that know no prefix. */
export function bucketStatements(use: BucketUse): Statement[] {
  const unlimited: Listed[] = [];
  const limited = new Map<string, Listed[]>();
  for (const action of [...use.patterns.keys()].sort()) {
    const level = S3_ACTIONS[action].level;
    if (level === 'bucket') {
      unlimited.push([action, use.patterns.get(action)!]);
    } else if (level === 'listing') {
      const patterns = collapse(use.patterns.get(action)!.filter((pattern) => pattern.listable));
      if (isWholeBucket(patterns)) {
        unlimited.push([action, patterns]);
      } else if (patterns.length > 0) {
        const id = JSON.stringify(patterns.map(renderPattern));
        limited.set(id, [...limited.get(id) ?? [], [action, patterns]]);
      }
    }
  }
  const statement = (listed: readonly Listed[], limits: Conditions): Statement => ({
    effect: 'Allow',
    actions: listed.map(([action]) => action),
    resources: [use.location.bucketArn],
    conditions: and(use.conditions, limits),
    from: joinSources(listed.flatMap(([, patterns]) => patterns)),
  });
  return [
    ...[...limited.values()].map((listed): Statement => ({
      ...statement(listed, condition('StringLike', 's3:prefix', listed[0][1].map(renderPattern))),
      divisible: { operator: 'StringLike', key: 's3:prefix' },
    })),
    ...unlimited.length > 0 ? [statement(unlimited, ALWAYS)] : [],
  ];
}

/** An action, and for what it is allowed. */
type Listed = readonly [action: string, patterns: readonly KeyPattern[]];

/** Without an `s3:prefix` condition, for a request for the whole bucket names no prefix at all. */
function isWholeBucket(patterns: readonly KeyPattern[]): boolean {
  return patterns.length === 1 && patterns[0].open && patterns[0].stem === '';
}
