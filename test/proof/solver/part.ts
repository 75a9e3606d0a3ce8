import { CASES } from './cases';
import { find } from './find-planted';
import { prove, Tally } from './prove';
import { saveText } from './save';
import { PLANTED_BUGS } from '../plants/solver';
import { Z3 } from './smt/z3';
import { LONGEST_LIST } from './symbolic-request';
import { PartResult } from '../report/part';
import { Recorder } from '../report/recorder';

/** Containment, over all requests, in both directions; and bugs, planted, that must be found. */
export async function solver(): Promise<PartResult> {
  const recorder = new Recorder('solver');
  const z3 = await Z3.start();
  try {
    const tally = new Tally();
    for (const one of CASES) {
      await prove(z3, one, recorder, tally).catch((error) => recorder.check(one.name, String(error)));
    }
    const found: string[] = [];
    let confirmed = 0;
    for (const bug of PLANTED_BUGS) {
      await recorder.attempt(`planted: ${bug.subject}: ${bug.name}`, async () => {
        const shown = await find(z3, bug);
        confirmed += shown.confirmed ? 1 : 0;
        found.push(`${bug.subject}, ${bug.direction} than declared: ${bug.name}\n  ${shown.counterexample}\n`);
      });
    }
    saveText('planted-bugs.txt', found.join('\n'));
    recorder.note(`${z3.version}, theory of strings. A question that it gives up is a failure; there was none, or it is listed below.`);
    recorder.note(`${CASES.length} declarations, each in both directions, for requests to S3, to KMS, to STS and to any other service. `
      + 'Actions, resources, owners, callers and all context keys are free.');
    recorder.note(`Planted bugs found: ${found.length} of ${PLANTED_BUGS.length}, ${confirmed} of them confirmed by the evaluators. `
      + 'They cannot be asked about other services, nor about a policy variable, which the encoding refuses.');
    recorder.note('Every question, as SMT-LIB 2.6 for any solver, and each bug with its counterexample: reports/proof/solver/.');
    recorder.note('Bounds: none on the length of keys, prefixes, ARNs, external IDs or any other text, so keys of 1,024 bytes are included; '
      + `characters are U+0000 to U+2FFFF; a key has at most ${LONGEST_LIST} aliases and a call ${LONGEST_LIST} session tags; addresses are IPv4.`);
    recorder.note(`Taken for granted of requests: ${[...tally.facts].join('; ')}.`);
    recorder.note(`The evaluators were asked about ${tally.allowed} requests that the solver found allowed, and ${tally.denied} that miss a single condition.`);
    recorder.judged(z3.questions);
  } finally {
    z3.stop();
  }
  return recorder.finish();
}
