import { deepStrictEqual, ok, rejects } from 'assert';
import { demandKit } from './demand-kit';
import { KitStack } from './kit-stack';
import { Caller } from '../../../support/caller';
import { world } from '../../../support/comparison';
import { TemplateJson } from '../../../support/intrinsics';
import { get, list, Probe, put } from '../../../support/probe';
import { Filled, parametersOf } from '../../kits/filled';
import { least } from '../../kits/settings';
import { kitTemplate } from '../../kits/template';
import { HOTGLUE_KIT } from '../../kits/vendors';
import { Recorder } from '../../report/recorder';
import { Account } from '../account';
import { Afresh } from '../upgrade';

const WHOLE: Filled = least(HOTGLUE_KIT, 'a whole bucket', [{ name: 'acme-orders', mode: 'readWrite' }]);
const TWO: Filled = least(HOTGLUE_KIT, 'two folders', [{ name: 'acme-orders', prefix: 'raw' }, { name: 'acme-videos', prefix: 'cut' }]);

/** Shows that an update opens no bucket by a folder that went missing, and that only the word for it opens a whole one. */
export async function scopeless(account: Account, recorder: Recorder, afresh: Afresh): Promise<void> {
  const stack = new KitStack(account, 'vendor-access');
  const template = await kitTemplate(HOTGLUE_KIT, { slots: 2 });
  const text = JSON.stringify(template);

  await afresh('updates to a bucket without a folder', async () => {
    await stack.create(text, parametersOf(TWO));
    for (const name of ['Prefix', 'Prefix2']) {
      await recorder.attempt(`an update that empties ${name} is refused, and the role stays as it was`, async () => {
        await rejects(stack.update(text, { [name]: '' }), namesTheWayOut(name));
        recorder.judged(await demandKit(stack, HOTGLUE_KIT, TWO));
      });
    }
    await recorder.attempt('an update that adds a bucket without a folder is refused', async () => {
      await stack.update(text, { BucketName2: '', Prefix2: '' });
      await rejects(stack.update(text, { BucketName2: 'acme-videos' }), namesTheWayOut('Prefix2'));
      recorder.judged(await demandKit(stack, HOTGLUE_KIT, { ...TWO, buckets: TWO.buckets.slice(0, 1) }));
    });
  });

  await afresh('a stack of an earlier version', async () => {
    const parameters = { ...parametersOf(WHOLE), Prefix: '' };
    await stack.create(JSON.stringify(earlier(template)), parameters);
    const { role: before } = await stack.read();
    await recorder.attempt('a stack whose folder was left empty for the whole bucket is not updated with that', async () => {
      await rejects(stack.update(text, {}), namesTheWayOut('Prefix'));
      recorder.judged(1);
    });
    await recorder.attempt('it is updated with the word for it, and the role stays', async () => {
      await stack.update(text, { Prefix: '*' });
      recorder.judged(await demandKit(stack, HOTGLUE_KIT, WHOLE));
      const { role: { arn, id } } = await stack.read();
      deepStrictEqual({ arn, id }, { arn: before.arn, id: before.id });
    });
  });

  await afresh('an empty folder that nothing refuses', () => recorder.attempt('even without its rules the template opens no more for an empty folder than keys that begin with a slash', async () => {
    const { Rules: _, ...unruled } = template as TemplateJson & { Rules: unknown };
    await stack.create(JSON.stringify(unruled), { ...parametersOf(WHOLE), Prefix: '' });
    const { role } = await stack.read();
    const caller = new Caller(role.arn, role.policies, world(role.arn, { keyPolicy: () => undefined }));
    const at = { bucket: 'acme-orders' };
    const probes: Probe[] = [get('1', at), get('raw/1', at), put('1', at), put('raw/1', at), list(undefined, at), list('', at), list('raw/', at)];
    for (const probe of probes) {
      deepStrictEqual([probe, await caller.request(probe)], [probe, 'denied']);
    }
    // It is this bucket's policy that refuses, and not that there is none.
    const slashed = get('/1', at);
    deepStrictEqual([slashed, await caller.request(slashed)], [slashed, 'allowed']);
    recorder.judged(probes.length + 1);
  }));
}

/** As templates were made when an empty folder was the whole bucket: without a rule, and the folder with a default. */
function earlier(template: TemplateJson): TemplateJson {
  const { Rules: _, ...rest } = template as TemplateJson & { Rules: unknown };
  const conditions = { ...template.Conditions, WholeBucket: { 'Fn::Equals': [{ Ref: 'Prefix' }, ''] } };
  return { ...rest, Conditions: conditions, Parameters: { ...template.Parameters, Prefix: { ...template.Parameters!.Prefix, Default: '' } } };
}

function namesTheWayOut(parameter: string): (e: unknown) => boolean {
  return (e) => {
    ok(e instanceof Error && e.message.includes(`${parameter} (a folder, or * for the whole bucket)`), String(e));
    return true;
  };
}
