import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { Accounts } from './deployment';
import { COLLEAGUE, CUSTOMER } from '../../meaning/declaration';

/** Who may assume these roles is of no interest here. */
const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [] });

/** Bootstraps the accounts, with the role that deploys, and puts in the customer's whom declarations take for granted. */
export async function prepare(accounts: Accounts): Promise<void> {
  for (const account of accounts.all) {
    const { iam, place } = account.clients;
    await account.bootstrap();
    const names = [`cdk-hnb659fds-cfn-exec-role-${place.account}-${place.region}`, ...(place.account === CUSTOMER ? [COLLEAGUE.split('/')[1]] : [])];
    for (const RoleName of names) {
      await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
    }
  }
}
