import { AssertionError, deepStrictEqual, notDeepStrictEqual, ok, rejects } from 'assert';
import { demandKit } from './demand-kit';
import { KitStack } from './kit-stack';
import { KIT_PLANTS } from './plants';
import { TemplateJson } from '../../../support/intrinsics';
import { Filled, parametersOf } from '../../kits/filled';
import { least } from '../../kits/settings';
import { kitTemplate } from '../../kits/template';
import { HOTGLUE } from '../../kits/vendors';
import { Recorder } from '../../report/recorder';
import { Account } from '../account';
import { identitiesOf, NOBODY } from '../deletion';
import { replacements } from '../replacement';
import { Afresh } from '../upgrade';

const FILLED: Filled = least(HOTGLUE, 'planted', [{ name: 'acme-orders' }]);

/** Shows that the checks of the kits can fail: each mistake in a template must be found. */
export async function vacuity(account: Account, recorder: Recorder, afresh: Afresh): Promise<void> {
  const stack = new KitStack(account, 'vendor-access');
  for (const { title, vendor, filled, damage } of KIT_PLANTS) {
    await afresh(title, () => recorder.attempt(`${vendor.title}'s kit: ${title} is found`, async () => {
      await stack.create(JSON.stringify(damage(kitTemplate(vendor.vendor, { slots: 2 }))), parametersOf(filled));
      await rejects(demandKit(stack, vendor, filled), AssertionError);
    }));
  }
  const template = kitTemplate(HOTGLUE.vendor);
  await afresh('a role that is replaced', () => recorder.attempt('a version of a kit with another logical ID of the role is found', async () => {
    const other = JSON.parse(JSON.stringify(template).replaceAll('"Role"', '"VendorRole"')) as TemplateJson;
    ok(replacements(template, other).length > 0, 'the comparison finds nothing');
    await stack.create(JSON.stringify(template), parametersOf(FILLED));
    const { role: before } = await stack.read();
    await stack.update(JSON.stringify(other), {});
    const { role: after } = await stack.read();
    notDeepStrictEqual([after.arn, after.id], [before.arn, before.id]);
  }));
  await afresh('a role that is left', () => recorder.attempt('a role that a deleted kit leaves is found', async () => {
    const { Role: role, ...others } = template.Resources;
    const retained = { ...template, Resources: { ...others, Role: { ...role, DeletionPolicy: 'Retain' } } };
    await stack.create(JSON.stringify(retained), parametersOf(FILLED));
    await stack.delete();
    const left = await identitiesOf(account);
    notDeepStrictEqual(left, NOBODY);
    deepStrictEqual(left.roles.length, 1);
  }));
}
