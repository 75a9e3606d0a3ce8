import { deepStrictEqual, notDeepStrictEqual, ok } from 'assert';
import { Account } from './account';
import { demandAgreement } from './agreement';
import { demandEmptied, demandShut, identitiesOf, NOBODY } from './deletion';
import { identities } from './identities';
import { judgeDeployed } from './judgement';
import { completed, CompleteStage, Life } from './life';
import { putObjects } from './objects';
import { Deployed } from './read-back';
import { synthesize, withoutConstruct } from './synthesize';
import { TemplateJson } from '../../support/intrinsics';
import { Recorder } from '../report/recorder';

/** Name of every stack here; each case has the account for itself. */
const STACK = 'Customer';

/** Takes the access of a vendor from its creation through all stages to its end, and judges what was deployed at each. */
export async function liveThrough(account: Account, life: Life, recorder: Recorder): Promise<void> {
  let before: { readonly template: TemplateJson; readonly deployed: Deployed } | undefined;
  for (const stage of completed(life.stages)) {
    const label = `${life.title}: ${stage.title}`;
    const template = synthesize(life, stage);
    if (before === undefined) {
      await account.create(STACK, template);
    } else {
      notDeepStrictEqual(template, before.template, `${label} changes nothing`);
      const earlier = before.template;
      await recorder.attempt(`${label}, announced without a new role or user`, () => demandModestChanges(account, earlier, template));
      await account.update(STACK, template);
    }
    const deployed = await Deployed.read(account, STACK);
    await judgeStage(account, life, stage, label, template, deployed, recorder);
    if (life.inspect !== undefined) {
      const { title, demand } = life.inspect;
      await recorder.attempt(`${label}, ${title}`, () => demand(account, deployed, stage));
    }
    const earlier = before?.deployed;
    if (earlier !== undefined && life.by !== 'bucketPolicy') {
      await recorder.attempt(`${label}, and the ${life.by} stays`, () => deepStrictEqual(identities(deployed), identities(earlier)));
    }
    await putObjects(account, deployed, earlier);
    before = { template, deployed };
  }
  await recorder.attempt(`${life.title}: revoked by removing the construct, and set up again`, async () => {
    const { deployed, template } = before!;
    const last = completed(life.stages).pop()!;
    await account.update(STACK, withoutConstruct(life, last));
    deepStrictEqual(await identitiesOf(account), NOBODY);
    recorder.judged(await demandShut(account, life, deployed, 'everything'));
    await account.update(STACK, template);
    before = { template, deployed: await Deployed.read(account, STACK) };
    const { allowed, refused, wrong } = await judgeDeployed(life, last, before.deployed);
    recorder.judged(allowed + refused);
    deepStrictEqual(wrong, []);
  });
  await recorder.attempt(`${life.title}: deleted, and nothing remains but retained data`, async () => {
    const { deployed } = before!;
    await account.delete(STACK);
    recorder.judged(await demandEmptied(account, life, deployed));
  });
}

async function judgeStage(
  account: Account, life: Life, stage: CompleteStage, label: string, template: TemplateJson, deployed: Deployed, recorder: Recorder,
): Promise<void> {
  await recorder.attempt(`${label}, as the template says`, () => {
    ok(demandAgreement(template, {}, STACK, deployed) > 1, 'hardly a document was deployed');
  });
  await recorder.attempt(`${label}, and no identity, policy or secret besides`, async () => demandNobodyElse(account, deployed));
  await recorder.attempt(`${label}, opens what was declared and nothing beside it`, async () => {
    const { allowed, refused, wrong } = await judgeDeployed(life, stage, deployed);
    recorder.judged(allowed + refused);
    deepStrictEqual(wrong, []);
    ok(refused > allowed && (allowed > 0 || stage.suspended), `${allowed} requests allowed, ${refused} refused`);
  });
}

/** What an update took out of the stack must have gone from the account, too. */
async function demandNobodyElse(account: Account, { resources }: Deployed): Promise<void> {
  const named = (type: string) => resources.filter((resource) => resource.type === type).map(({ physicalId }) => physicalId);
  deepStrictEqual(await identitiesOf(account), {
    roles: named('AWS::IAM::Role'),
    users: named('AWS::IAM::User'),
    groups: named('AWS::IAM::Group'),
    policies: named('AWS::IAM::ManagedPolicy'),
    secrets: named('AWS::SecretsManager::Secret'),
  });
}

/** A change set tells which resources come and go; the emulator's says nothing about replacement. */
async function demandModestChanges(account: Account, earlier: TemplateJson, template: TemplateJson): Promise<void> {
  const announced = await account.announce(STACK, template);
  const names = [...new Set([...Object.keys(earlier.Resources), ...Object.keys(template.Resources)])];
  const differing = names.filter((name) => JSON.stringify(earlier.Resources[name]) !== JSON.stringify(template.Resources[name]));
  deepStrictEqual(announced.map(({ LogicalResourceId }) => LogicalResourceId!).sort(), differing.sort());
  deepStrictEqual(announced.filter(({ Action, ResourceType }) => Action !== 'Modify' && /^AWS::IAM::(Role|User|AccessKey)$/.test(ResourceType!)), []);
}
