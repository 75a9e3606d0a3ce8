import { CASES, KmsCase } from './cases';
import { EncryptedObject, OPERATIONS, sentContext } from './operations';
import { VendorS3HandOffKind } from '../../../src';
import { EVERYTHING, judge, Verdict } from '../../support/judge';
import { ask } from '../judges/ask';
import { CUSTOMER, REGION } from '../meaning/declaration';
import { viaS3 } from '../meaning/grants';
import { KeyRequest, Request } from '../meaning/request';
import { covers } from '../meaning/uses';
import { TamperedWorld } from '../plants/tampered';
import { KEY_TAMPERINGS, TAMPERINGS } from '../plants/tamperings';
import { PartResult } from '../report/part';
import { Recorder } from '../report/recorder';
import { build } from '../world/build';
import { World } from '../world/world';

/** KMS keys: whole operations of a client, misuse of a key, and who else the key policies let in. */
export async function kms(): Promise<PartResult> {
  const recorder = new Recorder('kms');
  for (const one of CASES) {
    const world = build(one.declaration);
    await operations(recorder, world, one);
    await misuse(recorder, world, one);
    await others(recorder, world, one);
  }
  await withoutHandOff(recorder);
  await planted(recorder);
  recorder.note('iam-simulate drops encryption contexts; it is shown them under the name of a key that it keeps, in policy and request alike, and evaluates the conditions itself. A second evaluator reads the policies as they are. Both must agree.');
  recorder.note(`${CASES.length} declarations: role, user and bucket policy; read, write and both; ${new Set(CASES.map(({ name }) => name.split(', ')[2])).size} kinds of keys; encryption contexts of objects and of Bucket Keys.`);
  recorder.note('A Bucket Key sends the ARN of the bucket only, so KMS alone does not tell folders apart there: outside the folder the operation fails at S3, and is checked to.');
  return recorder.finish();
}

/** What a client does succeeds as a whole inside the folder, if the mode covers it, and fails outside. */
async function operations(recorder: Recorder, world: World, { name, declaration, bucketOwner, principal }: KmsCase): Promise<void> {
  const [{ mode }] = declaration.access;
  for (const form of ['object key', 'bucket key'] as const) {
    for (const operation of OPERATIONS) {
      for (const [place, key] of [['inside', 'in/1.csv'], ['beside', 'in-secret/1.csv'], ['outside', 'out/1.csv']] as const) {
        const object: EncryptedObject = { bucket: 'acme-orders', owner: bucketOwner, key, kmsKey: 0, form, principal };
        const verdict = await allOf(recorder, world, operation.requests(object));
        const expected = place === 'inside' && covers(mode, operation.takes) ? 'allowed' : 'denied';
        recorder.check(`${name}: ${operation.name} ${place} the folder, ${form}`, verdict === expected ? undefined : `${verdict}, should be ${expected}`);
      }
    }
  }
}

/** Nothing but S3 may use the key for the vendor, for nothing but the declared places; and no other key. */
async function misuse(recorder: Recorder, world: World, { name, declaration, principal }: KmsCase): Promise<void> {
  const object: EncryptedObject = { bucket: 'acme-orders', owner: CUSTOMER, key: 'in/1.csv', kmsKey: 0, form: 'object key' };
  const proper: KeyRequest = { kind: 'kms', key: 0, action: 'kms:Decrypt', encryptionContext: sentContext(object), viaService: viaS3(), principal };
  const wrong: Readonly<Record<string, Partial<KeyRequest>>> = {
    'a direct call': { viaService: undefined },
    'a call through another service': { viaService: `secretsmanager.${REGION}.amazonaws.com` },
    'S3 of another region': { viaService: 's3.us-east-1.amazonaws.com' },
    'no encryption context': { encryptionContext: undefined },
    'the context of an object beside the folder': { encryptionContext: 'arn:aws:s3:::acme-orders/in-secret/1.csv' },
    'the context of the folder without its slash': { encryptionContext: 'arn:aws:s3:::acme-orders/in' },
    'the context of another bucket': { encryptionContext: 'arn:aws:s3:::acme-ledger/in/1.csv' },
    'the context of a bucket whose name starts alike': { encryptionContext: 'arn:aws:s3:::acme-orders-2' },
    'another key': { key: 1 },
    'plain encryption': { action: 'kms:Encrypt' },
    're-encryption': { action: 'kms:ReEncryptFrom' },
    'a grant': { action: 'kms:CreateGrant' },
    'a look at the key': { action: 'kms:DescribeKey' },
    'another key policy': { action: 'kms:PutKeyPolicy' },
    ...(declaration.access[0].mode === 'read' ? { 'data keys for a reader': { action: 'kms:GenerateDataKey' } } : {}),
    ...(declaration.keys[0].source === 'alias' && declaration.construct !== 'bucketAccess' ? { 'the key that the alias has left': { withoutAlias: true } } : {}),
  };
  recorder.check(`${name}: the proper use, of which the others differ by one thing each`, detail(await asked(recorder, world, proper), 'allowed'));
  for (const [what, change] of Object.entries(wrong)) {
    recorder.check(`${name}: ${what}`, detail(await asked(recorder, world, { ...proper, ...change }), 'denied'));
  }
}

/** The key policy lets in the vendor's role, or the vendor's principal, and nobody beside it. */
async function others(recorder: Recorder, world: World, { name, declaration }: KmsCase): Promise<void> {
  const keyArn = world.keyArn(0);
  const context = { 'kms:ViaService': viaS3(), 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::acme-orders/in/1.csv', 'kms:ResourceAliases': world.aliasesOf(0) };
  const owner = keyArn.split(':')[4];
  const strangers = ['arn:aws:iam::999988887777:role/another', 'arn:aws:iam::222200002222:role/ingest',
    // Of the key's own account everybody may use a key that leaves it to IAM; of a strict one nobody may.
    ...(declaration.keys[0].source === 'strict' || owner !== CUSTOMER ? [`arn:aws:iam::${CUSTOMER}:role/colleague`] : [])];
  for (const principal of strangers) {
    recorder.judged(1);
    const verdict = await judge({ identity: [EVERYTHING], resource: world.keyPolicy(0) }, { principal, action: 'kms:Decrypt', resource: keyArn, owner, context });
    recorder.check(`${name}: ${principal}, let loose by its own account`, detail(verdict, 'denied'));
  }
}

/** A key elsewhere stays shut until its owner does what the hand-off says. */
async function withoutHandOff(recorder: Recorder): Promise<void> {
  for (const { name, declaration, bucketOwner, principal } of CASES.filter(({ bucketOwner: owner }) => owner !== CUSTOMER)) {
    const built = build(declaration);
    const untouched = new World(declaration, built.template, {
      ...built.surroundings, handOffs: built.surroundings.handOffs.filter(({ kind }) => kind !== VendorS3HandOffKind.KEY_POLICY),
    });
    const object: EncryptedObject = { bucket: 'acme-orders', owner: bucketOwner, key: 'in/1.csv', kmsKey: 0, form: 'object key', principal };
    const [{ mode }] = declaration.access;
    const operation = OPERATIONS.find(({ takes }) => covers(mode, takes))!;
    recorder.check(`${name}: ${operation.name} before the owner has done what the hand-off says`, detail(await allOf(recorder, untouched, operation.requests(object)), 'denied'));
  }
}

/** The checks above must notice a condition that is not there. */
async function planted(recorder: Recorder): Promise<void> {
  for (const bug of KEY_TAMPERINGS) {
    let found = 0;
    for (const one of CASES) {
      const tampered = new TamperedWorld(build(one.declaration), TAMPERINGS[bug]);
      if (tampered.differs) {
        const trial = new Recorder('kms');
        await operations(trial, tampered, one);
        await misuse(trial, tampered, one);
        const { failures, probes } = trial.finish();
        recorder.judged(probes);
        found += failures.length;
      }
    }
    recorder.check(`a planted bug is found: ${bug}`, found > 0 ? undefined : 'no check noticed');
  }
}

async function allOf(recorder: Recorder, world: World, requests: readonly Request[]): Promise<Verdict> {
  for (const request of requests) {
    if (await asked(recorder, world, request) === 'denied') {
      return 'denied';
    }
  }
  return 'allowed';
}

async function asked(recorder: Recorder, world: World, request: Request): Promise<Verdict> {
  recorder.judged(1);
  return ask(world, request);
}

function detail(verdict: Verdict, expected: Verdict): string | undefined {
  return verdict === expected ? undefined : `${verdict}, should be ${expected}`;
}
