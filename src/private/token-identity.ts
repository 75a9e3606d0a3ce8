import { CfnParameter, CfnResource, DefaultTokenResolver, IPostProcessor, IResolvable, IResolveContext, Reference, Token, Tokenization } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';

/** Pseudo parameters that mean the same in every stack whose environment is left open. */
const SHARED = ['AWS::AccountId', 'AWS::Partition', 'AWS::Region', 'AWS::URLSuffix'];

/** What a token stands for. */
export interface TokenIdentity {
  /** Plain data: the same for two tokens of the same value, whenever they were made. */
  readonly value: unknown;
  /** The template parameters that the value is made of. */
  readonly parameters: readonly CfnParameter[];
  /** Whether something else than parameters and buckets is in it, such as what a custom resource gives. */
  readonly strangers: boolean;
}

/**
 * Finds out what a token stands for.
 *
 * A reference is named by the path of its construct. Its logical ID would not do: two stacks of one class hold
 * different buckets under the same one.
 */
export function identityOfToken(token: IResolvable, scope: IConstruct): TokenIdentity {
  const resolver = new IdentityResolver();
  const value: unknown = Tokenization.resolve(token, { scope, resolver, preparing: false });
  return { value, parameters: resolver.parameters, strangers: resolver.strangers };
}

/** What each token in a text stands for. */
export function identitiesIn(text: string, scope: IConstruct): TokenIdentity[] {
  return Token.isUnresolved(text) ? Tokenization.reverseString(text).tokens.map((token) => identityOfToken(token, scope)) : [];
}

/** Joins text around a token without flattening what the token stands for. */
const KEEP_PARTS: ConstructorParameters<typeof DefaultTokenResolver>[0] = {
  join: (left: unknown, right: unknown) => (left === undefined ? right : right === undefined ? left : [left, right]),
};

class IdentityResolver extends DefaultTokenResolver {
  public readonly parameters: CfnParameter[] = [];
  public strangers = false;

  constructor() {
    super(KEEP_PARTS);
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const value = super.resolveToken(token, context, postProcessor);
    if (!Reference.isReference(token) || SHARED.includes(value?.Ref)) {
      return value;
    }
    if (token.target instanceof CfnParameter) {
      this.parameters.push(token.target);
    } else if (!isBucket(token.target) && !String(value?.Ref).startsWith('AWS::')) {
      this.strangers = true;
    }
    // Two apps may have constructs of one path; the CDK itself refuses to refer from one to the other.
    const elsewhere = token.target.node.root !== context.scope.node.root;
    return { path: token.target.node.path, attribute: token.displayName, ...elsewhere && { elsewhere } };
  }
}

function isBucket(target: IConstruct): boolean {
  return CfnResource.isCfnResource(target) && target.cfnResourceType === CfnBucket.CFN_RESOURCE_TYPE_NAME;
}
