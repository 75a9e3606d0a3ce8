import { and, either, Formula } from '../smt/formula';

/** One part of what a declaration means: all of these together let a request through. */
export interface GrantFormula {
  readonly title: string;
  readonly conditions: readonly Condition[];
}

/** What must hold, and what it is called where it does not. */
export interface Condition {
  readonly what: string;
  readonly holds: Formula;
  /** Where to look for requests that only just fail it. */
  readonly near?: Formula;
}

/** That one of the grants, at least, lets a request through. */
export function granted(grants: readonly GrantFormula[]): Formula {
  return either(...grants.map(({ conditions }) => and(...conditions.map(({ holds }) => holds))));
}
