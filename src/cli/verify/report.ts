import { Status, Verdict } from './judge';
import { Target } from './target';
import { EXIT } from '../terminal';

/** One line of the report. */
export interface Row extends Verdict {
  /** Whether it is about who may assume the role, or about what the role may do then. */
  readonly part: 'trust' | 'access';
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

/**
 * What all rows together say: that it holds; that it does not; that not everything could be tried; or that nothing of what was agreed on
 * was seen to work, so that the refusals show nothing either, for a role that can do nothing at all is refused in the same way.
 */
export type Conclusion = 'holds' | 'broken' | 'untried' | 'unshown';

/** Concludes. A finding stands, whatever failed beside it. */
export function conclusionOf(report: Report): Conclusion {
  const works = report.rows.some(({ part, expected, status }) => part === 'access' && expected === 'allowed' && status === 'pass');
  return count(report, 'fail') > 0 ? 'broken' : count(report, 'error') > 0 ? 'untried' : works ? 'holds' : 'unshown';
}

const EXIT_CODES: Readonly<Record<Conclusion, number>> = { holds: EXIT.success, broken: EXIT.found, untried: EXIT.outside, unshown: EXIT.outside };

/** How the command ends. */
export function exitCode(report: Report): number {
  return EXIT_CODES[conclusionOf(report)];
}
