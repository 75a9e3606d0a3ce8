import { Stack, Stage, Token } from 'aws-cdk-lib';
import { Construct, IConstruct } from 'constructs';
import { fail } from '../../policy/base';

/** A name that a role of the app has, and where. */
interface Claim {
  readonly role: Construct;
  readonly account: string;
}

/** The names of the roles in each app. */
const CLAIMS = new WeakMap<IConstruct, Map<string, Claim[]>>();

/** Refuses a second role of the same name in one account, which only its deployment would notice. IAM knows no regions. */
export function claimRoleName(role: Construct, name: string): void {
  const names = CLAIMS.get(role.node.root) ?? new Map<string, Claim[]>();
  CLAIMS.set(role.node.root, names);
  // IAM tells names apart by more than their case.
  const claims = names.get(name.toLowerCase()) ?? [];
  const account = accountOf(role);
  const other = claims.find((claim) => claim.account === account)?.role;
  if (other) {
    const remedy = 'an account holds one role of a name, in all regions together; declare all access on that one, or give one of them another name';
    fail('RoleNameTaken', 'roleName', name, `${other.node.path} in stack ${Stack.of(other).node.path} has this name; ${remedy}`);
  }
  names.set(name.toLowerCase(), [...claims, { role, account }]);
}

/**
 * What tells one account from another. Stacks whose account is left open go to one account, if they are in one stage: an app or stage is
 * deployed with one set of credentials. Two stages may well be deployed to two accounts.
 */
function accountOf(role: Construct): string {
  const { account } = Stack.of(role);
  return Token.isUnresolved(account) ? `${Stage.of(role)?.node.path} ${JSON.stringify(Stack.of(role).resolve(account))}` : account;
}
