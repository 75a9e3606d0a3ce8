import { deepStrictEqual, ok, throws } from 'assert';
import { CreateRoleCommand, CreateUserCommand } from '@aws-sdk/client-iam';
import { PutBucketPolicyCommand, DeleteObjectCommand } from '@aws-sdk/client-s3';
import { Account } from './account';
import { demandAgreement } from './agreement';
import { demandEmptied } from './deletion';
import { judgeDeployed } from './judgement';
import { KEY, putObjects } from './objects';
import { DAMAGES } from './plants/damage';
import { Deployed } from './read-back';
import { synthesize } from './synthesize';
import { Afresh } from './upgrade';
import { completed, VendorCase } from './vendor-case';
import { COACTIVE_BUCKETS } from './vendors/coactive';
import { Recorder } from '../report/recorder';

const STACK = 'Damaged';

/** Shows that the checks of this part can fail: each damage to a deployment must be found. */
export async function findDamages(account: Account, recorder: Recorder, afresh: Afresh): Promise<void> {
  for (const { title, vendorCase, inflict } of DAMAGES) {
    await afresh(title, () => recorder.attempt(`${vendorCase.title}: ${title} is found`, async () => {
      const [stage] = completed(vendorCase.stages);
      const template = synthesize(vendorCase, stage);
      await account.create(STACK, template);
      const before = await Deployed.read(account, STACK);
      deepStrictEqual((await judgeDeployed(vendorCase, stage, before)).wrong, []);
      await inflict(account, before);
      const after = await Deployed.read(account, STACK);
      const { wrong, allowed, refused } = await judgeDeployed(vendorCase, stage, after);
      recorder.judged(allowed + refused);
      ok(wrong.length > 0, 'the judgement finds nothing');
      throws(() => demandAgreement(template, {}, STACK, after), 'the comparison with the template finds nothing');
    }));
  }
  for (const [title, leave] of LEFTOVERS) {
    await afresh(title, () => recorder.attempt(`${title} after a deletion is found`, () => demandLeftoverFound(account, COACTIVE_BUCKETS, leave)));
  }
}

type Leave = (account: Account, before: Deployed) => Promise<unknown>;

/** What may be left, or lost. */
export const LEFTOVERS: ReadonlyArray<readonly [string, Leave]> = [
  ['a role that is left', ({ clients: { iam } }) => iam.send(new CreateRoleCommand({ RoleName: 'left', AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}' }))],
  ['a user that is left', ({ clients: { iam } }) => iam.send(new CreateUserCommand({ UserName: 'left' }))],
  ['a secret that is left', ({ clients }) => clients.json('secretsmanager', 'secretsmanager.CreateSecret', { Name: 'left', SecretString: '{}' })],
  ['a bucket policy that is left', ({ clients: { s3 } }, { bucketPolicies }) => {
    const [[Bucket, policy]] = bucketPolicies;
    return s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify(policy) }));
  }],
  ['an object that is lost', ({ clients: { s3 } }, { bucketPolicies }) => {
    const [[Bucket]] = bucketPolicies;
    return s3.send(new DeleteObjectCommand({ Bucket, Key: KEY }));
  }],
];

async function demandLeftoverFound(account: Account, vendorCase: VendorCase, leave: Leave): Promise<void> {
  await account.create(STACK, synthesize(vendorCase, completed(vendorCase.stages)[0]));
  const before = await Deployed.read(account, STACK);
  await putObjects(account, before, undefined);
  await account.delete(STACK);
  await demandEmptied(account, vendorCase, before);
  await leave(account, before);
  let found = false;
  await demandEmptied(account, vendorCase, before).catch(() => {
    found = true;
  });
  ok(found, 'not found');
}
