import { IResolvable, IResolveContext, Token } from 'aws-cdk-lib';
import { escapeLiteral } from '../../policy/pattern';

/** Starts a dynamic reference, after one more brace. */
const DYNAMIC = '{resolve:';

const BROKEN = `{${escapeLiteral('$')}resolve:`;

/**
 * A part of an object key that is known only at deployment, with its wildcards and policy variables made harmless
 * there: each `$`, `*` and `?` of the value is split off and joined again in its escaped form. A dynamic reference, which
 * CloudFormation might resolve after that, is broken up: no key of that name is opened, and no other.
 *
 * So a template parameter that somebody sets to `*` opens one object with that odd name, not the bucket.
 */
export class EscapedKey implements IResolvable {
  public readonly creationStack: string[];

  constructor(private readonly key: IResolvable) {
    this.creationStack = key.creationStack;
  }

  public resolve(context: IResolveContext): unknown {
    const value: unknown = context.resolve(this.key);
    if (typeof value === 'string') {
      return escapeLiteral(value);
    }
    // `$` first: the other two put new ones in.
    const escaped = ['$', '*', '?'].reduce<unknown>((inner, character) => ({
      'Fn::Join': [escapeLiteral(character), { 'Fn::Split': [character, inner] }],
    }), value);
    const broken = { 'Fn::Join': [BROKEN, { 'Fn::Split': [DYNAMIC, escaped] }] };
    // A join over a split trips tools that expect the items of a join to be a plain list; Fn::Sub keeps it apart.
    return { 'Fn::Sub': ['${Key}', { Key: broken }] };
  }

  public toString(): string {
    return Token.asString(this);
  }
}
