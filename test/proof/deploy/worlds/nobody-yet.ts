import { ListRolesCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import { Accounts } from './deployment';
import { Planned } from './plan';
import { many, PolicyDocumentJson } from '../../../support/policy-document';
import { Account } from '../account';
import { Deployed } from '../read-back';

/**
 * Roles and users of these accounts that the policies of a stack name as principals and that are not there. AWS refuses such a policy, so whoever is
 * named has to be deployed before; the emulator takes it.
 */
export async function nobodyYet(accounts: Accounts, planned: Planned): Promise<string[]> {
  const { roles, bucketPolicies, keyPolicies } = await Deployed.read(accounts.of(planned), planned.name);
  const documents = [...[...roles.values()].map(({ trust }) => trust), ...bucketPolicies.values(), ...keyPolicies.values()];
  const known = (await Promise.all(accounts.all.map(holders))).flat();
  const ours = accounts.all.map(({ clients }) => clients.place.account);
  return documents.flatMap(principals).filter((arn) => ours.includes(arn.split(':')[4]) && !arn.endsWith(':root') && !known.includes(arn));
}

async function holders({ clients: { iam } }: Account): Promise<string[]> {
  const { Roles = [] } = await iam.send(new ListRolesCommand({}));
  const { Users = [] } = await iam.send(new ListUsersCommand({}));
  return [...Roles, ...Users].map(({ Arn }) => Arn!);
}

function principals(document: PolicyDocumentJson | undefined): string[] {
  return (document?.Statement ?? []).flatMap(({ Principal }) => (typeof Principal === 'object' ? many(Principal.AWS) : []));
}
