import { deepStrictEqual, notDeepStrictEqual, ok } from 'assert';
import { readFileSync } from 'fs';
import { join } from 'path';
import { Account } from './account';
import { demandAgreement } from './agreement';
import { archived, archivedStacks, presentSnapshots, same, Snapshot } from './history';
import { identities } from './identities';
import { Deployed } from './read-back';
import { replacements, REPLACING, watched } from './replacement';
import { TemplateJson } from '../../support/intrinsics';
import { damagedUpgrades } from '../plants/deploy/upgrades';
import { Recorder } from '../report/recorder';

const STACK = 'Upgraded';

/** Runs something in an account of its own. */
export type Afresh = (title: string, run: () => Promise<void>) => Promise<void>;

/** Takes every version of every stack under `integ/` to the present one, and demands that each identity stays. */
export async function upgradeAll(account: Account, schemas: string, recorder: Recorder, afresh: Afresh): Promise<void> {
  recorder.check('the properties that replace a resource are those of AWS\'s schemas', deviation(schemas));
  const present = presentSnapshots();
  await recorder.attempt('every stack that was archived is still there, and every present snapshot is archived', () => {
    deepStrictEqual(archivedStacks().sort(), present.map(({ stack }) => stack).sort());
    const missing = present.filter((snapshot) => !archived(snapshot.stack).some((earlier) => same(earlier, snapshot)));
    deepStrictEqual(missing.map(({ stack }) => stack), [], 'archive them: npx ts-node --transpile-only test/proof/deploy/archive.ts');
  });
  const counts: string[] = [];
  for (const now of present) {
    const versions = archived(now.stack).filter((earlier) => !same(earlier, now));
    counts.push(`${now.stack} ${versions.length}`);
    for (const earlier of versions) {
      const title = `upgrade of ${now.stack} from ${earlier.version}`;
      recorder.check(`${title} replaces nothing, by comparison`, replacements(earlier.template, now.template).join('\n') || undefined);
      recorder.judged(watched(earlier.template));
      await afresh(title, () => recorder.attempt(`${title} replaces nothing, as deployed`, () => demandSameIdentities(account, earlier.template, now.template)));
    }
    for (const { title, template } of damagedUpgrades(now.template)) {
      await recorder.attempt(`${title} in ${now.stack} is found, by comparison`, () => ok(replacements(now.template, template).length > 0, 'not found'));
      await afresh(title, () => recorder.attempt(`${title} in ${now.stack} is found, as deployed`, () => demandOtherIdentities(account, now, template)));
    }
  }
  recorder.note(`Versions under integ/history that were upgraded to the present one: ${counts.join(', ')}.`);
}

async function demandSameIdentities(account: Account, earlier: TemplateJson, now: TemplateJson): Promise<void> {
  const [before, after] = await upgrade(account, earlier, now);
  ok(JSON.stringify(identities(before)).includes('arn:aws:iam::'), 'there was nobody to stay');
  deepStrictEqual(identities(after), identities(before));
  demandAgreement(now, {}, STACK, after);
}

async function demandOtherIdentities(account: Account, now: Snapshot, template: TemplateJson): Promise<void> {
  const [before, after] = await upgrade(account, now.template, template);
  notDeepStrictEqual(identities(after), identities(before));
}

async function upgrade(account: Account, earlier: TemplateJson, now: TemplateJson): Promise<[Deployed, Deployed]> {
  await account.create(STACK, earlier);
  const before = await Deployed.read(account, STACK);
  await account.update(STACK, now);
  return [before, await Deployed.read(account, STACK)];
}

/** Where our table differs from the resource schemas of AWS, as cfn-lint ships them. */
function deviation(schemas: string): string | undefined {
  const files = JSON.parse(readFileSync(join(schemas, 'providers', 'eu-west-1.json'), 'utf8'));
  const wrong = Object.entries(REPLACING).flatMap(([type, properties]) => {
    const { createOnlyProperties } = JSON.parse(readFileSync(join(schemas, 'resources', `${files[type]}.json`), 'utf8'));
    const theirs = createOnlyProperties.map((pointer: string) => pointer.split('/')[2]).sort();
    return JSON.stringify(theirs) === JSON.stringify(properties) ? [] : [`${type}: ${theirs}, not ${properties}`];
  });
  return wrong.join('\n') || undefined;
}
