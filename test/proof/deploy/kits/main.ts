import { callBack } from './call-back';
import { create } from './create';
import { refuse } from './refuse';
import { scopeless } from './scopeless';
import { update } from './update';
import { vacuity } from './vacuity';
import { KIT_PLANTS } from '../../plants/kits/mistakes';
import { Recorder } from '../../report/recorder';
import { Account } from '../account';
import { Afresh } from '../upgrade';

/** Deploys the one-click templates of the five vendors as their customers would, and judges the roles that come of it. */
export async function deployKits(account: Account, recorder: Recorder, afresh: Afresh): Promise<void> {
  await create(account, recorder, afresh);
  await update(account, recorder, afresh);
  await refuse(account, recorder, afresh);
  await scopeless(account, recorder, afresh);
  await callBack(account, recorder, afresh);
  await vacuity(account, recorder, afresh);
  recorder.note(
    'The one-click templates of the five vendors are created with many sets of parameters, updated, and deleted. Each role is asked what the role of the ' +
      `construct with the same declaration is asked, and must give the same answers, and the right ones; ${KIT_PLANTS.length} mistakes in the templates are found by that.`,
  );
}
