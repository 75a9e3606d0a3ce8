import { deepStrictEqual, ok } from 'assert';
import { demandKit } from './demand-kit';
import { KitStack } from './kit-stack';
import { Filled, parametersOf } from '../../kits/filled';
import { KitVendor } from '../../kits/kit-vendor';
import { forAllSlots, forOneSlot, forThreeSlots } from '../../kits/settings';
import { kitTemplate } from '../../kits/template';
import { CREATIVE_FORCE_KIT, KIT_VENDORS } from '../../kits/vendors';
import { kitFolder } from '../../program/kit-folder';
import { Recorder } from '../../report/recorder';
import { Account } from '../account';
import { identitiesOf, NOBODY } from '../deletion';
import { Afresh } from '../upgrade';

/** How many buckets a template takes at most. */
const MOST = 10;

/** CloudFormation takes no larger template with a request. */
const LARGEST = 51_200;

/** Creates stacks with many sets of parameters, judges each, and deletes it again. */
export async function create(account: Account, recorder: Recorder, afresh: Afresh): Promise<void> {
  for (const vendor of KIT_VENDORS) {
    await afresh(`${vendor.title}'s kit`, async () => {
      const one = await kitTemplate(vendor);
      for (const filled of forOneSlot(vendor)) {
        await tryOut(account, recorder, vendor, filled, JSON.stringify(one));
      }
      const three = await kitTemplate(vendor, { slots: 3 });
      const [single, several] = forThreeSlots(vendor);
      await tryOut(account, recorder, vendor, single, JSON.stringify(three));
      await tryOut(account, recorder, vendor, { ...several, title: `${several.title}, in YAML` }, await inYaml(vendor));
    });
  }
  await afresh('the largest kit', async () => {
    const text = JSON.stringify(await kitTemplate(CREATIVE_FORCE_KIT, { slots: MOST }));
    await recorder.attempt(`a template for ${MOST} buckets needs no S3`, () => ok(Buffer.byteLength(text) <= LARGEST, `${Buffer.byteLength(text)} bytes`));
    await tryOut(account, recorder, CREATIVE_FORCE_KIT, forAllSlots(CREATIVE_FORCE_KIT, MOST), text);
  });
}

async function tryOut(account: Account, recorder: Recorder, vendor: KitVendor, filled: Filled, template: string): Promise<void> {
  const title = `${vendor.title}'s kit with ${filled.title}`;
  const stack = new KitStack(account, 'vendor-access');
  await recorder.attempt(`${title}: can do what the construct declares, and nothing beside it`, async () => {
    await stack.create(template, parametersOf(filled));
    recorder.judged(await demandKit(stack, vendor, filled));
  });
  await recorder.attempt(`${title}: deleted, and no role or policy remains`, async () => {
    await stack.delete();
    deepStrictEqual(await identitiesOf(account), NOBODY);
  });
}

/** As it is published beside the JSON, for three buckets. */
async function inYaml({ id }: KitVendor): Promise<string> {
  const { 'template.yaml': text } = await kitFolder(id, ['template.yaml'], ['--slots', '3']);
  ok(/!(If|Sub) /.test(text), 'there is no short form of a function in it');
  return text;
}
