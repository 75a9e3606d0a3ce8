import { BucketUse } from './bucket-use';
import { guardConditions } from './grant-conditions';
import { ActionGuard, S3_ACTIONS } from '../aws';
import { Statement } from '../document';
import { Terms } from './location';
import { invert, KeyPattern, renderPattern } from '../pattern';

/** Statements on objects: each place once, with the actions allowed there. */
export function objectStatements(use: BucketUse): Statement[] {
  const statements: Statement[] = [];
  for (const guard of [undefined, 'encryption', 'ownerAcl'] as const) {
    const places = new Map<string, readonly KeyPattern[]>();
    for (const [action, patterns] of use.patterns) {
      if (S3_ACTIONS[action].level === 'object' && guardInForce(action, use.location) === guard) {
        places.set(action, patterns);
      }
    }
    const conditions = guardConditions(guard, use.location, use.conditions);
    for (const { pattern, actions } of invert(places).values()) {
      statements.push({
        effect: 'Allow',
        actions,
        resources: [`${use.location.bucketArn}/${renderPattern(pattern)}`],
        conditions,
        from: pattern.from,
      });
    }
  }
  return statements;
}

/** An encryption guard without a demand is no guard, and must not split the statement. */
export function guardInForce(action: string, { acceptedEncryption }: Terms): ActionGuard | undefined {
  const guard = S3_ACTIONS[action].guard;
  return guard === 'encryption' && !acceptedEncryption ? undefined : guard;
}
