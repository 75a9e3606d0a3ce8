import { CfnOutput, Lazy, Resource, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { IKey } from 'aws-cdk-lib/aws-kms';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { VendorS3HandOff, VendorS3HandOffKind } from '../../api';
import { QUOTAS } from '../../policy/aws';
import { fail } from '../../policy/base';
import { Statement } from '../../policy/document';
import { compileBucketPolicies, CompileContext, compileKeyPolicies, denyOnBucket, endOnBucket, KeyPlaces, Location, Principals } from '../../policy/grant';
import { documentSize, statementToJson } from '../../policy/write';
import { BoundAccess, BoundKey, fixedName, partitionReference } from '../bind';
import { warn } from '../report';
import { TokenTable, warnIfOpen } from '../tokens';

/** Who gets a grant. */
interface Grantees {
  /** As this app names them; none where it cannot without a circle of references. */
  readonly named?: readonly Principals[];
  /** As the owner of a policy elsewhere names them. */
  readonly handedTo: readonly Principals[];
  /** Whether their own permissions still decide, so that a policy elsewhere may be wider, and need not say when all ends. */
  readonly delegated?: boolean;
}

/** Something to do once everything has been checked. */
export type Step = () => void;

type CompileForKey = (parties: readonly Principals[], locations: readonly Location[], places: KeyPlaces) => Statement[];

/** Characters of policy on each bucket and key so far, by all constructs of the library. */
const SIZES = new WeakMap<IBucket | IKey, number>();

/** Why a policy in another stack cannot name a role or user. */
const NAMELESS = 'Its stack cannot name what is made in another one: with a fixed name, such as roleName, it can. ';

const WHERE = 'The statements are in the attribute handOffs and in the output HandOff.';

/**
 * Grants in the policies of buckets and KMS keys.
 *
 * The CDK silently drops a statement for a policy that it cannot edit. Here it becomes a hand-off: a warning, data, and
 * an output with the exact statements for the owner.
 */
export class ResourcePolicies {
  private readonly pending = new Map<string, VendorS3HandOff>();
  private output?: CfnOutput;

  constructor(private readonly scope: Construct, private readonly tokens: TokenTable, private readonly context: CompileContext) {
  }

  /** What could not be edited. */
  public get handOffs(): VendorS3HandOff[] {
    return [...this.pending.keys()].sort().map((id) => this.pending.get(id)!);
  }

  /** Grants access in the bucket's own policy. */
  public grantOnBucket(bucket: IBucket, access: readonly BoundAccess[], { named, handedTo, delegated }: Grantees): Step {
    const locations = access.map(({ location }) => location);
    const compile = (parties: readonly Principals[]) => parties.flatMap((party) => [
      ...compileBucketPolicies(locations, party, this.context).flatMap(({ statements }) => statements),
      ...delegated ? [] : endOnBucket(locations[0].bucketArn, party, this.context),
    ]);
    return this.putOnBucket(bucket, access, named && compile(named), compile(handedTo));
  }

  /** Refuses everything on a bucket, whoever else may have granted it. */
  public denyOnBucket(bucket: IBucket, access: readonly BoundAccess[], parties: readonly Principals[]): Step {
    const statements = parties.flatMap((party) => denyOnBucket(access[0].location.bucketArn, party));
    return this.putOnBucket(bucket, access, statements, statements);
  }

  /** Grants the use of a key in its own policy. */
  public grantOnKey(bound: BoundKey, access: readonly BoundAccess[], { named, handedTo, delegated }: Grantees): Step {
    const compile = (parties: readonly Principals[], locations: readonly Location[], places: KeyPlaces) => parties.flatMap((party) =>
      compileKeyPolicies(locations, party, this.context, places).flatMap(({ statements }) => statements));
    const theirs = compile(handedTo, forKey(bound, access), 'declared');
    const size = checkSize(bound.key, 'KeyPolicyTooLarge', QUOTAS.keyPolicy, theirs, access[0].location.field);
    return () => {
      SIZES.set(bound.key, size);
      const refusal = this.putOnKey(bound, named, access, compile, delegated);
      if (refusal !== undefined) {
        const resource = 'aliasName' in bound.use ? bound.use.aliasName : bound.use.keyArn;
        this.handOff(VendorS3HandOffKind.KEY_POLICY, resource, theirs);
        warn(this.scope, 'keyPolicyHandOff', `Key: ${bound.key.node.path}. ${refusal}${WHERE}`);
      }
    };
  }

  /**
   * A bucket of this app refers to its key, so the key may not refer to the bucket in turn: it can name only a bucket
   * whose name is fixed. Otherwise its policy says by whom and through S3, and S3 itself says for which objects.
   *
   * @returns why it could not be done, if so
   */
  private putOnKey(
    bound: BoundKey, named: readonly Principals[] | undefined, access: readonly BoundAccess[], compile: CompileForKey, delegated = false,
  ): string | undefined {
    if (!named) {
      return nameless(bound.key);
    }
    const locations = forKey(bound, access);
    const literal = locations.map((location, i) => ({ ...location, bucketArn: this.literalArn(access[i]) }));
    const places = literal.every(({ bucketArn }) => bucketArn !== undefined) ? 'declared' : 'anywhere';
    const statements = compile(named, places === 'declared' ? literal as Location[] : locations, places);
    const refusal = this.put(statements, Stack.of(bound.key), (statement) => bound.key.addToResourcePolicy(statement, true).statementAdded);
    if (refusal === undefined && places === 'anywhere' && !delegated) {
      warn(this.scope, 'keyNotPinned', `Key: ${bound.key.node.path}. Give its buckets a bucketName to pin it.`);
    }
    return refusal;
  }

  /** The bucket's ARN without a reference to a resource of this app; nothing where its name is not fixed. */
  private literalArn({ bucket, location }: BoundAccess): string | undefined {
    if (!bucket || !Resource.isOwnedResource(bucket)) {
      return location.bucketArn;
    }
    const name = fixedName(bucket);
    return name === undefined ? undefined : `arn:${partitionReference(this.tokens)}:s3:::${name}`;
  }

  private putOnBucket(bucket: IBucket, access: readonly BoundAccess[], own: readonly Statement[] | undefined, theirs: readonly Statement[]): Step {
    const size = checkSize(bucket, 'BucketPolicyTooLarge', QUOTAS.bucketPolicy, theirs, access[0].location.field);
    return () => {
      SIZES.set(bucket, size);
      const refusal = own === undefined
        ? nameless(bucket)
        : this.put(own, Stack.of(bucket), (statement) => bucket.addToResourcePolicy(statement).statementAdded);
      if (refusal !== undefined) {
        this.handOff(VendorS3HandOffKind.BUCKET_POLICY, access[0].location.bucketArn, theirs);
        warn(this.scope, 'bucketPolicyHandOff', `Bucket: ${bucket.node.path}. ${refusal}${WHERE}`);
      }
    };
  }

  /**
   * Puts statements into the policy of something in a stack, all of them or none.
   *
   * @returns why it could not be done, if so
   */
  private put(statements: readonly Statement[], stack: Stack, add: (statement: PolicyStatement) => boolean): string | undefined {
    const { value, unsaid } = this.tokens.decodeIn(statements.map(statementToJson), stack);
    if (unsaid) {
      return `What ${unsaid.join(', ')} ${unsaid.length > 1 ? 'stand' : 'stands'} for is not known in stack ${stack.node.path}: write it out, or give both stacks their env. `;
    }
    return value.every((statement) => add(PolicyStatement.fromJson(statement))) ? undefined : '';
  }

  private handOff(kind: VendorS3HandOffKind, resource: string, statements: readonly Statement[]): void {
    const id = `${kind} ${resource}`;
    const json = this.tokens.decode(statements.map(statementToJson));
    // The output is text: a quotation mark in a value would end a string in it.
    warnIfOpen(this.scope, JSON.stringify(json), 'the output HandOff');
    const known = this.pending.get(id)?.statements ?? [];
    this.pending.set(id, { kind, resource: this.tokens.decode(resource), statements: [...known, ...json] });
    this.output ??= new CfnOutput(this.scope, 'HandOff', {
      description: 'Statements that the owners of buckets and keys outside this app must add to their policies',
      value: Lazy.uncachedString({ produce: () => Stack.of(this.scope).toJsonString(this.handOffs) }),
    });
  }
}

/** The cure, where something of the app lacks nothing but the name. */
function nameless(target: IBucket | IKey): string {
  return Resource.isOwnedResource(target) ? NAMELESS : '';
}

/** The locations with this key alone: each key has a policy of its own. */
function forKey(bound: BoundKey, access: readonly BoundAccess[]): Location[] {
  return access.map(({ location }): Location => ({ ...location, kmsKeys: [bound.use] }));
}

/** The size of a policy with these statements: of what all constructs of the library put there; the rest is not known. */
function checkSize(
  target: IBucket | IKey, code: 'BucketPolicyTooLarge' | 'KeyPolicyTooLarge', quota: number, statements: readonly Statement[], field: string,
): number {
  const size = (SIZES.get(target) ?? documentSize([]) - 1) + documentSize(statements) - documentSize([]) + 1;
  if (size > quota) {
    fail(code, field, `${size} characters of policy`, `the quota is ${quota}; declare folders higher up`);
  }
  return size;
}
