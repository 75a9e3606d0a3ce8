import { deepStrictEqual, ok } from 'assert';
import { ListGroupsCommand, ListPoliciesCommand, ListRolesCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import { DescribeKeyCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { Account } from './account';
import { everOpened } from './judgement';
import { demandObjects } from './objects';
import { Deployed, readBucketPolicy } from './read-back';
import { VendorCase } from './vendor-case';
import { Caller } from '../../support/caller';
import { CUSTOMER } from '../../support/deployed-template';
import { EVERYTHING } from '../../support/judge';

/** Every identity, policy and secret in the account. */
export async function identitiesOf({ clients: { iam }, clients }: Account): Promise<Record<string, readonly string[]>> {
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
    secrets: SecretList.map(({ Name }: { Name: string }) => Name),
  };
}

/**
 * Demands that a deleted stack left nothing but the customer's buckets, with their data, and keys; and that what these
 * still say lets the vendor at none of it. Gives the number of requests that were judged.
 */
export async function demandEmptied(account: Account, vendorCase: VendorCase, before: Deployed): Promise<number> {
  const { s3, kms } = account.clients;
  deepStrictEqual(await identitiesOf(account), { roles: [], users: [], groups: [], policies: [], secrets: [] });

  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  deepStrictEqual(Buckets.map(({ Name }) => Name!).sort(), [...before.bucketPolicies.keys()].sort());
  await demandObjects(account, before);
  const { Keys = [] } = await kms.send(new ListKeysCommand({}));
  deepStrictEqual(Keys.map(({ KeyId }) => KeyId!).sort(), [...before.keyPolicies.keys()].sort());
  for (const { KeyId } of Keys) {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    ok(KeyMetadata?.KeyState === 'Enabled', `key ${KeyId} is ${KeyMetadata?.KeyState}`);
  }

  const policies = new Map(await Promise.all(Buckets.map(async ({ Name }) => [Name, await readBucketPolicy(account, Name!)] as const)));
  const left = { bucketPolicy: (name: string, owner: string) => (owner === CUSTOMER ? policies.get(name) : undefined), keyPolicy: () => undefined };
  // The vendor itself is still there, with all that its own account can give it; a user is not, but a new one may come by its name.
  const arn = vendorCase.entrance?.principal ?? before.user.arn;
  const requests = everOpened(vendorCase, before).filter((request) => 'bucket' in request && (request.owner ?? CUSTOMER) === CUSTOMER);
  for (const request of requests) {
    if ('bucket' in request && await new Caller(arn, arn.includes(CUSTOMER) ? [] : [EVERYTHING], left).request(request) !== 'denied') {
      throw new Error(`still allowed: ${JSON.stringify(request)}`);
    }
  }
  return requests.length;
}
