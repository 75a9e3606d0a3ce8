import * as fc from 'fast-check';
import { AllActions } from './actions';
import { declaration } from './arbitrary-declaration';
import { buildUnlessRefused, probesOf, runWorld } from './run-world';
import { strangeThings } from './strange-things';
import { TamperedWorld } from '../plants/tampered';
import { TAMPERINGS } from '../plants/tamperings';
import { Recorder } from '../report/recorder';

/** A bug that is not found in so many worlds would not be found in a run of usual length either. */
const WORLDS = 150;

/** Plants bugs into deployed documents and checks that the probes find each of them. Gives the number of requests judged. */
export async function findPlanted(recorder: Recorder, actions: AllActions, seed: number): Promise<number> {
  const open = new Map(Object.entries(TAMPERINGS));
  let judged = 0;
  for (const [i, drawn] of fc.sample(declaration, { numRuns: WORLDS, seed }).entries()) {
    if (open.size === 0) {
      break;
    }
    const world = buildUnlessRefused(drawn);
    if (world === undefined) {
      continue;
    }
    const probes = probesOf(drawn, actions, i);
    for (const [name, tampering] of open) {
      const tampered = new TamperedWorld(world, tampering);
      if (tampered.differs) {
        const outcome = await runWorld(tampered, probes);
        judged += outcome.judged.length;
        if (outcome.difference !== undefined || strangeThings(tampered).length > 0) {
          open.delete(name);
        }
      }
    }
  }
  for (const name of Object.keys(TAMPERINGS)) {
    recorder.check(`a planted bug is found: ${name}`, open.has(name) ? `not in ${WORLDS} worlds` : undefined);
  }
  return judged;
}
