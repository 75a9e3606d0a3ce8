import { create } from './create';
import { update } from './update';
import { Recorder } from '../../report/recorder';
import { Account } from '../account';
import { Afresh } from '../upgrade';

/** Deploys the one-click templates of the five vendors as their customers would, and judges the roles that come of it. */
export async function deployKits(account: Account, recorder: Recorder, afresh: Afresh): Promise<void> {
  await create(account, recorder, afresh);
  await update(account, recorder, afresh);
}
