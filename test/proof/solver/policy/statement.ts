import { and, either, FALSE, Formula, or, TRUE } from '../smt/formula';
import { is, same, text } from '../smt/text';
import { SymbolicRequest } from '../symbolic-request';
import { conditionHolds } from './condition';
import { matches } from './iam-pattern';
import { many, PolicyDocumentJson, PolicyStatementJson } from '../../../support/policy-document';

/** When a document has an answer to a request, and which. */
export interface Answers {
  readonly denied: Formula;
  /** Allowed, naming the caller or everybody; what is attached to a caller names it always. */
  readonly direct: Formula;
  /** Allowed to the account of the caller, whose policies decide. */
  readonly account: Formula;
}

const ELEMENTS = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'];

/** What a document says to a request. */
export function answers(document: PolicyDocumentJson, request: SymbolicRequest): Answers {
  const found = document.Statement.map((statement) => ({ effect: statement.Effect, ...statementApplies(statement, request) }));
  const allows = found.filter(({ effect }) => effect === 'Allow');
  const denies = found.filter(({ effect }) => effect === 'Deny');
  if (allows.length + denies.length < found.length) {
    throw new Error(`Neither Allow nor Deny: ${JSON.stringify(document)}`);
  }
  return {
    denied: or(...denies.flatMap(({ direct, account }) => [direct, account])),
    direct: either(...allows.map(({ direct }) => direct)),
    account: either(...allows.map(({ account }) => account)),
  };
}

function statementApplies(statement: PolicyStatementJson, request: SymbolicRequest): { direct: Formula; account: Formula } {
  const strange = Object.keys(statement).find((element) => !ELEMENTS.includes(element));
  if (strange !== undefined) {
    throw new Error(`No rule for the element ${strange} of a statement`);
  }
  const applies = and(
    or(...many(statement.Action).map((action) => actionMatches(action.toLowerCase(), request))),
    statement.Resource === undefined ? TRUE : either(...many(statement.Resource).map((pattern) => matches(request.resource, pattern))),
    ...Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => conditionHolds(operator, key, many(values), request))),
  );
  const { direct, account } = principalNamed(statement.Principal, request);
  return { direct: and(direct, applies), account: and(account, applies) };
}

/** IAM takes wildcards in the name of an action, and a lone `*` for everything. */
function actionMatches(pattern: string, request: SymbolicRequest): Formula {
  if (pattern === '*') {
    return TRUE;
  }
  const [service, ...name] = pattern.split(':');
  if (name.length !== 1 || !/^[a-z0-9-]+$/.test(service)) {
    throw new Error(`No action: ${pattern}`);
  }
  return and(is(request.service, service), matches(request.action, name[0]));
}

function principalNamed(principal: PolicyStatementJson['Principal'], { caller }: SymbolicRequest): { direct: Formula; account: Formula } {
  if (principal === undefined) {
    return { direct: TRUE, account: FALSE };
  }
  const names = principal === '*' ? ['*'] : many(principal.AWS);
  // Whoever has the number or name in another partition makes no request here.
  const here = names.filter((name) => !/^arn:aws-[a-z-]+:iam::/.test(name));
  const accounts = here.map((name) => /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1]);
  return {
    direct: or(...here.map((name, i) => (name === '*' ? TRUE : accounts[i] === undefined ? named(name, caller) : FALSE))),
    account: or(...accounts.map((account) => (account === undefined ? FALSE : is(caller.account, account)))),
  };
}

/** A role or user, by its ARN. */
function named(arn: string, caller: SymbolicRequest['caller']): Formula {
  const match = /^arn:aws:iam::(\d{12}):((?:role|user)\/.+)$/.exec(arn);
  if (match === null) {
    throw new Error(`No rule for the principal ${arn}`);
  }
  return and(same(caller.account, text(match[1])), same(caller.end, text(match[2])));
}
