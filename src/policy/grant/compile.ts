import { BucketUse, bucketUses } from './bucket-use';
import { endedConditions } from './grant-conditions';
import { KeyPlaces, keyPolicyStatements, keyStatements, KeyUse, keyUses } from './kms-key-use';
import { bucketStatements } from './listing';
import { ALWAYS, and, merge, Statement } from '../document';
import { CompileContext, Location } from './location';
import { objectStatements } from './objects';
import { principalConditions, Principals } from './trust';

/** Statements for the policy of one bucket. */
interface BucketPolicy {
  readonly bucketArn: string;
  readonly statements: readonly Statement[];
}

/** Statements for the policy of one KMS key. */
interface KeyPolicy {
  readonly use: KeyUse;
  readonly statements: readonly Statement[];
}

/** The permissions of a role, group or user: merged and sorted, not yet packed into documents. */
export function compileIdentity(locations: readonly Location[], context: CompileContext): Statement[] {
  return merge([...accessStatements(locations, context), ...ended(DENY_ALL, context)]);
}

/** The part of them that grows with what is declared. */
export function compileAccess(locations: readonly Location[], context: CompileContext): Statement[] {
  return merge(accessStatements(locations, context));
}

function accessStatements(locations: readonly Location[], context: CompileContext): Statement[] {
  return [...bucketUses(locations, context).flatMap(bothLevels), ...keyStatements(keyUses(locations), context)];
}

function bothLevels(use: BucketUse): Statement[] {
  return [...objectStatements(use), ...bucketStatements(use)];
}

/** The same permissions as statements for the buckets' own policies, granted to principals. */
export function compileBucketPolicies(locations: readonly Location[], principals: Principals, context: CompileContext): BucketPolicy[] {
  // The policy lies on the bucket itself, which a pin of its owner would only restate.
  const uses = bucketUses(locations.map((location) => ({ ...location, owner: undefined })), context);
  const byBucket = new Map<string, Statement[]>();
  for (const use of uses) {
    const statements = byBucket.get(use.location.bucketArn) ?? [];
    bothLevels(use).forEach((statement) => statements.push(grantTo(statement, principals)));
    byBucket.set(use.location.bucketArn, statements);
  }
  return [...byBucket].map(([bucketArn, statements]) => ({ bucketArn, statements: merge(statements) }));
}

/** What the policies of the KMS keys need to say. */
export function compileKeyPolicies(
  locations: readonly Location[], principals: Principals, context: CompileContext, places: KeyPlaces = 'declared',
): KeyPolicy[] {
  return keyUses(locations).map((use) => ({
    use,
    statements: merge(keyPolicyStatements(use, principals.arns, principalConditions(principals), context, places)),
  }));
}

function grantTo(statement: Statement, principals: Principals): Statement {
  return { ...statement, principals: { AWS: principals.arns }, conditions: and(statement.conditions, principalConditions(principals)) };
}

/** Everything refused, to stop sessions that are already open. */
export const DENY_ALL: Statement = { effect: 'Deny', actions: ['*'], resources: ['*'], conditions: ALWAYS };

/**
 * A refusal as it stands beside access that ends. What is granted ends by itself; this also ends what others have granted, as if it was
 * refused from then on.
 */
function ended(refusal: Statement, { expiresAt }: Pick<CompileContext, 'expiresAt'>): Statement[] {
  return expiresAt === undefined ? [] : [{ ...refusal, conditions: and(refusal.conditions, endedConditions({ expiresAt })) }];
}

/** The same for a vendor's principals on one bucket, which has no permissions of its own. */
export function endOnBucket(bucketArn: string, principals: Principals, context: CompileContext): Statement[] {
  return ended(denyOnBucket(bucketArn, principals), context);
}

/** Refuses a vendor's principals everything on one bucket. */
export function denyOnBucket(bucketArn: string, principals: Principals): Statement {
  return {
    effect: 'Deny',
    principals: { AWS: principals.arns },
    actions: ['s3:*'],
    resources: [bucketArn, `${bucketArn}/*`],
    conditions: principalConditions(principals),
  };
}
