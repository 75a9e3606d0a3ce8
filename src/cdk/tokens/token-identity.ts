import {
  Aws, CfnElement, CfnParameter, CfnResource, DefaultTokenResolver, IPostProcessor, IResolvable, IResolveContext, Reference, Stack, Token,
  Tokenization,
} from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';

/** Pseudo parameters that mean the same in every stack whose environment is left open. */
const SHARED = ['AWS::AccountId', 'AWS::Partition', 'AWS::Region', 'AWS::URLSuffix'];

/** Marks what stands for a reference; with a space, for no name in a template has one. */
const PATH = 'construct path';

/** What a token stands for. */
export interface TokenIdentity {
  /** Plain data: the same for two tokens of the same value, whenever they were made. */
  readonly value: unknown;
  /** The template parameters that the value is made of. */
  readonly parameters: readonly CfnParameter[];
  /** Whether something else than parameters and buckets is in it, such as what a custom resource gives. */
  readonly strangers: boolean;
  /** Whatever it refers to. */
  readonly targets: readonly IConstruct[];
  /** Whether there is data in it that looks like what stands for a reference, and is none. */
  readonly forged: boolean;
}

/**
 * Finds out what a token stands for.
 *
 * A reference is named by the path of its construct. Its logical ID would not do: two stacks of one class hold
 * different buckets under the same one.
 */
export function identityOfToken(token: IResolvable, scope: IConstruct): TokenIdentity {
  // Nearly all tokens are of these two kinds; what they stand for is plain without resolving them, which takes far longer.
  return sharedIdentities().get(token) ?? identityOfReference(token, scope) ?? resolvedIdentity(token, scope);
}

/** The pseudo parameters that mean the same everywhere. */
function sharedIdentities(): ReadonlyMap<IResolvable, TokenIdentity> {
  shared ??= new Map([Aws.ACCOUNT_ID, Aws.PARTITION, Aws.REGION, Aws.URL_SUFFIX].map((text, i) =>
    [Tokenization.reverseString(text).firstToken!, { value: { Ref: SHARED[i] }, parameters: [], strangers: false, targets: [], forged: false }]));
  return shared;
}

let shared: ReadonlyMap<IResolvable, TokenIdentity> | undefined;

/** Whether a token is a reference to a resource or parameter of a template, and nothing else; a pseudo parameter is none of either. */
export function refersToElement(token: IResolvable): token is Reference & { readonly target: CfnElement } {
  return Reference.isReference(token) && CfnElement.isCfnElement(token.target);
}

function identityOfReference(token: IResolvable, scope: IConstruct): TokenIdentity | undefined {
  if (!refersToElement(token)) {
    return undefined;
  }
  const isParameter = token.target instanceof CfnParameter;
  return {
    value: referenceTo(token, scope),
    parameters: isParameter ? [token.target] : [],
    strangers: !isParameter && !isBucket(token.target),
    targets: [token.target],
    forged: false,
  };
}

/** What stands for a reference. Two apps may have constructs of one path; the CDK itself refuses to refer from one to the other. */
function referenceTo({ target, displayName }: Reference, scope: IConstruct): unknown {
  const elsewhere = target.node.root !== scope.node.root;
  return { [PATH]: target.node.path, attribute: displayName, ...elsewhere && { elsewhere } };
}

function resolvedIdentity(token: IResolvable, scope: IConstruct): TokenIdentity {
  const resolver = new IdentityResolver();
  const value: unknown = Tokenization.resolve(token, { scope, resolver, preparing: false });
  const { parameters, strangers, targets, references } = resolver;
  return { value, parameters, strangers, targets, forged: isForged(value, references) };
}

/** Whether a value is a reference to a construct, and nothing else. */
export function isReference(value: unknown): boolean {
  return typeof value === 'object' && value !== null && PATH in value;
}

/** The construct that a reference is to, by its path, and which of its attributes; none for another value. */
export function referenceIn(value: unknown): { readonly path: string; readonly attribute: string } | undefined {
  if (!isReference(value)) {
    return undefined;
  }
  const { [PATH]: path, attribute } = value as { readonly [PATH]: string; readonly attribute: string };
  return { path, attribute };
}

function isForged(value: unknown, references: ReadonlySet<string>): boolean {
  return typeof value === 'object' && value !== null
    && ((isReference(value) && !references.has(JSON.stringify(value))) || Object.values(value).some((part) => isForged(part, references)));
}

/** What each token in a text stands for. */
export function identitiesIn(text: string, scope: IConstruct): TokenIdentity[] {
  return Token.isUnresolved(text) ? Tokenization.reverseString(text).tokens.map((token) => identityOfToken(token, scope)) : [];
}

/** What any value stands for, with references by the paths of their constructs. */
export function identityOfValue(value: unknown, scope: IConstruct): unknown {
  return Tokenization.resolve(value, { scope, resolver: new IdentityResolver(), preparing: false });
}

/** Joins text around a token without flattening what the token stands for. */
const KEEP_PARTS: ConstructorParameters<typeof DefaultTokenResolver>[0] = {
  join: (left: unknown, right: unknown) => (left === undefined ? right : right === undefined ? left : [left, right]),
};

class IdentityResolver extends DefaultTokenResolver {
  public readonly parameters: CfnParameter[] = [];
  public strangers = false;
  public readonly targets: IConstruct[] = [];
  public readonly references = new Set<string>();

  constructor() {
    super(KEEP_PARTS);
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const value = super.resolveToken(token, context, postProcessor);
    if (!Reference.isReference(token) || (SHARED.includes(value?.Ref) && Stack.of(token.target) === Stack.of(context.scope))) {
      return value;
    }
    this.targets.push(token.target);
    if (token.target instanceof CfnParameter) {
      this.parameters.push(token.target);
    } else if (!isBucket(token.target) && !String(value?.Ref).startsWith('AWS::')) {
      this.strangers = true;
    }
    const reference = referenceTo(token, context.scope);
    this.references.add(JSON.stringify(reference));
    return reference;
  }
}

function isBucket(target: IConstruct): boolean {
  return CfnResource.isCfnResource(target) && target.cfnResourceType === CfnBucket.CFN_RESOURCE_TYPE_NAME;
}
