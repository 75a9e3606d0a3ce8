import { deepStrictEqual, ok } from 'assert';
import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Account, Parameters } from './account';
import { demandAgreement } from './agreement';
import { identities } from './identities';
import { Deployed } from './read-back';
import { templateOf } from './synthesize';
import { S3Access, S3KeyScope, Vendors, VendorS3AccessRole } from '../../../src';
import { attempt, Caller } from '../../support/caller';
import { world } from '../../support/comparison';
import { get, list, onKey, Probe, put, titleOf } from '../../support/probe';
import { Recorder } from '../report/recorder';
import { HOTGLUE } from '../vendors';

const STACK = 'Parameters';
const PRINCIPAL = HOTGLUE.example.caller;
const BUCKET = { bucket: 'acme-orders' };
/** As a session of a user named alice would have it, were the variable one. */
const ALICE = { ...BUCKET, context: { 'aws:username': 'alice', 'aws:userid': 'alice' } };

/** Values of parameters, and what they must open and leave shut. */
interface Setting {
  readonly values: Parameters;
  readonly allows: readonly Probe[];
  readonly refuses: readonly Probe[];
}

/** From an ordinary setting, through hostile ones, and back. */
const SETTINGS: readonly Setting[] = [
  {
    values: { BucketName: 'acme-orders', Folder: 'in', ExternalId: 'hg_1' },
    allows: [get('in/1', BUCKET), list('in/', BUCKET), put('out/in.csv', BUCKET)],
    refuses: [get('x/1', BUCKET), get('in-secret/1', BUCKET), list('in', BUCKET), put('out/x.csv', BUCKET), get('in/1', { bucket: 'acme-ledger' })],
  },
  {
    values: { BucketName: 'acme-orders', Folder: '*', ExternalId: 'hg_1' },
    allows: [get('*/1', BUCKET), list('*/', BUCKET), put('out/*.csv', BUCKET)],
    refuses: [get('x/1', BUCKET), get('in/1', BUCKET), get('1', BUCKET), list('x/', BUCKET), list('', BUCKET), list(undefined, BUCKET), put('out/x.csv', BUCKET)],
  },
  {
    values: { BucketName: 'acme-orders', Folder: 'a/*', ExternalId: 'hg_1' },
    allows: [get('a/*/1', BUCKET), list('a/*/', BUCKET), put('out/a/*.csv', BUCKET)],
    refuses: [get('a/x/1', BUCKET), get('a/1', BUCKET), list('a/', BUCKET), list('a/x/', BUCKET), put('out/a/x.csv', BUCKET), get('a/*', BUCKET)],
  },
  {
    values: { BucketName: 'acme-orders', Folder: '${aws:username}', ExternalId: 'hg_1' },
    allows: [get('${aws:username}/1', ALICE), list('${aws:username}/', ALICE)],
    refuses: [get('alice/1', ALICE), list('alice/', ALICE), put('out/alice.csv', ALICE), get('/1', ALICE)],
  },
  {
    values: { BucketName: 'acme-orders', Folder: '${*}?${$}{x}', ExternalId: 'hg_1' },
    allows: [get('${*}?${$}{x}/1', BUCKET), list('${*}?${$}{x}/', BUCKET)],
    refuses: [get('**${x}/1', BUCKET), get('*a${x}/1', BUCKET), get('x?$x/1', BUCKET), get('anything/1', BUCKET)],
  },
  {
    values: { BucketName: '*', Folder: 'in', ExternalId: 'hg_1' },
    allows: [],
    refuses: [get('in/1', BUCKET), list('in/', BUCKET), put('out/in.csv', BUCKET), get('in/1', { bucket: 'acme-ledger' })],
  },
  {
    values: { BucketName: 'acme-*', Folder: 'in', ExternalId: 'hg_1' },
    allows: [],
    refuses: [get('in/1', BUCKET), list('in/', BUCKET), put('out/in.csv', BUCKET)],
  },
  {
    values: { BucketName: 'acme-orders', Folder: 'in', ExternalId: 'hg*2' },
    allows: [get('in/1', BUCKET), list('in/', BUCKET)],
    refuses: [get('x/1', BUCKET), onKey('DeleteObject', 'in/1', BUCKET)],
  },
];

/** Deploys one template with parameters for the bucket, the folder and the external ID, and sets them to hostile values. */
export async function setParameters(account: Account, recorder: Recorder): Promise<void> {
  const template = templateOf(declare);
  let before: Deployed | undefined;
  for (const { values, allows, refuses } of SETTINGS) {
    const label = `parameters ${JSON.stringify(values)}`;
    await (before === undefined ? account.create(STACK, template, values) : account.update(STACK, template, values));
    const deployed = await Deployed.read(account, STACK);
    await recorder.attempt(`${label}, as the template says`, () => {
      demandAgreement(template, values, STACK, deployed);
    });
    await recorder.attempt(`${label}, open nothing but what they name`, async () => {
      const { role } = deployed;
      const caller = new Caller(role.arn, role.policies, world(role.arn, deployed));
      const verdicts = (probes: readonly Probe[]) =>
        Promise.all(probes.map(async (probe) => `${titleOf(probe)}: ${await caller.request(probe)}`));
      deepStrictEqual(await verdicts(allows), allows.map((probe) => `${titleOf(probe)}: allowed`));
      deepStrictEqual(await verdicts(refuses), refuses.map((probe) => `${titleOf(probe)}: denied`));
      recorder.judged(allows.length + refuses.length);
    });
    await recorder.attempt(`${label}, let in nobody with another external ID`, async () => {
      const known = values.ExternalId;
      const ids = [known, undefined, 'hg_2', 'hgX2', `${known}x`, known.slice(0, -1)];
      const { trust, arn } = deployed.role;
      const verdicts = await Promise.all(ids.map((externalId) => attempt(trust, arn, { principal: PRINCIPAL, externalId })));
      deepStrictEqual(verdicts, ids.map((id) => (id === known ? 'allowed' : 'denied')));
      recorder.judged(ids.length);
    });
    if (before !== undefined) {
      const earlier = before;
      await recorder.attempt(`${label}, and the role stays`, () => deepStrictEqual(identities(deployed), identities(earlier)));
      await recorder.attempt(`${label}, and something has changed`, () => ok(JSON.stringify(deployed.role) !== JSON.stringify(earlier.role)));
    }
    before = deployed;
  }
}

function declare(stack: Stack): void {
  const text = (name: string, maxLength?: number) => new CfnParameter(stack, name, { maxLength }).valueAsString;
  const bucket = Bucket.fromBucketName(stack, 'Named', text('BucketName'));
  const folder = text('Folder');
  new VendorS3AccessRole(stack, 'Access', {
    vendor: Vendors.hotglue({ principalArn: PRINCIPAL }),
    externalId: text('ExternalId', 64),
    access: [
      S3Access.read(bucket, { prefixes: [folder] }),
      S3Access.write(bucket, { keys: [S3KeyScope.object(`out/${folder}.csv`)] }),
    ],
  });
}
