import { Issue, Issues } from '../../src/policy/base';

/** What a check made, and all that it found wrong. */
interface Outcome<T> {
  readonly result: T;
  readonly issues: Issue[];
}

/** Runs a check that collects what is wrong. */
export function outcome<T>(run: (issues: Issues) => T): Outcome<T> {
  const issues = new Issues();
  const result = run(issues);
  return { result, issues: issues.all };
}
