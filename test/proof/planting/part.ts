import { Findings } from './finding';
import { whyUnplantable } from './patch';
import { problemsOf, tell } from './verdict';
import { findAll } from './workers';
import { SourceBug } from '../plants/source';
import { PartResult } from '../report/part';
import { Recorder } from '../report/recorder';
import { SEED } from '../worlds/part';

/** Plants bugs in the library's source, each by itself, and checks that each is found. */
export async function plants(bugs: readonly SourceBug[]): Promise<PartResult> {
  const recorder = new Recorder('plants');
  const plantable = bugs.filter((bug) => whyUnplantable(bug) === undefined);
  const findings = await findAll(plantable, SEED);
  const unseen = bugs.filter((bug) => bug.unseen !== undefined);
  recorder.note(`${bugs.length} bugs; ${unseen.length} of them the random worlds do not find yet, and tests have to.`);
  bugs.forEach((bug) => judge(recorder, bug, findings.get(bug) ?? { worlds: { broken: whyUnplantable(bug), judged: 0 } }));
  return recorder.finish();
}

/** Records what came of one bug. */
export function judge(recorder: Recorder, bug: SourceBug, findings: Findings): void {
  const { worlds, tests } = findings;
  const problems = problemsOf(bug, findings);
  recorder.judged((worlds?.judged ?? 0) + (tests?.judged ?? 0));
  recorder.note(`${tell(bug, findings)}${bug.unseen === undefined ? '' : ` (${bug.unseen})`}`);
  recorder.check(`a bug in the source is found as it should: ${bug.name}`, problems.length === 0 ? undefined : problems.join('\n'));
}
