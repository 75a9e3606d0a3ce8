import { AssertionError, deepStrictEqual, notDeepStrictEqual, ok, rejects } from 'assert';
import { demandKit } from './demand-kit';
import { KitStack } from './kit-stack';
import { Filled, parametersOf } from '../../kits/filled';
import { least } from '../../kits/settings';
import { kitTemplate } from '../../kits/template';
import { HOTGLUE_KIT } from '../../kits/vendors';
import { KIT_PLANTS } from '../../plants/kits/mistakes';
import { withOtherRole, withRetainedRole } from '../../plants/kits/roles';
import { Recorder } from '../../report/recorder';
import { Account } from '../account';
import { identitiesOf, NOBODY } from '../deletion';
import { replacements } from '../replacement';
import { Afresh } from '../upgrade';

const FILLED: Filled = least(HOTGLUE_KIT, 'planted', [{ name: 'acme-orders' }]);

/** Shows that the checks of the kits can fail: each mistake in a template must be found. */
export async function vacuity(account: Account, recorder: Recorder, afresh: Afresh): Promise<void> {
  const stack = new KitStack(account, 'vendor-access');
  for (const { title, vendor, filled, damage } of KIT_PLANTS) {
    await afresh(title, () => recorder.attempt(`${vendor.title}'s kit: ${title} is found`, async () => {
      await stack.create(JSON.stringify(damage(await kitTemplate(vendor, { slots: 2 }))), parametersOf(filled));
      await rejects(demandKit(stack, vendor, filled), AssertionError);
    }));
  }
  const template = await kitTemplate(HOTGLUE_KIT);
  await afresh('a role that is replaced', () => recorder.attempt('a version of a kit with another logical ID of the role is found', async () => {
    const other = withOtherRole(template);
    ok(replacements(template, other).length > 0, 'the comparison finds nothing');
    await stack.create(JSON.stringify(template), parametersOf(FILLED));
    const { role: before } = await stack.read();
    await stack.update(JSON.stringify(other), {});
    const { role: after } = await stack.read();
    notDeepStrictEqual([after.arn, after.id], [before.arn, before.id]);
  }));
  await afresh('a role that is left', () => recorder.attempt('a role that a deleted kit leaves is found', async () => {
    await stack.create(JSON.stringify(withRetainedRole(template)), parametersOf(FILLED));
    await stack.delete();
    const left = await identitiesOf(account);
    notDeepStrictEqual(left, NOBODY);
    deepStrictEqual(left.roles.length, 1);
  }));
}
