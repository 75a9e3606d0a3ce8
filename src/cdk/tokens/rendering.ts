import { IResolvable, IResolveContext, Token } from 'aws-cdk-lib';

/**
 * Tokens that are resolved once in each rendering of a document. A bucket's ARN is in it for each folder, and takes the CDK long to work
 * out: it looks through the whole path of the bucket each time.
 */
export class Rendering {
  private readonly texts = new Map<string, string>();
  private readonly values = new Map<string, unknown>();

  /** To be called before each rendering, for what a token stands for may be another one then. */
  public begin(): void {
    this.values.clear();
  }

  /** The same token as text, resolved once. */
  public once(text: string): string {
    let found = this.texts.get(text);
    if (found === undefined) {
      found = Token.asString(new ResolvedOnce(text, this.values));
      this.texts.set(text, found);
    }
    return found;
  }
}

class ResolvedOnce implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly text: string, private readonly values: Map<string, unknown>) {
  }

  public resolve(context: IResolveContext): unknown {
    if (!this.values.has(this.text)) {
      this.values.set(this.text, context.resolve(this.text));
    }
    return this.values.get(this.text);
  }

  public toString(): string {
    return Token.asString(this);
  }
}
