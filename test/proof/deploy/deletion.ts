import { deepStrictEqual, ok } from 'assert';
import { ListGroupsCommand, ListPoliciesCommand, ListRolesCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import { DescribeKeyCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { Account } from './account';
import { everOpened, send } from './judgement';
import { Life } from './life';
import { demandObjects } from './objects';
import { Deployed, readBucketPolicy, readKeyPolicy } from './read-back';
import { Caller } from '../../support/caller';
import { CUSTOMER } from '../../support/deployed-template';
import { EVERYTHING } from '../../support/judge';

/** An account without a vendor. */
export const NOBODY = { roles: [], users: [], groups: [], policies: [], secrets: [] };

/** Every identity, policy and secret in the account. */
export async function identitiesOf({ clients: { iam }, clients }: Account): Promise<Record<keyof typeof NOBODY, readonly string[]>> {
  const { Roles = [] } = await iam.send(new ListRolesCommand({}));
  const { Users = [] } = await iam.send(new ListUsersCommand({}));
  const { Groups = [] } = await iam.send(new ListGroupsCommand({}));
  const { Policies = [] } = await iam.send(new ListPoliciesCommand({ Scope: 'Local' }));
  const { SecretList } = await clients.json('secretsmanager', 'secretsmanager.ListSecrets', {});
  return {
    roles: Roles.map(({ RoleName }) => RoleName!),
    users: Users.map(({ UserName }) => UserName!),
    groups: Groups.map(({ GroupName }) => GroupName!),
    policies: Policies.map(({ Arn }) => Arn!),
    secrets: SecretList.map(({ ARN }: { ARN: string }) => ARN),
  };
}

/**
 * Demands that a deleted stack left nothing but the customer's buckets, with their data, and keys; and that what these
 * still say lets the vendor at none of it. Gives the number of requests that were judged.
 */
export async function demandEmptied(account: Account, life: Life, before: Deployed): Promise<number> {
  const { s3, kms } = account.clients;
  deepStrictEqual(await identitiesOf(account), NOBODY);

  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  deepStrictEqual(Buckets.map(({ Name }) => Name!).sort(), [...before.bucketPolicies.keys()].sort());
  await demandObjects(account, before);
  const { Keys = [] } = await kms.send(new ListKeysCommand({}));
  deepStrictEqual(Keys.map(({ KeyId }) => KeyId!).sort(), [...before.keyPolicies.keys()].sort());
  for (const { KeyId } of Keys) {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    ok(KeyMetadata?.KeyState === 'Enabled', `key ${KeyId} is ${KeyMetadata?.KeyState}`);
  }

  return demandShut(account, life, before, 'data');
}

/**
 * Demands that a vendor whose access has ended gets at nothing that it ever could, by what the policies of buckets and keys
 * still say. A deleted stack cannot take anything out of the policy of a key that it leaves behind, so then it is asked for
 * `data` alone; an update that removes the construct can, so then it is asked for `everything`.
 */
export async function demandShut(account: Account, life: Life, before: Deployed, about: 'data' | 'everything'): Promise<number> {
  const policies = async <T>(names: Iterable<string>, read: (name: string) => Promise<T>) =>
    new Map(await Promise.all([...names].map(async (name) => [name, await read(name)] as const)));
  const buckets = await policies(before.bucketPolicies.keys(), (name) => readBucketPolicy(account, name));
  const keys = await policies(before.keyPolicies.keys(), (id) => readKeyPolicy(account, id));
  // The vendor itself is still there, with all that its own account can give it; a user is not, but a new one may come by its name.
  const arn = life.entrance?.principal ?? before.user.arn;
  const caller = new Caller(arn, arn.includes(CUSTOMER) ? [] : [EVERYTHING], {
    bucketPolicy: (name, owner) => (owner === CUSTOMER ? buckets.get(name) : undefined),
    keyPolicy: (keyArn) => keys.get(keyArn.split('/')[1]),
  });
  const requests = everOpened(life, before)
    .filter((request) => ('keyArn' in request ? about === 'everything' : (request.owner ?? CUSTOMER) === CUSTOMER));
  for (const request of requests) {
    if (await send(caller, request) !== 'denied') {
      throw new Error(`still allowed: ${JSON.stringify(request)}`);
    }
  }
  return requests.length;
}
