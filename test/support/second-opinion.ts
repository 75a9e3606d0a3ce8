import { many, PolicyDocumentJson, PolicyStatementJson } from './policy-document';

/** Context of a request; an unset key is one that the request does not carry. */
export type Context = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request as IAM sees it. */
export interface IamRequest {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

/** How a document answers a request: by naming the caller itself, or only the account it belongs to. */
export type Answer = 'denied' | 'direct' | 'account' | 'nothing';

/**
 * A second evaluator, small and independent of iam-simulate, for the operators that our policies use and no others.
 *
 * Two evaluators that were written apart seldom share a mistake: on every request the tests demand that they agree. This
 * one reads policies as they are, where iam-simulate has to be shown some of them under other names (see `visible.ts`).
 */
export function answer(document: PolicyDocumentJson, request: IamRequest): Answer {
  const results = document.Statement.map((statement) => ({ effect: statement.Effect, match: matches(statement, request) }));
  const effects = (effect: string) => results.filter((result) => result.effect === effect && result.match !== undefined);
  if (effects('Deny').length > 0) {
    return 'denied';
  }
  const allows = effects('Allow').map(({ match }) => match);
  return allows.includes('direct') ? 'direct' : allows.includes('account') ? 'account' : 'nothing';
}

function matches(statement: PolicyStatementJson, request: IamRequest): 'direct' | 'account' | undefined {
  const known = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'];
  const strange = Object.keys(statement).find((key) => !known.includes(key));
  if (strange) {
    throw new Error(`No rule for the element ${strange} of a statement`);
  }
  const named = statement.Principal === undefined ? 'direct' : principalMatch(statement.Principal, request.principal);
  const applies = named !== undefined
    && many(statement.Action).some((action) => like(action.toLowerCase(), request.action.toLowerCase(), {}))
    && (statement.Resource === undefined || many(statement.Resource).some((resource) => like(resource, request.resource, request.context)))
    && Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => condition(operator, key, many(values), request.context)));
  return applies ? named : undefined;
}

function principalMatch(principal: NonNullable<PolicyStatementJson['Principal']>, caller: string): 'direct' | 'account' | undefined {
  if (principal !== '*' && Object.keys(principal).join() !== 'AWS') {
    throw new Error(`No rule for the principal ${JSON.stringify(principal)}`);
  }
  const names = principal === '*' ? ['*'] : many(principal.AWS);
  if (names.includes('*') || names.includes(caller)) {
    return 'direct';
  }
  const [, partition, , , account] = caller.split(':');
  return names.some((name) => name === account || name === `arn:${partition}:iam::${account}:root`) ? 'account' : undefined;
}

/**
 * IAM's pattern language: `*` any characters, `?` one, `${*}`, `${?}` and `${$}` these characters themselves, any other
 * `${…}` a policy variable. The text that is matched is literal.
 */
export function like(pattern: string, text: string, context: Context): boolean {
  const known = EXPRESSIONS.get(pattern);
  if (known) {
    return known.test(text);
  }
  let expression = '';
  let constant = true;
  for (let i = 0; i < pattern.length; i++) {
    const variable = /^\$\{([^}]*)\}/.exec(pattern.slice(i))?.[1];
    if (variable !== undefined) {
      const special = ['*', '?', '$'].includes(variable);
      const value = special ? variable : valueOf(context, variable);
      if (typeof value !== 'string') {
        return false;
      }
      constant &&= special;
      expression += literal(value);
      i += variable.length + 2;
    } else {
      expression += pattern[i] === '*' ? '.*' : pattern[i] === '?' ? '.' : literal(pattern[i]);
    }
  }
  const compiled = new RegExp(`^${expression}$`, 'su');
  if (constant) {
    EXPRESSIONS.set(pattern, compiled);
  }
  return compiled.test(text);
}

/** Patterns without variables, compiled. */
const EXPRESSIONS = new Map<string, RegExp>();

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function valueOf(context: Context, key: string): string | readonly string[] | undefined {
  const found = Object.keys(context).find((name) => name.toLowerCase() === key.toLowerCase());
  return found === undefined ? undefined : context[found];
}

function condition(operator: string, key: string, wanted: readonly string[], context: Context): boolean {
  const [, set, base, ifExists] = /^(?:(ForAnyValue|ForAllValues):)?([A-Za-z]+?)(IfExists)?$/.exec(operator)!;
  const present = valueOf(context, key);
  if (base === 'Null') {
    return many(wanted).includes(String(present === undefined));
  }
  const test = OPERATORS[base];
  if (test === undefined) {
    throw new Error(`No rule for the operator ${operator}`);
  }
  const negated = base === 'StringNotEquals';
  const one = (value: string) => wanted.some((candidate) => test(candidate, value, context)) !== negated;
  if (set !== undefined) {
    const values = many(present);
    return set === 'ForAnyValue' ? values.some(one) : values.every(one);
  }
  if (present === undefined) {
    // A key that is not there equals nothing.
    return ifExists !== undefined || negated;
  }
  if (typeof present !== 'string') {
    throw new Error(`${key} has several values and needs a set operator`);
  }
  return one(present);
}

const OPERATORS: Readonly<Record<string, (wanted: string, present: string, context: Context) => boolean>> = {
  StringEquals: (wanted, present) => plain(wanted) === present,
  StringNotEquals: (wanted, present) => plain(wanted) === present,
  StringLike: (wanted, present, context) => like(wanted, present, context),
  Bool: (wanted, present) => wanted.toLowerCase() === present.toLowerCase(),
  DateGreaterThanEquals: (wanted, present) => Date.parse(present) >= Date.parse(wanted),
  DateLessThan: (wanted, present) => Date.parse(present) < Date.parse(wanted),
  // As IAM does it: each of the six parts of an ARN by itself.
  ArnLike: (wanted, present, context) => {
    const parts = (arn: string) => [...arn.split(':').slice(0, 5), arn.split(':').slice(5).join(':')];
    const present6 = parts(present);
    return parts(wanted).every((part, i) => like(part, present6[i], context));
  },
  IpAddress: (wanted, present) => inRange(wanted, present),
};

/** None of our policies has a reason for a variable in an exact comparison. */
function plain(value: string): string {
  if (value.includes('${')) {
    throw new Error(`A variable in an exact comparison: ${value}`);
  }
  return value;
}

function inRange(range: string, address: string): boolean {
  const [network, bits] = range.split('/');
  if (range.includes(':') || address.includes(':')) {
    throw new Error('No rule for IPv6');
  }
  const number = (ip: string) => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits ?? 32));
  return Math.floor(number(network) / size) === Math.floor(number(address) / size);
}
