import { Finding } from './finding';
import { whyUnplantable } from './patch';
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
  bugs.forEach((bug) => judge(recorder, bug, findings.get(bug) ?? { broken: whyUnplantable(bug), judged: 0 }));
  return recorder.finish();
}

/** A bug is found, or there is a reason why it cannot be; not both. */
export function judge(recorder: Recorder, { name, nearest }: SourceBug, { found, missed, broken, judged }: Finding): void {
  recorder.judged(judged);
  const finding = found ?? broken ?? `not found: ${missed}`;
  recorder.note(`${name}: ${finding}${nearest === undefined ? '' : ` (${nearest})`}`);
  if (nearest === undefined) {
    recorder.check(`a bug in the source is found: ${name}`, found === undefined ? finding : undefined);
  } else {
    recorder.check(`a bug in the source makes no difference: ${name}`, found ?? broken);
  }
}
