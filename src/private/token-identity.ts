import { DefaultTokenResolver, IPostProcessor, IResolvable, IResolveContext, Reference, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/** Pseudo parameters that mean the same in every stack whose environment is left open. */
const SHARED = ['AWS::AccountId', 'AWS::Partition', 'AWS::Region', 'AWS::URLSuffix'];

/**
 * What a token stands for, as plain data: the same for two tokens of the same value, whenever they were made.
 *
 * A reference is named by the path of its construct. Its logical ID would not do: two stacks of one class hold
 * different buckets under the same one.
 */
export function identityOfToken(token: IResolvable, scope: IConstruct): unknown {
  return Tokenization.resolve(token, { scope, resolver: new IdentityResolver(), preparing: false });
}

/** Joins text around a token without flattening what the token stands for. */
const KEEP_PARTS: ConstructorParameters<typeof DefaultTokenResolver>[0] = {
  join: (left: unknown, right: unknown) => (left === undefined ? right : right === undefined ? left : [left, right]),
};

class IdentityResolver extends DefaultTokenResolver {
  constructor() {
    super(KEEP_PARTS);
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const value = super.resolveToken(token, context, postProcessor);
    if (!Reference.isReference(token) || SHARED.includes(value?.Ref)) {
      return value;
    }
    return { path: token.target.node.path, attribute: token.displayName };
  }
}
