import { Status, Verdict } from './judge';
import { Target } from './target';
import { EXIT } from '../terminal';

/** One line of the report. */
export interface Row extends Verdict {
  readonly tried: string;
  /** None where it is not about permissions. */
  readonly expected?: 'allowed' | 'refused';
}

/** All that was found. */
export interface Report {
  readonly target: Target;
  /** ARN of who asked. */
  readonly caller?: string;
  readonly rows: readonly Row[];
}

/** How many rows have a status. */
export function count({ rows }: Report, status: Status): number {
  return rows.filter((row) => row.status === status).length;
}

/** A finding stands, whatever failed beside it. */
export function exitCode(report: Report): number {
  return count(report, 'fail') > 0 ? EXIT.found : count(report, 'error') > 0 ? EXIT.outside : EXIT.success;
}
