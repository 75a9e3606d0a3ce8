import { Drawn, drawnWorlds, TIMES, timesOf } from './shapes';
import { CHECKS, deploy } from './trial';
import { findPlanted } from './vacuity';
import { Recorder } from '../../report/recorder';
import { AllActions, allActions } from '../../worlds/actions';
import { Afresh } from '../upgrade';

/** Deploys some of the random worlds, of one stack and of two, into one account and into two, and judges what arrived. */
export async function deployWorlds(endpoint: string, recorder: Recorder, afresh: Afresh): Promise<void> {
  const actions = await allActions();
  const drawn = drawnWorlds();
  for (const [shape, times] of timesOf(drawn)) {
    recorder.check(`random worlds with ${shape} are deployed`, times >= TIMES ? undefined : `${times} of ${TIMES}`);
  }
  for (const [i, one] of drawn.entries()) {
    const title = `random world ${i + 1} (${one.shapes.join('; ')})`;
    await afresh(title, () => judge(endpoint, one, title, i, actions, recorder));
  }
  const planted = await findPlanted(endpoint, drawn, actions, recorder, afresh);
  recorder.note(`${drawn.length} random worlds were deployed, and ${planted} faults planted in such. ${
    timesOf(drawn).map(([shape, times]) => `${shape}: ${times}`).join('; ')}.`);
}

async function judge(endpoint: string, { world }: Drawn, title: string, salt: number, actions: AllActions, recorder: Recorder): Promise<void> {
  const trial = await deploy(endpoint, world);
  for (const check of Object.values(CHECKS)) {
    await recorder.attempt(`${title}: ${check.title}`, async () => recorder.judged(await check.demand(trial, actions, salt)));
  }
}
