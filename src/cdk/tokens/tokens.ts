import { IResolvable, Stack, Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { Carrying } from './carrying';
import { EscapedKey } from './escaped-key';
import { isLookedUp } from './looked-up';
import { mapTokens } from './map-tokens';
import { refuseMarks } from './mask-tokens';
import { isDynamic, isOpen, mayJoinToDynamic } from './open-parameter';
import { PSEUDO_BOUNDS } from './pseudo-bounds';
import { isSecret } from './secret';
import { identityOfToken, isReference, refersToElement, TokenIdentity } from './token-identity';
import { WatchedValues } from './watched-values';
import { BOUNDS } from '../../policy/aws';
import { fail, failWith, reference, replaceAllReferences, replaceReferences } from '../../policy/base';
import { escapeLiteral } from '../../policy/pattern';

/** The kinds of strings that may hold tokens; each has an upper bound. */
export type TokenKind = keyof typeof BOUNDS;

/** What a reference stands for, and the stack in whose template it means that. */
interface Source {
  readonly token: IResolvable;
  readonly identity: TokenIdentity;
  readonly home: Stack;
  readonly escape: boolean;
  /** Where it was given first. */
  readonly field: string;
}

/** Something as another stack has to say it, or the fields whose values cannot be said there. */
type Said<T> = { readonly value: T; readonly unsaid?: undefined } | { readonly value?: undefined; readonly unsaid: readonly string[] };

/**
 * Translates between the CDK's tokens and the references of the core.
 *
 * A reference is named after what its token resolves to, never after the order in which tokens were made: so the same
 * declaration gives the same policy, whatever came before it in the app.
 */
export class TokenTable {
  private readonly tokens = new Map<string, string>();
  private readonly sources = new Map<string, Source>();
  private readonly plain = new Map<string, string>();
  /** What was encoded already: a bucket's ARN comes with each of its folders. */
  private readonly encoded = new Map<string, string>();

  private readonly values: WatchedValues;

  constructor(private readonly scope: IConstruct) {
    this.values = new WatchedValues(scope);
  }

  /** The reference to a text that may still change; it is rendered as it is then, and never checked. `id` is the caller's own. */
  public late(id: string, text: string, kind: TokenKind): string {
    const found = reference(id, BOUNDS[kind]);
    this.tokens.set(found, text);
    this.plain.set(found, text);
    return found;
  }

  /**
   * Replaces the tokens in a string by references.
   *
   * @param home in whose stack it was written; by default in that of the construct itself. A reference to a resource or parameter means the same
   *   wherever it was written: the CDK carries it
   */
  public encode(text: string, kind: TokenKind, field: string, home: IConstruct = this.scope): string {
    if (typeof text !== 'string') {
      return text;
    }
    refuseMarks(text, field);
    if (text.includes(DUMMY)) {
      // The CDK looks the value up after this first pass, and stops if anything fails before.
      return this.late(`dummy_${encodeId(text)}`, text, kind);
    }
    if (!Token.isUnresolved(text)) {
      return text;
    }
    const id = `${kind} ${home === this.scope ? '' : Stack.of(home).node.path} ${text}`;
    if (kind === 'key' && mayJoinToDynamic(text, this.scope)) {
      failWith({
        code: 'KeyDynamicReference',
        field,
        received: 'values next to each other that only the deployment knows',
        remedy: 'put a slash between them, or give one an allowedPattern without braces: joined, they could be a dynamic reference',
      });
    }
    const encoded = this.encoded.get(id) ?? mapTokens(text, (token) =>
      this.register(token, kind, field, Stack.of(refersToElement(token) ? this.scope : home)));
    this.encoded.set(id, encoded);
    return encoded;
  }

  /** The same for a property that no policy is made of: it may be nothing in the end, and may change until then. */
  public encodeProperty(text: string, kind: TokenKind, field: string): string {
    if (typeof text !== 'string') {
      return text;
    }
    refuseMarks(text, field);
    return Token.isUnresolved(text) ? mapTokens(text, () => reference('property', BOUNDS[kind])) : text;
  }

  /**
   * Puts the tokens back into everything that the core has made.
   *
   * @param spell how each of them is put there
   */
  public decode<T>(value: T, spell: (token: string) => string = (token) => token): T {
    return replaceAllReferences(value, (found) => spell(this.tokens.get(found)!));
  }

  /** The same for a policy in another stack, where a value may have to be said in another way, or cannot be said. */
  public decodeIn<T>(value: T, stack: Stack): Said<T> {
    const unsaid = new Set<string>();
    const decoded = replaceAllReferences(value, (found) => {
      const said = this.sayIn(found, stack);
      if (said === undefined) {
        unsaid.add(this.sources.get(found)!.field);
      }
      return said ?? '';
    });
    return unsaid.size > 0 ? { unsaid: [...unsaid].sort() } : { value: decoded };
  }

  private sayIn(found: string, stack: Stack): string | undefined {
    const source = this.sources.get(found);
    if (source === undefined) {
      return this.tokens.get(found);
    }
    const { escape } = source;
    const there = this.carried(source, stack);
    if (typeof there === 'string') {
      return escape ? escapeLiteral(there) : there;
    }
    return there && textOf({ escape, token: there.token });
  }

  /** Puts the tokens back into a text for people: parts of keys as they are, not as a policy spells them. */
  public describe(text: string): string {
    return replaceReferences(text, (found) => this.plain.get(found)!);
  }

  /** What a value was taken for has to hold until the end. */
  public demand(field: string, holds: () => boolean): void {
    this.values.demand(field, holds);
  }

  private register(token: IResolvable, kind: TokenKind, field: string, home: Stack): string {
    const identity = identityOfToken(token, this.scope);
    const { value } = identity;
    if (value === undefined || /^(null|\[\]|\{\})$|"AWS::NoValue"|[[,:]null[\],}]/.test(JSON.stringify(value))) {
      // In a condition it would vanish, and the condition with it.
      fail('ValueTypeInvalid', field, 'a token that resolves to nothing', 'give it a value');
    }
    if (identity.forged) {
      fail('ValueTypeInvalid', field, 'a token that resolves to no text', 'give a string, or a function of CloudFormation');
    }
    if (kind === 'key' && isDynamic(value)) {
      fail('KeyDynamicReference', field, 'a dynamic reference', 'use a CfnParameter of an SSM type; what CloudFormation resolves in place cannot be escaped');
    }
    const narrow = kind === 'bucketArn' && !isOpen(identity);
    this.values.watch(token, identity, field, narrow);
    if (typeof value === 'string' && !isDynamic(value)) {
      // Known now, and so checked as if it had been written out.
      refuseMarks(value, field);
      return value;
    }
    const written = { token, identity, home };
    // What cannot be said here stays as it is, for those who can say it.
    const here = this.carried(written, Stack.of(this.scope)) ?? written;
    return typeof here === 'string' ? here : this.keep(here, kind, field);
  }

  /** A value as another stack has to say it: text, where it is known now; nothing where it cannot be said. */
  private carried(written: Written, stack: Stack): Written | string | undefined {
    if (written.home === stack) {
      return written;
    }
    const carrying = new Carrying(written.home, stack, Stack.of(this.scope));
    const value = carrying.value(written.identity);
    return value === undefined || typeof value === 'string'
      ? value
      : { token: carrying.token(written.token), identity: { ...written.identity, value }, home: stack };
  }

  private keep({ token, identity, home }: Written, kind: TokenKind, field: string): string {
    const isHere = home === Stack.of(this.scope);
    const { name, escape } = this.referenceTo(identity, kind, isHere ? '' : `${encodeId(home.node.path)}__`);
    if (!this.tokens.has(name)) {
      const source = { token, identity, home, escape, field };
      this.sources.set(name, source);
      // Where it cannot be said, people read so, and AWS matches it with nothing.
      this.tokens.set(name, isHere ? textOf(source) : `<known in stack ${home.node.path} only>`);
      this.plain.set(name, isSecret(identity) ? HIDDEN : isHere ? Token.asString(token) : this.tokens.get(name)!);
    }
    return name;
  }

  private referenceTo(identity: TokenIdentity, kind: TokenKind, place: string): { name: string; escape: boolean } {
    const pseudo = PSEUDO_BOUNDS.get((identity.value as { Ref?: string }).Ref ?? '');
    // A wildcard has four characters once it is escaped; no name of a bucket has one.
    const growth = kind === 'key' && isOpen(identity) ? ESCAPED_LENGTH : 1;
    const bound = pseudo ?? growth * Math.min(parameterLength(identity) ?? BOUNDS[kind], BOUNDS[kind]);
    // What is not known to name a bucket, such as a parameter that takes any value, could be `*` and name all of them.
    const escape = pseudo === undefined && (kind === 'key' || (kind === 'bucketArn' && isOpen(identity) && !isDynamic(identity.value)));
    const id = `${place}${encodeId(JSON.stringify(identity.value))}`;
    return { name: reference(escape ? `key_${id}` : id, bound), escape };
  }
}

/** The most that escaping makes of one character. */
const ESCAPED_LENGTH = escapeLiteral('*').length;

/** A value in the stack that it was written in. */
type Written = Pick<Source, 'token' | 'identity' | 'home'>;

/** What outputs show in place of a value that somebody marked as not to be shown. */
const HIDDEN = '****';

function textOf({ token, escape }: Pick<Source, 'token' | 'escape'>): string {
  return Token.asString(escape ? new EscapedKey(token) : token);
}

/** What the CDK hands out for a value that it has still to look up. */
const DUMMY = 'dummy-value-for-';

/** A text in letters, digits and underscores; no two texts become the same. */
function encodeId(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, (c) => `_${c.charCodeAt(0).toString(16)}_`);
}

/** The greatest length that a parameter accepts, where a value is that parameter and nothing else. */
function parameterLength({ value, parameters }: TokenIdentity): number | undefined {
  const [parameter] = parameters;
  return isReference(value) && parameter && !isLookedUp(parameter) ? parameter.maxLength : undefined;
}
