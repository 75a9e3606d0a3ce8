import { CfnOutput, CfnResource, Resource, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnKey, IKey } from 'aws-cdk-lib/aws-kms';
import { BucketPolicy, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { VendorS3HandOff, VendorS3HandOffKind } from '../../api';
import { QUOTAS } from '../../policy/aws';
import { AccessError, fail } from '../../policy/base';
import { Statement } from '../../policy/document';
import { compileBucketPolicies, CompileContext, compileKeyPolicies, denyOnBucket, endOnBucket, KeyPlaces, Location, Principals } from '../../policy/grant';
import { documentBytes, statementToJson } from '../../policy/write';
import { BoundAccess, BoundKey, fixedName, partitionReference } from '../bind';
import { closesCircle, TemplateReferences } from './circles';
import { editable, ExistingPolicies } from './existing-policy';
import { warn } from '../report';
import { JsonText, TokenTable, warnIfOpen } from '../tokens';

/** Who gets a grant. */
interface Grantees {
  /** As this app names them; none where it cannot without a circle of references. */
  readonly named?: readonly Principals[];
  /** The same as text, for where a reference to them would close a circle; none where that cannot be. */
  readonly namedAsText?: readonly Principals[];
  /** As the owner of a policy elsewhere names them. */
  readonly handedTo: readonly Principals[];
  /** Whether their own permissions still decide, so that a policy elsewhere may be wider, and need not say when all ends. */
  readonly delegated?: boolean;
  /** The property that would give them a fixed name, so that every stack could name them. */
  readonly nameProperty?: string;
}

/** Something to do once everything has been checked. */
export type Step = () => void;

type CompileForKey = (parties: readonly Principals[], locations: readonly Location[], places: KeyPlaces) => Statement[];

/** Bytes of policy on each bucket and key so far, by all constructs of the library. */
const SIZES = new WeakMap<IBucket | IKey, number>();

const WHERE = 'the statements are in the attribute handOffs and in the output HandOff';

/** Why a policy could not be edited, and what to do then. */
interface Refusal {
  readonly why: string;
  readonly cure: string;
}

const OF_OTHERS = 'its policy cannot be edited from this app';

/** What the owner of a bucket does, and what that of a key does: its policy may leave all to IAM. */
const BUCKET_OF_OTHERS: Refusal = { why: OF_OTHERS, cure: 'have its owner add the statements' };
const KEY_OF_OTHERS: Refusal = { why: OF_OTHERS, cure: 'have its owner check that it allows the statements' };

/**
 * Grants in the policies of buckets and KMS keys.
 *
 * The CDK silently drops a statement for a policy that it cannot edit. Here it becomes a hand-off: a warning, data, and
 * an output with the exact statements for the owner.
 */
export class ResourcePolicies {
  private readonly pending = new Map<string, VendorS3HandOff>();
  /** The keys whose policies hold statements of ours. */
  private readonly keys = new Set<CfnKey>();
  private output?: CfnOutput;
  private existing = new ExistingPolicies();

  /** The buckets whose policies hold statements of ours, with that policy where the bucket itself does not know it. */
  private readonly edited = new Map<IBucket, BucketPolicy | undefined>();

  constructor(private readonly scope: Construct, private readonly tokens: TokenTable, private readonly context: CompileContext) {
    scope.node.addValidation({ validate: () => this.problems() });
  }

  /** What others have done to the buckets and keys meanwhile. */
  private problems(): string[] {
    const policies = new ExistingPolicies();
    const found = [...this.edited.keys()].map((bucket) => policies.of(bucket));
    const references = new TemplateReferences();
    return [...found.flatMap(secondPolicy), ...[...this.keys, ...found.flat()].flatMap((resource) => circle(references.circleThrough(resource)))];
  }

  /** To be called before anything is planned: what others have made since then counts. */
  public begin(): void {
    this.existing = new ExistingPolicies();
  }

  /** The stack whose template will hold the policy of a bucket. */
  public stackFor(bucket: IBucket): Stack {
    return Stack.of(this.existing.holderOf(bucket));
  }

  /** What could not be edited. */
  public get handOffs(): VendorS3HandOff[] {
    return [...this.pending.keys()].sort().map((id) => this.pending.get(id)!);
  }

  /** Grants access in the bucket's own policy. */
  public grantOnBucket(bucket: IBucket, access: readonly BoundAccess[], { named, handedTo, delegated, nameProperty }: Grantees): Step {
    const locations = access.map(({ location }) => location);
    const compile = (parties: readonly Principals[]) => parties.flatMap((party) => [
      ...compileBucketPolicies(locations, party, this.context).flatMap(({ statements }) => statements),
      ...delegated ? [] : endOnBucket(locations[0].bucketArn, party, this.context),
    ]);
    return this.putOnBucket(bucket, access, named ? compile(named) : nameless(bucket, nameProperty) ?? BUCKET_OF_OTHERS, compile(handedTo));
  }

  /** Refuses everything on a bucket, whoever else may have granted it. */
  public denyOnBucket(bucket: IBucket, access: readonly BoundAccess[], parties: readonly Principals[]): Step {
    const statements = parties.flatMap((party) => denyOnBucket(access[0].location.bucketArn, party));
    return this.putOnBucket(bucket, access, statements, statements);
  }

  /** Grants the use of a key in its own policy. */
  public grantOnKey(bound: BoundKey, access: readonly BoundAccess[], { named, namedAsText, handedTo, delegated, nameProperty }: Grantees): Step {
    const compile = (parties: readonly Principals[], locations: readonly Location[], places: KeyPlaces) => parties.flatMap((party) =>
      compileKeyPolicies(locations, party, this.context, places).flatMap(({ statements }) => statements));
    const theirs = compile(handedTo, forKey(bound, access), 'declared');
    const size = checkSize(bound.key, 'KeyPolicyTooLarge', QUOTAS.keyPolicy, theirs, access[0].location.field);
    return () => {
      SIZES.set(bound.key, size);
      const parties = [named, namedAsText].filter((one) => one !== undefined);
      const refusal = parties.length === 0
        ? nameless(bound.key, nameProperty) ?? KEY_OF_OTHERS
        : this.putOnKey(bound, parties, access, compile, delegated);
      if (refusal !== undefined) {
        const resource = 'aliasName' in bound.use ? bound.use.aliasName : bound.use.keyArn;
        this.handOff(VendorS3HandOffKind.KEY_POLICY, resource, theirs);
        warn(this.scope, 'keyPolicyHandOff', `key ${bound.key.node.path}: ${refusal.why}; ${refusal.cure}; ${WHERE}`);
      }
    };
  }

  /**
   * A bucket of this app refers to its key, so the key may not refer to the bucket in turn: it can name only a bucket
   * whose name is fixed. Otherwise its policy says by whom and through S3, and S3 itself says for which objects. The same goes for
   * whatever else depends on the key, such as a folder that is named after the bucket, or a role whose boundary names it.
   *
   * @returns why it could not be done, if so
   */
  private putOnKey(
    bound: BoundKey, parties: ReadonlyArray<readonly Principals[]>, access: readonly BoundAccess[], compile: CompileForKey, delegated = false,
  ): Refusal | undefined {
    const locations = forKey(bound, access);
    const literal = locations.map((location, i) => ({ ...location, bucketArn: this.literalArn(access[i]) }));
    const isLiteral = literal.every(({ bucketArn }) => bucketArn !== undefined);
    const resource = bound.key.node.defaultChild;
    for (const places of isLiteral ? ['declared', 'anywhere'] as const : ['anywhere'] as const) {
      for (const named of parties) {
        const said = this.sayIn(Stack.of(bound.key), compile(named, places === 'declared' ? literal as Location[] : locations, places));
        // To leave the places out where only another stack knows them would be wider, and for no need.
        if (!Array.isArray(said)) {
          return said;
        }
        if (!(resource instanceof CfnKey && said.some((statement) => closesCircle(statement.toStatementJson(), resource)))) {
          return this.addToKey(bound, said, places === 'anywhere' && !delegated);
        }
      }
    }
    return { why: 'its policy would depend on what depends on the key', cure: 'have its owner add the statements' };
  }

  private addToKey({ key }: BoundKey, statements: readonly PolicyStatement[], isOpen: boolean): Refusal | undefined {
    if (!statements.every((statement) => key.addToResourcePolicy(statement, true).statementAdded)) {
      return KEY_OF_OTHERS;
    }
    if (key.node.defaultChild instanceof CfnKey) {
      this.keys.add(key.node.defaultChild);
    }
    if (isOpen) {
      warn(this.scope, 'keyNotPinned', `key ${key.node.path}: its policy cannot name the bucket without a circle of references, so S3 alone tells which objects the vendor may use it for; `
        + 'give its buckets a bucketName, and write that as text wherever else you name them');
    }
    return undefined;
  }

  /** The bucket's ARN without a reference to a resource of this app; nothing where its name is not fixed. */
  private literalArn({ bucket, location }: BoundAccess): string | undefined {
    if (!bucket || !Resource.isOwnedResource(bucket)) {
      return location.bucketArn;
    }
    const name = fixedName(bucket);
    return name === undefined ? undefined : `arn:${partitionReference(this.tokens)}:s3:::${name}`;
  }

  private putOnBucket(bucket: IBucket, access: readonly BoundAccess[], own: readonly Statement[] | Refusal, theirs: readonly Statement[]): Step {
    const size = checkSize(bucket, 'BucketPolicyTooLarge', QUOTAS.bucketPolicy, theirs, access[0].location.field);
    return () => {
      SIZES.set(bucket, size);
      const refusal = 'why' in own ? own : this.edit(bucket, own);
      if (refusal !== undefined) {
        this.handOff(VendorS3HandOffKind.BUCKET_POLICY, access[0].location.bucketArn, theirs);
        warn(this.scope, 'bucketPolicyHandOff', `bucket ${bucket.node.path}: ${refusal.why}; ${refusal.cure}; ${WHERE}`);
      }
    };
  }

  /**
   * Adds statements to the policy that a bucket has, or lets the bucket make one; a second one would replace the first.
   *
   * @returns why that is impossible, if it is
   */
  private edit(bucket: IBucket, statements: readonly Statement[]): Refusal | undefined {
    const present = this.edited.has(bucket) ? [] : this.existing.of(bucket);
    const policy = this.edited.get(bucket) ?? (present[0] && editable(present[0]));
    if (present.length > 1 || (present.length === 1 && !policy)) {
      return { why: `its policy is ${present.map(({ node }) => node.path).join(' and ')}, where nothing can be added`, cure: 'write the statements there' };
    }
    const said = this.sayIn(Stack.of(policy ?? bucket), statements);
    if (!Array.isArray(said)) {
      return said;
    }
    const add = (statement: PolicyStatement) => (policy
      ? policy.document.addStatements(statement) ?? true
      : bucket.addToResourcePolicy(statement).statementAdded);
    if (!said.every(add)) {
      return BUCKET_OF_OTHERS;
    }
    this.edited.set(bucket, policy);
    return undefined;
  }

  /** Statements as the template of a stack says them, or why it cannot. */
  private sayIn(stack: Stack, statements: readonly Statement[]): PolicyStatement[] | Refusal {
    const { value, unsaid } = this.tokens.decodeIn(statements.map(statementToJson), stack);
    return unsaid
      ? { why: `what ${unsaid.join(', ')} ${unsaid.length > 1 ? 'stand' : 'stands'} for is not known in stack ${stack.node.path}`, cure: 'write it out, or give both stacks their env' }
      : value.map((statement) => PolicyStatement.fromJson(statement));
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
      value: new JsonText(Stack.of(this.scope), () => this.handOffs).toString(),
    });
  }
}

/** What a bucket or key of the app lacks: the name of whom its policy would let in, which another stack makes. */
function nameless(target: IBucket | IKey, nameProperty: string | undefined): Refusal | undefined {
  return Resource.isOwnedResource(target) && nameProperty !== undefined
    ? { why: 'its stack cannot name what another stack makes and names', cure: `give that a fixed name, with ${nameProperty}` }
    : undefined;
}

/** The locations with this key alone: each key has a policy of its own. */
function forKey(bound: BoundKey, access: readonly BoundAccess[]): Location[] {
  return access.map(({ location }): Location => ({ ...location, kmsKeys: [bound.use] }));
}

/** Another policy that was made on a bucket later, or by other code: one of the two would be lost. */
function secondPolicy(found: readonly CfnResource[]): string[] {
  const policies = found.map(({ node }) => node.path);
  return policies.length < 2 ? [] : [new AccessError([{
    code: 'BucketPolicyDuplicate',
    field: 'access',
    received: `${policies.length} policies of one bucket, ${policies.join(' and ')}`,
    remedy: 'S3 keeps one: in place of a BucketPolicy of your own call addToResourcePolicy of the bucket, or make it before the access is declared',
  }]).message];
}

/** What aspects and lazy values add may depend on a bucket or key whose policy has been written by then. */
function circle(way: readonly string[] | undefined): string[] {
  return way === undefined ? [] : [new AccessError([{
    code: 'ReferenceCircle',
    field: 'access',
    received: `a circle of references that CloudFormation refuses, ${way.join(' > ')}`,
    remedy: 'give the bucket a bucketName, or the role a roleName, before the access is declared, so that policies name it without a reference',
  }]).message];
}

/** The size of a policy with these statements: of what all constructs of the library put there; the rest is not known. */
function checkSize(
  target: IBucket | IKey, code: 'BucketPolicyTooLarge' | 'KeyPolicyTooLarge', quota: number, statements: readonly Statement[], field: string,
): number {
  const size = (SIZES.get(target) ?? documentBytes([]) - 1) + documentBytes(statements) - documentBytes([]) + 1;
  if (size > quota) {
    fail(code, field, `${size} bytes of policy`, `the quota is ${quota}; declare folders higher up (parameters: a smaller maxLength, or an allowedPattern without wildcards)`);
  }
  return size;
}
