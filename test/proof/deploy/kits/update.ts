import { deepStrictEqual } from 'assert';
import { demandKit } from './demand-kit';
import { KitStack } from './kit-stack';
import { changes, history, Stage } from '../../kits/history';
import { KitVendor, needingMore } from '../../kits/kit-vendor';
import { kitTemplate } from '../../kits/template';
import { KIT_VENDORS } from '../../kits/vendors';
import { Recorder } from '../../report/recorder';
import { Account } from '../account';
import { identitiesOf, NOBODY } from '../deletion';
import { replacements } from '../replacement';
import { Afresh } from '../upgrade';

/** Takes one stack of each vendor through all that its customer changes, and to a new version of the template. */
export async function update(account: Account, recorder: Recorder, afresh: Afresh): Promise<void> {
  for (const vendor of KIT_VENDORS) {
    await afresh(`updates of ${vendor.title}'s kit`, () => liveThrough(account, recorder, vendor));
  }
}

async function liveThrough(account: Account, recorder: Recorder, vendor: KitVendor): Promise<void> {
  const stack = new KitStack(account, 'vendor-access');
  const later = needingMore(vendor);
  const first = await kitTemplate(vendor, { slots: 3, version: '1.0.0' });
  const second = await kitTemplate(later, { slots: 5, version: '2.0.0', description: 'Something else' });
  await recorder.attempt(`a new version of ${vendor.title}'s kit replaces nothing, by comparison`, () => deepStrictEqual(replacements(first, second), []));
  let before: { readonly stage: Stage; readonly role: object } | undefined;
  for (const stage of history(vendor)) {
    const { filled } = stage;
    await recorder.attempt(`${vendor.title}'s kit ${filled.title}: can do what the construct declares, and the role stays`, async () => {
      const template = JSON.stringify(stage.second ? second : first);
      const values = changes(before?.stage.filled, filled, vendor);
      await (before === undefined ? stack.create(template, values) : stack.update(template, values));
      recorder.judged(await demandKit(stack, stage.second ? later : vendor, filled));
      const { role: { arn, id } } = await stack.read();
      before = { stage, role: before?.role ?? { arn, id } };
      deepStrictEqual({ arn, id }, before.role);
    });
  }
  await recorder.attempt(`${vendor.title}'s kit, after all updates: deleted, and no role or policy remains`, async () => {
    await stack.delete();
    deepStrictEqual(await identitiesOf(account), NOBODY);
  });
}
