import { CfnParameter, Reference, Token, Tokenization, IResolvable } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { EscapedKey } from './escaped-key';
import { checkList } from './lists';
import { isOpen } from './open-parameter';
import { BOUNDS, fail, isRecord, reference, replaceReferences } from './policy';
import { identityOfToken } from './token-identity';

/** The kinds of strings that may hold tokens; each has an upper bound. */
export type TokenKind = keyof typeof BOUNDS;

/** Upper bounds of the pseudo parameters, whatever they are part of. */
const PSEUDO: Readonly<Record<string, number>> = {
  'AWS::AccountId': BOUNDS.accountId,
  'AWS::Partition': BOUNDS.partition,
  'AWS::Region': BOUNDS.region,
  'AWS::URLSuffix': BOUNDS.urlSuffix,
};

/**
 * Translates between the CDK's tokens and the references of the core.
 *
 * A reference is named after what its token resolves to, never after the order in which tokens were made: so the same
 * declaration gives the same policy, whatever came before it in the app.
 */
export class TokenTable {
  private readonly tokens = new Map<string, string>();
  private readonly plain = new Map<string, string>();

  constructor(private readonly scope: IConstruct) {
  }

  /** Replaces the tokens in a string by references. */
  public encode(text: string, kind: TokenKind, field: string): string {
    if (typeof text !== 'string') {
      return text;
    }
    refuseMarks(text, field);
    if (!Token.isUnresolved(text)) {
      return text;
    }
    return mapTokens(text, (token) => this.register(token, kind, field));
  }

  /** Puts the tokens back into everything that the core has made. */
  public decode<T>(value: T): T {
    if (typeof value === 'string') {
      return replaceReferences(value, (found) => this.tokens.get(found)!) as T;
    }
    if (Array.isArray(value)) {
      return value.map((item) => this.decode(item)) as T;
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.decode(key), this.decode(item)])) as T;
    }
    return value;
  }

  /** Puts the tokens back into a text for people: parts of keys as they are, not as a policy spells them. */
  public describe(text: string): string {
    return replaceReferences(text, (found) => this.plain.get(found)!);
  }

  private register(token: IResolvable, kind: TokenKind, field: string): string {
    const identity = identityOfToken(token, this.scope);
    if (identity === undefined || JSON.stringify(identity).includes('"AWS::NoValue"')) {
      // In a condition it would vanish, and the condition with it.
      fail('ValueTypeInvalid', field, 'a token that resolves to nothing', 'give it a value');
    }
    const pseudo = PSEUDO[(identity as { Ref?: string } | null)?.Ref ?? ''];
    const bound = pseudo ?? Math.min(parameterLength(token) ?? BOUNDS[kind], BOUNDS[kind]);
    // A parameter that takes any value could be set to `*` and name every bucket.
    const escape = pseudo === undefined && (kind === 'key' || (kind === 'bucketArn' && isOpen(token)));
    const id = JSON.stringify(identity).replace(/[^A-Za-z0-9]/g, (c) => `_${c.charCodeAt(0).toString(16)}_`);
    const found = reference(escape ? `key_${id}` : id, bound);
    if (!this.tokens.has(found)) {
      this.plain.set(found, Token.asString(token));
      this.tokens.set(found, Token.asString(escape ? new EscapedKey(token) : token));
    }
    return found;
  }
}

/** The greatest length that a parameter accepts, where a token is a parameter. */
function parameterLength(token: IResolvable): number | undefined {
  const target = Reference.isReference(token) ? token.target : undefined;
  return target instanceof CfnParameter ? target.maxLength : undefined;
}

function mapTokens(text: string, map: (token: IResolvable) => string): string {
  return Tokenization.reverseString(text)
    .mapTokens({ mapToken: map })
    .join({ join: (left, right) => `${left ?? ''}${right ?? ''}` });
}

/** Refuses what would read as a reference and is none. */
function refuseMarks(text: string, field: string): void {
  // eslint-disable-next-line no-control-regex
  if (/[\u0001\u0002]/.test(text)) {
    fail('KeyCharacterInvalid', field, text, 'remove the control character');
  }
}

/** Hides every token in plain data, for checks that have no construct to resolve it. */
export function maskTokens<T>(value: T, field: string): T {
  if (typeof value === 'string') {
    refuseMarks(value, field);
    return (Token.isUnresolved(value) ? mapTokens(value, () => reference('token', 1)) : value) as T;
  }
  if (Array.isArray(value)) {
    return checkList(value, field).map((item, i) => maskTokens(item, `${field}[${i}]`)) as T;
  }
  if (isRecord(value) && !Token.isUnresolved(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskTokens(item, `${field}.${key}`)])) as T;
  }
  return value;
}
