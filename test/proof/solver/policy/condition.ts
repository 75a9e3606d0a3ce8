import { and, atom, either, Formula, implies, not, or, TRUE } from '../smt/formula';
import { isOneOf, Term } from '../smt/text';
import { ContextValue, contextValue, SymbolicRequest } from '../symbolic-request';
import { matches } from './iam-pattern';

/** One line of a `Condition` block, by the rules of IAM; operators that it has no rule for are an error. */
export function conditionHolds(operator: string, key: string, wanted: readonly string[], request: SymbolicRequest): Formula {
  const [, set, base, ifExists] = /^(?:(ForAnyValue|ForAllValues):)?([A-Za-z]+?)(IfExists)?$/.exec(operator) ?? [];
  const value = contextValue(request, key);
  if (base === 'Null') {
    return or(...wanted.map((absent) => (boolean(absent) ? not(present(value)) : present(value))));
  }
  if (set !== undefined) {
    const items = value.kind === 'list' ? value.items : value.kind === 'text' ? [value] : fail(operator, key);
    const test = TEXT_OPERATORS[base] ?? fail(operator, key);
    return set === 'ForAnyValue'
      ? or(...items.map((item) => and(item.present, test(item.value, wanted))))
      : and(...items.map((item) => implies(item.present, test(item.value, wanted))));
  }
  const holds = single(base, value, wanted) ?? fail(operator, key);
  return ifExists === undefined ? and(present(value), holds) : or(not(present(value)), holds);
}

/** Comparison with a single value, which is there. */
function single(operator: string, value: ContextValue, wanted: readonly string[]): Formula | undefined {
  switch (value.kind) {
    case 'text':
      return TEXT_OPERATORS[operator]?.(value.value, wanted);
    case 'flag':
      return operator === 'Bool' ? or(...wanted.map((flag) => (boolean(flag) ? value.value : not(value.value)))) : undefined;
    case 'instant':
      return Object.hasOwn(DATE_OPERATORS, operator)
        ? or(...wanted.map((date) => atom(`(${DATE_OPERATORS[operator]} ${value.value} ${instant(date)})`))) : undefined;
    case 'address':
      return operator === 'IpAddress' ? or(...wanted.map((range) => inRange(value.value, range))) : undefined;
    case 'arn':
      return ['ArnLike', 'ArnEquals'].includes(operator) ? either(...wanted.map((arn) => arnMatches(value.caller, arn))) : undefined;
    case 'list':
      // IAM leaves open what an operator without ForAnyValue or ForAllValues makes of several values.
      return undefined;
  }
}

const DATE_OPERATORS: Readonly<Record<string, string>> = { DateGreaterThanEquals: '>=', DateLessThan: '<' };

const TEXT_OPERATORS: Readonly<Record<string, (term: Term, wanted: readonly string[]) => Formula>> = {
  StringEquals: (term, wanted) => isOneOf(term, wanted.map(plain)),
  StringLike: (term, wanted) => either(...wanted.map((pattern) => matches(term, pattern))),
};

/** Each of the six parts of an ARN is compared by itself. */
function arnMatches({ account, end }: { readonly account: Term; readonly end: Term }, pattern: string): Formula {
  const [arn, partition, service, region, theirAccount, ...theirEnd] = pattern.split(':');
  if (arn !== 'arn' || partition !== 'aws' || service !== 'iam' || region !== '') {
    throw new Error(`No ARN of a principal: ${pattern}`);
  }
  return and(matches(account, theirAccount), matches(end, theirEnd.join(':')));
}

function present(value: ContextValue): Formula {
  switch (value.kind) {
    case 'list': return or(...value.items.map((item) => item.present));
    case 'arn': return TRUE;
    default: return value.present;
  }
}

function inRange(term: Term, range: string): Formula {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)(?:\/(\d+))?$/.exec(range);
  if (match === null) {
    throw new Error(`No IPv4 range: ${range}`);
  }
  const [a, b, c, d, bits = 32] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const size = 2 ** (32 - bits);
  const start = Math.floor((((a! * 256 + b!) * 256 + c!) * 256 + d!) / size) * size;
  return and(atom(`(<= ${start} ${term})`), atom(`(< ${term} ${start + size})`));
}

function instant(date: string): number {
  const milliseconds = Date.parse(date);
  return Number.isNaN(milliseconds) ? fail('a date', date) : milliseconds;
}

function boolean(text: string): boolean {
  return text === 'true' || (text === 'false' ? false : fail('Bool', text));
}

/** A variable in an exact comparison has no place in our policies. */
function plain(value: string): string {
  return value.includes('${') ? fail('StringEquals', value) : value;
}

function fail(operator: string, subject: string): never {
  throw new Error(`No rule for ${operator} with ${subject}`);
}
