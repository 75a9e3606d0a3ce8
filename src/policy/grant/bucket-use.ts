import { locationConditions } from './grant-conditions';
import { fail, hasReference } from '../base';
import { KeyPattern } from '../pattern';
import { compileScope, EVERY_KEY } from './key-scope';
import { CompileContext, Location } from './location';
import { WHOLE_BUCKET } from './scopes';
import { Conditions, conditionsId } from '../document';

/** All that is declared on one bucket under the same conditions. */
export interface BucketUse {
  /** Stands for every location in the group: bucket, owner, TLS and encryption demand are the same. */
  readonly location: Location;
  readonly conditions: Conditions;
  readonly patterns: Map<string, KeyPattern[]>;
}

/** A location with its scopes compiled. */
export interface CompiledLocation {
  readonly location: Location;
  readonly patterns: readonly KeyPattern[];
}

/** Compiles the scopes of a location; each pattern says which declaration it comes from. */
export function compileLocation(location: Location): CompiledLocation {
  const patterns = location.scopes === WHOLE_BUCKET
    ? [EVERY_KEY]
    : location.scopes.map((scope) => compileScope(scope, location.variables, location.field));
  const from = [location.field];
  // Field by field: many patterns are compared, and Node.js is twice as slow with copies that a spread made.
  return { location, patterns: patterns.map(({ stem, open, listable }) => ({ stem, open, listable, from })) };
}

/** Groups locations by bucket and conditions; refuses one bucket with two owners. */
export function bucketUses(compiled: readonly CompiledLocation[], context: CompileContext): BucketUse[] {
  const owners = new Map<string, string>();
  const uses = new Map<string, BucketUse>();
  for (const { location, patterns } of compiled) {
    if (location.owner !== undefined) {
      const known = owners.get(location.bucketArn) ?? location.owner;
      // One that is known only at deployment may be the same as any other.
      if (known !== location.owner && !hasReference(known) && !hasReference(location.owner)) {
        fail('BucketOwnerConflict', location.field, location.owner, `the same bucket is declared elsewhere with owner ${JSON.stringify(known)}; a bucket has one owner`);
      }
      owners.set(location.bucketArn, known);
    }
    const conditions = locationConditions(location, context);
    const id = JSON.stringify([location.bucketArn, conditionsId(conditions), location.acceptedEncryption]);
    let use = uses.get(id);
    if (!use) {
      use = { location, conditions, patterns: new Map() };
      uses.set(id, use);
    }
    for (const action of location.actions) {
      const known = use.patterns.get(action) ?? [];
      // Not `push(...patterns)`: a spread of very many arguments overflows the stack.
      patterns.forEach((pattern) => known.push(pattern));
      use.patterns.set(action, known);
    }
  }
  return [...uses.values()];
}
