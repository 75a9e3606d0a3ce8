import { locationConditions } from './grant-conditions';
import { KeyPattern } from '../pattern';
import { CompileContext, Location, termsId } from './location';
import { Conditions } from '../document';

/** All that is declared on one bucket under the same conditions. */
export interface BucketUse {
  /** Stands for every location in the group: bucket, owner, TLS and encryption demand are the same. */
  readonly location: Location;
  readonly conditions: Conditions;
  readonly patterns: Map<string, KeyPattern[]>;
}

/** Groups locations by bucket and conditions. */
export function bucketUses(locations: readonly Location[], context: CompileContext): BucketUse[] {
  const uses = new Map<string, BucketUse>();
  for (const location of locations) {
    const id = JSON.stringify([location.bucketArn, termsId(location)]);
    let use = uses.get(id);
    if (!use) {
      use = { location, conditions: locationConditions(location, context), patterns: new Map() };
      uses.set(id, use);
    }
    for (const action of location.actions) {
      const known = use.patterns.get(action) ?? [];
      // Not `push(...patterns)`: a spread of very many arguments overflows the stack.
      location.patterns.forEach((pattern) => known.push(pattern));
      use.patterns.set(action, known);
    }
  }
  return [...uses.values()];
}
