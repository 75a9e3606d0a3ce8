import { CASES } from './cases';
import { Asked, prove } from './prove';
import { Z3 } from './smt/z3';
import { LONGEST_LIST } from './symbolic-request';
import { PartResult } from '../report/part';
import { Recorder } from '../report/recorder';

/** Containment, over all requests, in both directions; and bugs, planted, that must be found. */
export async function solver(): Promise<PartResult> {
  const recorder = new Recorder('solver');
  const z3 = await Z3.start();
  try {
    const asked: Asked = { allowed: 0, denied: 0 };
    for (const one of CASES) {
      await recorder.attempt(`${one.name}: can be judged`, () => prove(z3, one, recorder, asked));
    }
    recorder.note(`${z3.version}, theory of strings. A question that it gives up is a failure; there was none, or it is listed below.`);
    recorder.note(`${CASES.length} declarations.`);
    recorder.note('Bounds: none on the length of keys, prefixes, ARNs, external IDs or any other text, so keys of 1,024 bytes are included; '
      + `characters are U+0000 to U+2FFFF; a key has at most ${LONGEST_LIST} aliases and a call ${LONGEST_LIST} session tags; addresses are IPv4.`);
    recorder.note(`The evaluators were asked about ${asked.allowed} requests that the solver found allowed, and ${asked.denied} that miss a single condition.`);
    recorder.judged(z3.questions);
  } finally {
    z3.stop();
  }
  return recorder.finish();
}
