import { Stack } from 'aws-cdk-lib';
import { CfnKey, IKey } from 'aws-cdk-lib/aws-kms';

/**
 * Whether the policy of a key of this app leaves it to IAM who may use the key, as the default one does: an
 * unconditional grant of all KMS actions to the key's own account. Then nothing has to be added for a role there.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function delegatesToIam(key: IKey): boolean {
  const resource = key.node.defaultChild;
  if (!(resource instanceof CfnKey)) {
    return false;
  }
  const policy = Stack.of(resource).resolve(resource.keyPolicy);
  const account: unknown = Stack.of(resource).resolve(Stack.of(resource).account);
  const statements: unknown = policy?.Statement;
  return Array.isArray(statements) && statements.some((statement) =>
    statement.Effect === 'Allow'
    && statement.Condition === undefined
    && [statement.Action].flat().includes('kms:*')
    && [statement.Principal?.AWS].flat().some((principal) => isRootOf(principal, account)));
}

/** The root of one account, in any of the spellings that the CDK gives it. */
export function isRootOf(principal: unknown, account: unknown): boolean {
  const id = JSON.stringify(account);
  const text = JSON.stringify(principal ?? '');
  const literal = typeof account === 'string' && (principal === account || text.includes(`::${account}:root`));
  return literal || (typeof account !== 'string' && text.includes(id) && text.includes(':root'));
}
