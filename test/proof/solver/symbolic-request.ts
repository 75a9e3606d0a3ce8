import { and, atom, FALSE, Formula, or, render, TRUE } from './smt/formula';
import { belongsTo, Language, Term, text } from './smt/text';

/**
 * The variables of which any request consists: what a solver may choose freely. Texts are of any length; their
 * characters are those of SMT-LIB, U+0000 to U+2FFFF.
 */
export const VARIABLES = {
  /** Service and action, such as `s3` and `getobject`: in small letters, for IAM compares them without regard to case. */
  service: 'String',
  action: 'String',
  /** ARN of the bucket, object or key. */
  resource: 'String',
  /** Account that owns it. */
  owner: 'String',
  /** Account of the caller, and what follows it in the caller's ARN. */
  callerAccount: 'String',
  callerEnd: 'String',
  organizationPresent: 'Bool',
  organization: 'String',
  /** Milliseconds since 1970. */
  time: 'Int',
  addressPresent: 'Bool',
  /** IPv4, as a number. */
  address: 'Int',
  tlsPresent: 'Bool',
  tls: 'Bool',
  prefixPresent: 'Bool',
  prefix: 'String',
  aclPresent: 'Bool',
  acl: 'String',
  encryptionPresent: 'Bool',
  encryption: 'String',
  customerKeyPresent: 'Bool',
  customerKey: 'String',
  viaPresent: 'Bool',
  via: 'String',
  contextPresent: 'Bool',
  context: 'String',
  aliases: 'Int',
  alias1: 'String',
  alias2: 'String',
  externalIdPresent: 'Bool',
  externalId: 'String',
  tags: 'Int',
  tagKey1: 'String',
  tagValue1: 'String',
  tagKey2: 'String',
  tagValue2: 'String',
} as const;

/** Lists of a request hold up to two entries: aliases of a key, session tags. */
export const LONGEST_LIST = 2;

/** Who calls. */
export interface SymbolicCaller {
  readonly account: Term;
  readonly end: Term;
}

/** A caller about whom nothing is known. */
export const SOMEBODY: SymbolicCaller = { account: 'callerAccount', end: 'callerEnd' };

/** A certain role or user. */
export function certainCaller(arn: string): SymbolicCaller {
  const [, , , , account, ...end] = arn.split(':');
  return { account: text(account), end: text(end.join(':')) };
}

/** The value of a context key. */
export type ContextValue =
  | { readonly kind: 'text'; readonly present: Formula; readonly value: Term }
  | { readonly kind: 'flag'; readonly present: Formula; readonly value: Formula }
  | { readonly kind: 'instant' | 'address'; readonly present: Formula; readonly value: Term }
  | { readonly kind: 'arn'; readonly caller: SymbolicCaller }
  | { readonly kind: 'list'; readonly items: ReadonlyArray<{ readonly present: Formula; readonly value: Term }> };

/** A request, as far as policies can see it. */
export interface SymbolicRequest {
  readonly service: Term;
  readonly action: Term;
  readonly resource: Term;
  readonly caller: SymbolicCaller;
  /** Context keys that this call does not carry, in small letters. */
  readonly absent?: readonly string[];
}

const aliasAt = (position: number) => atom(`(>= aliases ${position})`);
const tagAt = (position: number) => atom(`(>= tags ${position})`);

/** The value of a context key in a request; an unknown key is an error, so that no condition is overlooked. */
export function contextValue(request: SymbolicRequest, key: string): ContextValue {
  const name = key.toLowerCase();
  if (name === 'aws:principalarn') {
    return { kind: 'arn', caller: request.caller };
  }
  const tag = /^aws:requesttag\/(.+)$/.exec(name)?.[1];
  const value = tag === undefined ? CONTEXT[name] : tagValue(tag);
  if (value === undefined) {
    throw new Error(`No variable for the context key ${key}`);
  }
  return request.absent?.includes(name) ? { kind: 'text', present: FALSE, value: text('') } : value;
}

const CONTEXT: Readonly<Record<string, ContextValue>> = {
  'aws:principalorgid': optional('organization'),
  'aws:currenttime': { kind: 'instant', present: TRUE, value: 'time' },
  'aws:sourceip': { kind: 'address', present: atom('addressPresent'), value: 'address' },
  'aws:securetransport': { kind: 'flag', present: atom('tlsPresent'), value: atom('tls') },
  'aws:resourceaccount': { kind: 'text', present: TRUE, value: 'owner' },
  's3:prefix': optional('prefix'),
  's3:x-amz-acl': optional('acl'),
  's3:x-amz-server-side-encryption': optional('encryption'),
  's3:x-amz-server-side-encryption-customer-algorithm': optional('customerKey'),
  'kms:viaservice': optional('via'),
  'kms:encryptioncontext:aws:s3:arn': optional('context'),
  'kms:resourcealiases': { kind: 'list', items: [1, 2].map((i) => ({ present: aliasAt(i), value: `alias${i}` })) },
  'sts:externalid': optional('externalId'),
  'aws:tagkeys': { kind: 'list', items: [1, 2].map((i) => ({ present: tagAt(i), value: `tagKey${i}` })) },
};

function optional(variable: string): ContextValue {
  return { kind: 'text', present: atom(`${variable}Present`), value: variable };
}

/** IAM does not regard case in the names of context keys, so neither in `aws:RequestTag/<key>`. */
function tagValue(key: string): ContextValue {
  const carried = (i: number) => and(tagAt(i), belongsTo(`tagKey${i}`, Language.inAnyCase(key)));
  return {
    kind: 'text',
    present: or(carried(1), carried(2)),
    value: `(ite ${render(carried(1))} tagValue1 tagValue2)`,
  };
}
