import { AssertionError, ok, rejects } from 'assert';
import { Drawn } from './shapes';
import { CHECKS, deploy } from './trial';
import { REFUSED_WORLDS, WORLD_FAULTS, WorldFault } from '../../plants/deploy/worlds';
import { Recorder } from '../../report/recorder';
import { AllActions } from '../../worlds/actions';
import { Afresh } from '../upgrade';

/**
 * Shows that the checks of deployed worlds can fail: each fault must be found, in one of the worlds that it can be planted in.
 * Gives how many there are.
 */
export async function findPlanted(
  endpoint: string, drawn: readonly Drawn[], actions: AllActions, recorder: Recorder, afresh: Afresh,
): Promise<number> {
  for (const fault of WORLD_FAULTS) {
    const open = new Set(fault.foundBy);
    for (const [i, one] of drawn.entries()) {
      if (open.size > 0 && fault.fits(one)) {
        await afresh(fault.title, () => find(endpoint, one, fault, open, actions, i));
      }
    }
    for (const name of fault.foundBy) {
      recorder.check(`a deployed random world: ${fault.title} is found by the check "${CHECKS[name].title}"`, open.has(name) ? 'not found' : undefined);
    }
  }
  for (const { title, fits, inItsPlace, message } of REFUSED_WORLDS) {
    await afresh(title, () => recorder.attempt(`a deployed random world: ${title} is refused`, () => {
      const { world } = fitting(drawn, title, fits);
      return rejects(deploy(endpoint, world, inItsPlace), message);
    }));
  }
  await afresh('a deletion in the wrong order', () => recorder.attempt('a deployed random world: a stack whose export is in use is not deleted', async () => {
    const { world } = fitting(drawn, 'a deletion in the wrong order', ({ shapes }) => shapes.includes('two stacks in one account, by exports'));
    const { accounts, stacks: [{ planned }] } = await deploy(endpoint, world);
    await rejects(accounts.of(planned).delete(planned.name), /in use by Stack/);
  }));
  return WORLD_FAULTS.length + REFUSED_WORLDS.length + 1;
}

/** Takes out of the checks that have not found a fault those that find it here. */
async function find(
  endpoint: string, { world }: Drawn, fault: WorldFault, open: Set<keyof typeof CHECKS>, actions: AllActions, salt: number,
): Promise<void> {
  const { inItsPlace, misread = (stacks) => stacks } = fault;
  const trial = await deploy(endpoint, world, inItsPlace);
  const spoilt = { ...trial, stacks: misread(trial.stacks) };
  for (const name of fault.foundBy.filter((one) => open.has(one))) {
    try {
      await CHECKS[name].demand(spoilt, actions, salt);
    } catch (e) {
      if (!(e instanceof AssertionError)) {
        throw e;
      }
      open.delete(name);
    }
  }
}

/** The first world that a fault can be planted in. */
function fitting(drawn: readonly Drawn[], title: string, fits: (one: Drawn) => boolean): Drawn {
  const one = drawn.find(fits);
  ok(one, `no world for ${title}`);
  return one;
}
