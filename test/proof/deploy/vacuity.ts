import { deepStrictEqual, ok, throws } from 'assert';
import { Account } from './account';
import { demandAgreement } from './agreement';
import { demandEmptied } from './deletion';
import { judgeDeployed } from './judgement';
import { completed, Life } from './life';
import { COACTIVE_BUCKETS_LIFE } from './lives/coactive';
import { putObjects } from './objects';
import { Deployed } from './read-back';
import { synthesize } from './synthesize';
import { Afresh } from './upgrade';
import { DAMAGES } from '../plants/deploy/damage';
import { Leave, LEFTOVERS } from '../plants/deploy/leftovers';
import { Recorder } from '../report/recorder';

const STACK = 'Damaged';

/** Shows that the checks of this part can fail: each damage to a deployment must be found. */
export async function findDamages(account: Account, recorder: Recorder, afresh: Afresh): Promise<void> {
  for (const { title, life, inflict } of DAMAGES) {
    await afresh(title, () => recorder.attempt(`${life.title}: ${title} is found`, async () => {
      const [stage] = completed(life.stages);
      const template = synthesize(life, stage);
      await account.create(STACK, template);
      const before = await Deployed.read(account, STACK);
      deepStrictEqual((await judgeDeployed(life, stage, before)).wrong, []);
      await inflict(account, before);
      const after = await Deployed.read(account, STACK);
      const { wrong, allowed, refused } = await judgeDeployed(life, stage, after);
      recorder.judged(allowed + refused);
      ok(wrong.length > 0, 'the judgement finds nothing');
      throws(() => demandAgreement(template, {}, STACK, after), 'the comparison with the template finds nothing');
    }));
  }
  for (const [title, leave] of LEFTOVERS) {
    await afresh(title, () => recorder.attempt(`${title} after a deletion is found`, () => demandLeftoverFound(account, COACTIVE_BUCKETS_LIFE, leave)));
  }
}

async function demandLeftoverFound(account: Account, life: Life, leave: Leave): Promise<void> {
  await account.create(STACK, synthesize(life, completed(life.stages)[0]));
  const before = await Deployed.read(account, STACK);
  await putObjects(account, before, undefined);
  await account.delete(STACK);
  await demandEmptied(account, life, before);
  await leave(account, before);
  let found = false;
  await demandEmptied(account, life, before).catch(() => {
    found = true;
  });
  ok(found, 'not found');
}
