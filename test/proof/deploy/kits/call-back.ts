import { deepStrictEqual, match, notDeepStrictEqual, rejects } from 'assert';
import { demandKit } from './demand-kit';
import { KitStack } from './kit-stack';
import { VendorTopic } from './vendor-topic';
import { OneClickExternalId } from '../../../../src';
import { REGION } from '../../../support/deployed-template';
import { Filled, parametersOf } from '../../kits/filled';
import { least } from '../../kits/settings';
import { kitTemplate } from '../../kits/template';
import { CLOUDGLUE_KIT } from '../../kits/vendors';
import { deletable, dependent } from '../../plants/kits/call-backs';
import { Recorder } from '../../report/recorder';
import { Account } from '../account';
import { identitiesOf, NOBODY } from '../deletion';
import { Afresh } from '../upgrade';

const CALL_BACK = { account: CLOUDGLUE_KIT.caller.split(':')[4], topicName: 'roles-of-customers' };
const FILLED: Filled = least(CLOUDGLUE_KIT, 'called back', [{ name: 'acme-orders', prefix: 'raw' }]);

/** Deploys what is optional in a kit: a call-back to the vendor, and an external ID that is made of the stack's. */
export async function callBack(account: Account, recorder: Recorder, afresh: Afresh): Promise<void> {
  const stack = new KitStack(account, 'vendor-access');
  const kit = (version: string) => kitTemplate(CLOUDGLUE_KIT, { slots: 3, callBack: CALL_BACK, regions: [REGION], version });
  const watched = async (run: (topic: VendorTopic) => Promise<void>) =>
    run(await VendorTopic.create(account.clients.endpoint, CALL_BACK.account, CALL_BACK.topicName));

  await afresh('a call-back', () => watched(async (topic) => {
    const told = async () => (await topic.told()).map(({ RequestType, ResourceProperties }) => {
      const { ServiceToken: _, ServiceTimeout: __, ...properties } = ResourceProperties;
      return [RequestType, properties];
    });
    const expected = (RoleArn: string, ExternalId: string | undefined, TemplateVersion: string) => ({ RoleArn, ExternalId, TemplateVersion });
    await recorder.attempt('a kit with a call-back tells the vendor of the role, in the vendor\'s account, and of each change of what it tells', async () => {
      await stack.create(JSON.stringify(await kit('1')), parametersOf(FILLED));
      const { role: { arn } } = await stack.read();
      deepStrictEqual(await told(), [['Create', expected(arn, FILLED.externalId, '1')]]);
      recorder.judged(await demandKit(stack, CLOUDGLUE_KIT, FILLED));
      await stack.update(JSON.stringify(await kit('1')), { Prefix: '*' });
      deepStrictEqual(await told(), []);
      // The policy of the third bucket is beside the role.
      await stack.update(JSON.stringify(await kit('1')), { BucketName3: 'acme-films', Prefix3: 'cut' });
      deepStrictEqual(await told(), []);
      await stack.update(JSON.stringify(await kit('1')), { ExternalId: 'acme-next' });
      deepStrictEqual(await told(), [['Update', expected(arn, 'acme-next', '1')]]);
      await stack.update(JSON.stringify(await kit('2')), {});
      deepStrictEqual(await told(), [['Update', expected(arn, 'acme-next', '2')]]);
    });
    await recorder.attempt('a kit with a call-back is deleted without an answer of the vendor', async () => {
      await stack.delete();
      deepStrictEqual(await told(), []);
      deepStrictEqual(await identitiesOf(account), NOBODY);
    });
  }));

  await afresh('a call-back elsewhere', () => watched(async (topic) => recorder.attempt('a kit with a call-back is refused where its topic is not, and nothing is there', async () => {
    const elsewhere = await kitTemplate(CLOUDGLUE_KIT, { callBack: CALL_BACK, regions: ['us-east-1', 'us-east-2'] });
    await rejects(stack.create(JSON.stringify(elsewhere), parametersOf(FILLED)), /RegionHasTopic.* in us-east-1, us-east-2 only/);
    deepStrictEqual(await topic.told(), []);
    deepStrictEqual(await identitiesOf(account), NOBODY);
    recorder.judged(1);
  })));

  await afresh('a call-back that depends', () => watched(async (topic) => recorder.attempt('a call-back that depends on the policy of a bucket that is not there is found', async () => {
    await stack.create(JSON.stringify(dependent(await kit('1'))), parametersOf(FILLED));
    deepStrictEqual(await topic.told(), []);
  })));

  await afresh('a call-back that blocks', () => watched(async () => recorder.attempt('a call-back that waits for the vendor at the end is found', async () => {
    await stack.create(JSON.stringify(deletable(await kit('1'))), parametersOf(FILLED));
    await rejects(stack.delete(), /CallBack/);
  })));

  await afresh('an external ID of the stack', () => recorder.attempt('an external ID that is made of the stack\'s is long, stays, is in the output and in the trust policy', async () => {
    const template = JSON.stringify(await kitTemplate(CLOUDGLUE_KIT, { externalId: OneClickExternalId.STACK_ID }));
    const values = parametersOf({ ...FILLED, externalId: undefined });
    await stack.create(template, values);
    const { outputs: { ExternalId: first } } = await stack.read();
    recorder.judged(await demandKit(stack, CLOUDGLUE_KIT, { ...FILLED, externalId: demandLong(first) }));
    await stack.update(template, { Prefix: 'raw/2026' });
    recorder.judged(await demandKit(stack, CLOUDGLUE_KIT, { ...FILLED, externalId: first, buckets: [{ name: 'acme-orders', prefix: 'raw/2026' }] }));
    await stack.update(template, { ExternalId: 'acme-own', Prefix: 'raw' });
    recorder.judged(await demandKit(stack, CLOUDGLUE_KIT, { ...FILLED, externalId: 'acme-own' }));
    await stack.delete();
    await stack.create(template, values);
    const { outputs: { ExternalId: second } } = await stack.read();
    notDeepStrictEqual(second, first);
  }));
}

/** An ID that nobody can guess. */
function demandLong(externalId: string): string {
  match(externalId, /^[0-9a-f-]{36}$/);
  return externalId;
}
