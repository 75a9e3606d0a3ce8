import { Request } from './plan';
import { Refusal, RefusingPolicy } from '../aws';

type Kind = Request['kind'];

/** The permission that each request is about. */
const ACTIONS: Readonly<Record<Kind, string>> = {
  assume: 'sts:AssumeRole', list: 's3:ListBucket', get: 's3:GetObject', put: 's3:PutObject', delete: 's3:DeleteObject',
};

/** Policies on the way of whoever asks to assume a role. All others are of the role, or of its account. */
const OF_THE_CALLER: readonly (RefusingPolicy | undefined)[] = [
  'identity-based policy', 'permissions boundary', 'session policy', 'service control policy', 'VPC endpoint policy',
];

/** What it means that a request was refused before anything of the customer's was asked; nothing where it was not. */
export function elsewhereRefused(kind: Kind, { policy }: Refusal): string | undefined {
  if (kind === 'assume') {
    return OF_THE_CALLER.includes(policy)
      ? `This shows nothing of the role: the caller's own ${policy} refused it. Let the caller use sts:AssumeRole on this role, whatever external ID is sent. AWS says:`
      : undefined;
  }
  // Whatever else a session meets is of the role, its account or the bucket.
  return policy === 'VPC endpoint policy'
    ? 'This shows nothing of the role: the policy of the VPC endpoint on the way to S3 refused it. Run this where requests do not go through one. AWS says:'
    : undefined;
}

/** What it means that AWS missed another permission than the one that was tried; nothing where it did not, or did not say. */
export function otherThanTried(kind: Kind, { action }: Refusal): string | undefined {
  if (action === undefined || action === ACTIONS[kind]) {
    return undefined;
  }
  return action.startsWith('kms:')
    ? `This shows nothing of ${ACTIONS[kind]}: S3 may well let the role in, for it was KMS that refused (${action}), and only as long as the bucket encrypts with that key. AWS says:`
    : `This shows nothing of ${ACTIONS[kind]}: AWS missed another permission, ${action}. It says:`;
}
