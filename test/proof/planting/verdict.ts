import { Finding, Findings } from './finding';
import { SourceBug } from '../plants/source';

/** What came of the search for a bug, in a line. */
export function tell({ name }: SourceBug, { worlds, tests }: Findings): string {
  return `${name}: ${[worlds, tests].flatMap((finding) => (finding === undefined ? [] : [resultOf(finding)])).join('; ')}`;
}

/** What is wrong with that: a bug is found where it has to be, and nowhere else. */
export function problemsOf({ unseen }: SourceBug, { worlds, tests }: Findings): string[] {
  return [
    ...worlds === undefined || isAs(worlds, unseen === undefined) ? [] : [`in random worlds: ${resultOf(worlds)}`],
    ...tests === undefined || isAs(tests, true) ? [] : [`in tests: ${resultOf(tests)}`],
  ];
}

function isAs({ found, broken }: Finding, wanted: boolean): boolean {
  return broken === undefined && (found !== undefined) === wanted;
}

function resultOf({ found, broken, missed }: Finding): string {
  return found ?? broken ?? `not found, ${missed}`;
}
