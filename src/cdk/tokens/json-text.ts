import { IResolvable, IResolveContext, Stack, Token } from 'aws-cdk-lib';

/**
 * A value as JSON in a text, such as that of an output. The CDK quotes what it knows. What a mapping holds, CloudFormation puts into the text as it
 * is; so the template quotes it: each backslash and quotation mark is split off and joined again in its quoted form.
 */
export class JsonText implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly stack: Stack, private readonly produce: () => unknown) {
  }

  public resolve(context: IResolveContext): unknown {
    context.registerPostProcessor({ postProcess: quoted });
    return this.stack.toJsonString(this.produce());
  }

  public toString(): string {
    return Token.asString(this);
  }
}

function quoted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(quoted);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if ('Fn::FindInMap' in value) {
    // The backslash first: the other one puts new ones in.
    const text = ['\\', '"'].reduce<unknown>((inner, character) => ({ 'Fn::Join': [`\\${character}`, { 'Fn::Split': [character, inner] }] }), value);
    // As in EscapedKey: a join over a split trips tools.
    return { 'Fn::Sub': ['${Text}', { Text: text }] };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, quoted(item)]));
}
