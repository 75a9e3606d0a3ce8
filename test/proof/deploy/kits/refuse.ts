import { deepStrictEqual, ok, rejects } from 'assert';
import { KitStack } from './kit-stack';
import { Filled, parametersOf } from '../../kits/filled';
import { KitVendor } from '../../kits/kit-vendor';
import { KEY, least } from '../../kits/settings';
import { kitTemplate } from '../../kits/template';
import { APPERATE_KIT, CLOUDGLUE_KIT, COACTIVE_KIT, HOTGLUE_KIT } from '../../kits/vendors';
import { Recorder } from '../../report/recorder';
import { Account } from '../account';
import { identitiesOf, NOBODY } from '../deletion';
import { Afresh } from '../upgrade';

interface Refusal {
  readonly title: string;
  readonly vendor: KitVendor;
  readonly change: Partial<Filled>;
  /** Parameters that no setting of a kit has. */
  readonly more?: Readonly<Record<string, string>>;
}

const bucket = { name: 'acme-orders', prefix: 'raw' };

/** What CloudFormation must refuse before anything is there, by the constraints and rules of the template. */
const REFUSALS: readonly Refusal[] = [
  ...['', 'Acme', 'ab', 'acme_orders', '-acme', 'acme..orders', 'acme-*', '${AWS::AccountId}', 's3://acme-orders', 'acme-orders\n']
    .map((name) => ({ title: `a bucket ${JSON.stringify(name)}`, vendor: CLOUDGLUE_KIT, change: { buckets: [{ ...bucket, name }] } })),
  ...['/raw', 'raw/', 'a//b', '..', 'a/../b', './a', '**', '*/', '/*', '*/*', 'a*b', 'a?b', '${aws:username}', 'a"b', 'ä', 'a\n', 'x'.repeat(257)]
    .map((prefix) => ({ title: `a folder ${JSON.stringify(prefix.slice(0, 20))}`, vendor: CLOUDGLUE_KIT, change: { buckets: [{ ...bucket, prefix }] } })),
  ...['*', 'arn:aws:kms:eu-west-1:111122223333:alias/orders', 'arn:aws:kms:eu-west-1:111122223333:key/*', '11112222-3333-4444-5555-666677778888', 'alias/orders']
    .map((keyArn) => ({ title: `a key ${JSON.stringify(keyArn)}`, vendor: CLOUDGLUE_KIT, change: { buckets: [{ ...bucket, keyArn }] } })),
  ...[undefined, '', 'x', 'a b', 'a*', '${aws:userid}', 'x'.repeat(1225), 'external-id', 'CHANGE_ME']
    .map((externalId) => ({ title: `an external ID ${JSON.stringify(externalId?.slice(0, 20))}`, vendor: CLOUDGLUE_KIT, change: { externalId } })),
  ...['*', 'arn:aws:iam::222233334444:root', 'arn:aws:iam::*:user/x', 'arn:aws:iam::222233334444:user/*', 'arn:aws:iam::222233334444:role/x', '222233334444']
    .map((principalArn) => ({ title: `a user ${JSON.stringify(principalArn)}`, vendor: APPERATE_KIT, change: { principalArn } })),
  ...['arn:aws:iam::222233334444:user/x', 'arn:aws:iam::222233334444:root', '*']
    .map((principalArn) => ({ title: `a role ${JSON.stringify(principalArn)}`, vendor: COACTIVE_KIT, change: { principalArn } })),
  ...['a b', 'a/b', 'x'.repeat(65)].map((roleName) => ({ title: `a role name ${JSON.stringify(roleName.slice(0, 20))}`, vendor: HOTGLUE_KIT, change: { roleName } })),
  ...['boundary', 'arn:aws:iam::111122223333:policy/*', 'arn:aws:iam::111122223333:role/x']
    .map((boundary) => ({ title: `a boundary ${JSON.stringify(boundary)}`, vendor: HOTGLUE_KIT, change: { boundary } })),
  { title: 'a principal without an external ID', vendor: HOTGLUE_KIT, change: { externalId: undefined } },
  { title: 'a mode that there is not', vendor: HOTGLUE_KIT, change: {}, more: { AccessMode: 'delete' } },
  { title: 'a mode of a vendor that only reads', vendor: APPERATE_KIT, change: {}, more: { AccessMode: 'readWrite' } },
  { title: 'a role name of a vendor that demands another', vendor: CLOUDGLUE_KIT, change: { roleName: 'acme' } },
  { title: 'an external ID of a vendor that sends none', vendor: COACTIVE_KIT, change: { externalId: 'acme-1' } },
  { title: 'a principal of a vendor that is known', vendor: CLOUDGLUE_KIT, change: { principalArn: 'arn:aws:iam::222233334444:role/x' } },
  { title: 'a bucket without a folder', vendor: CLOUDGLUE_KIT, change: {}, more: { Prefix: '' } },
  { title: 'a second bucket without a folder', vendor: HOTGLUE_KIT, change: {}, more: { BucketName2: 'acme-videos' } },
  { title: 'the word for a whole bucket without a bucket', vendor: HOTGLUE_KIT, change: {}, more: { Prefix2: '*' } },
  { title: 'a folder without its bucket', vendor: HOTGLUE_KIT, change: {}, more: { Prefix2: 'raw' } },
  { title: 'a key without its bucket', vendor: HOTGLUE_KIT, change: {}, more: { KmsKeyArn2: KEY } },
  { title: 'a mode without its bucket', vendor: HOTGLUE_KIT, change: {}, more: { AccessMode2: 'write' } },
];

/** Tries to create stacks that must not come to be. */
export async function refuse(account: Account, recorder: Recorder, afresh: Afresh): Promise<void> {
  const stack = new KitStack(account, 'vendor-access');
  const vendors = new Set(REFUSALS.map(({ vendor }) => vendor));
  const templates = new Map<KitVendor, string>();
  for (const vendor of vendors) {
    templates.set(vendor, JSON.stringify(await kitTemplate(vendor, { slots: 2 })));
  }
  await afresh('refused parameters', async () => {
    for (const { title, vendor, change, more } of REFUSALS) {
      const filled: Filled = { ...least(vendor, title, [bucket]), ...change };
      await recorder.attempt(`${vendor.title}'s kit refuses ${title}, and nothing is there`, async () => {
        await rejects(stack.create(templates.get(vendor)!, { ...parametersOf(filled), ...more }), (e) => {
          ok(e instanceof Error && /Parameter|rule/.test(e.message), String(e));
          return true;
        });
        deepStrictEqual(await identitiesOf(account), NOBODY);
        recorder.judged(1);
      });
    }
  });
}
