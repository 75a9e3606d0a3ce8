import { expiryConditions } from './grant-conditions';
import { S3_ACTIONS } from '../aws';
import { byCodeUnit } from '../base';
import { collapse, invert, joinSources, KeyPattern, renderPattern } from '../pattern';
import { CompileContext, KmsKeyUse, Location } from './location';
import { ALWAYS, and, condition, Conditions, Statement } from '../document';

/** S3 sends the ARN of the object, or of the bucket where a Bucket Key is on, as encryption context. */
const CONTEXT_KEY = 'kms:EncryptionContext:aws:s3:arn';

/** Whether the policy of a key names the places whose objects it encrypts. */
export type KeyPlaces = 'declared' | 'anywhere';

/** What the vendor needs of one key. */
export interface KeyUse {
  readonly key: KmsKeyUse;
  /** Encryption contexts, as patterns over ARNs. */
  readonly contexts: Map<string, KeyPattern[]>;
}

/** Collects, for each key, the encryption contexts in which the vendor's reads and writes use it. */
export function keyUses(locations: readonly Location[]): KeyUse[] {
  const uses = new Map<string, KeyUse>();
  for (const location of locations) {
    if (location.kmsKeys.length === 0) {
      continue;
    }
    const needed = new Set(location.actions.flatMap((action) => S3_ACTIONS[action].kms ?? []));
    const contexts: KeyPattern[] = [
      { stem: location.bucketArn, open: false, listable: false, from: [location.field] },
      ...location.patterns.map((pattern) => ({ ...pattern, stem: `${location.bucketArn}/${pattern.stem}` })),
    ];
    for (const key of location.kmsKeys) {
      const id = JSON.stringify(key);
      const use = uses.get(id) ?? { key, contexts: new Map<string, KeyPattern[]>() };
      uses.set(id, use);
      needed.forEach((action) => append(use.contexts, action, contexts));
    }
  }
  return [...uses.values()];
}

function append(map: Map<string, KeyPattern[]>, action: string, patterns: readonly KeyPattern[]): void {
  const known = map.get(action) ?? [];
  patterns.forEach((pattern) => known.push(pattern));
  map.set(action, known);
}

/**
 * Statements for KMS keys in an identity policy. Always by way of S3, always for the declared places.
 *
 * The account is part of the key's ARN, so no owner pin is needed; and the request comes from S3, so neither its source
 * address nor its transport is the vendor's.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context
 */
export function keyStatements(uses: readonly KeyUse[], context: CompileContext): Statement[] {
  return uses.flatMap(({ key, contexts }) => {
    // An alias ARN as a resource would allow operations on the alias, and none on the key.
    const resource = 'aliasName' in key ? key.keysArn : key.keyArn;
    const alias = 'aliasName' in key ? condition('ForAnyValue:StringEquals', 'kms:ResourceAliases', key.aliasName) : ALWAYS;
    return encryptionContextStatements(contexts).map(({ actions, places, from }): Statement => ({
      effect: 'Allow',
      actions,
      resources: [resource],
      conditions: and(expiryConditions(context), onlyThroughS3(key), alias, places),
      divisible: { operator: 'StringLike', key: CONTEXT_KEY },
      from,
    }));
  });
}

/** Statements for the policy of one key: the same, with a principal, and the key itself as resource. */
export function keyPolicyStatements(
  use: KeyUse, arns: readonly string[], principalConditions: Conditions, context: CompileContext, places: KeyPlaces,
): Statement[] {
  const conditions = and(principalConditions, expiryConditions(context), onlyThroughS3(use.key));
  const statement: Omit<Statement, 'actions'> = { effect: 'Allow', principals: { AWS: arns }, resources: ['*'], conditions };
  const declared = encryptionContextStatements(use.contexts);
  return places === 'anywhere'
    ? [{ ...statement, actions: [...use.contexts.keys()].sort(byCodeUnit), from: joinSources(declared) }]
    : declared.map((one): Statement => ({ ...statement, actions: one.actions, conditions: and(conditions, one.places), from: one.from }));
}

function onlyThroughS3(key: KmsKeyUse): Conditions {
  return condition('StringEquals', 'kms:ViaService', key.viaService);
}

/** Actions on a key, and for which places. */
interface ContextStatement {
  readonly actions: string[];
  readonly places: Conditions;
  readonly from?: readonly string[];
}

function encryptionContextStatements(contexts: ReadonlyMap<string, readonly KeyPattern[]>): ContextStatement[] {
  const groups = new Map<string, { actions: string[]; patterns: KeyPattern[] }>();
  for (const { pattern, actions } of invert(contexts).values()) {
    const id = actions.join();
    const group = groups.get(id) ?? { actions, patterns: [] };
    group.patterns.push(pattern);
    groups.set(id, group);
  }
  return [...groups.values()].map(({ actions, patterns }) => ({
    actions,
    places: condition('StringLike', CONTEXT_KEY, collapse(patterns).map(renderPattern)),
    from: joinSources(patterns),
  }));
}
