import { checkOwners } from './bucket-owners';
import { locationConditions } from './grant-conditions';
import { KeyPattern } from '../pattern';
import { compileScope, EVERY_KEY } from './key-scope';
import { CompileContext, Location } from './location';
import { WHOLE_BUCKET } from './scopes';
import { Conditions } from '../document';

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

/** Compiles the scopes of a location, and refuses a listing that no prefix can limit. */
export function compileLocation(location: Location): CompiledLocation {
  const patterns = location.scopes === WHOLE_BUCKET
    ? [EVERY_KEY]
    : location.scopes.map((scope) => compileScope(scope, location.variables, location.field));
  return { location, patterns };
}

/** Groups locations by bucket and conditions; refuses one bucket with two owners. */
export function bucketUses(compiled: readonly CompiledLocation[], context: CompileContext): BucketUse[] {
  checkOwners(new Map(), compiled.map(({ location }) => location));
  const uses = new Map<string, BucketUse>();
  for (const { location, patterns } of compiled) {
    const conditions = locationConditions(location, context);
    const id = JSON.stringify([location.bucketArn, conditions, location.acceptedEncryption]);
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
