import { ACCOUNT_ARN, ACCOUNT_ID, PRINCIPAL_ARN_PATTERN, principalArnPattern, PrincipalKind, SESSION_ARN } from './arns';
import { fail, hasReference, literalParts, literalsAre } from '../base';

const ACCOUNT = new RegExp(ACCOUNT_ID);
const PRINCIPAL = { role: new RegExp(principalArnPattern('role')), user: new RegExp(principalArnPattern('user')), any: new RegExp(principalArnPattern('any')) };
const PRINCIPAL_PATTERN = new RegExp(PRINCIPAL_ARN_PATTERN);
const SESSION = new RegExp(SESSION_ARN);
const WHOLE_ACCOUNT = new RegExp(ACCOUNT_ARN);

/** Checks an AWS account ID. */
export function checkAccountId(id: unknown, field: string): string {
  if (typeof id !== 'string') {
    fail('ValueTypeInvalid', field, id, 'give the account ID as a string, so that leading zeros stay');
  }
  if (hasReference(id) ? !literalsAre(id, /^\d*$/) : !ACCOUNT.test(id)) {
    fail('AccountIdInvalid', field, id, 'give the 12 digits of an AWS account ID');
  }
  return id;
}

/** What whoever names a principal writes in place of that, where an account is meant; none where only a principal will do. */
export interface PrincipalWords {
  /** For the whole of it. */
  readonly account: string;
  /** For those in it whose names fit a pattern. */
  readonly pattern: string;
}

/** Checks the ARN of one IAM role or user. */
export function checkPrincipalArn(arn: unknown, kind: PrincipalKind, field: string, words?: PrincipalWords): string {
  const wanted = kind === 'any' ? 'role or user' : kind;
  if (typeof arn !== 'string') {
    fail('ValueTypeInvalid', field, arn, `give the ARN of an IAM ${wanted} as a string`);
  }
  if (literalParts(arn).some((part) => /[*?]|\$\{/.test(part))) {
    fail('ArnWildcard', field, arn, `IAM takes no wildcard in a principal; ${words?.pattern ?? `give the ARN of one ${wanted}`}`);
  }
  if (hasReference(arn)) {
    if (!literalsAre(arn, /^[\w+=,.@:/-]*$/) || !mayBePrincipal(arn, kind)) {
      fail('ArnInvalid', field, arn, `give the ARN of an IAM ${wanted}${words === undefined ? '' : `; for a whole account ${words.account}`}`);
    }
    return arn;
  }
  if (SESSION.test(arn)) {
    fail('ArnInvalid', field, arn, 'this is one session of a role; give the ARN of the role itself, arn:aws:iam::<account>:role/<name>');
  }
  if (WHOLE_ACCOUNT.test(arn)) {
    fail('ArnInvalid', field, arn, `this is a whole account; ${words?.account ?? `give the ARN of one ${wanted} in it`}`);
  }
  if (!PRINCIPAL[kind].test(arn)) {
    fail('ArnInvalid', field, arn, `give the ARN of an IAM ${wanted}, arn:aws:iam::<account>:${kind === 'any' ? 'role' : kind}/<name>`);
  }
  return arn;
}

/** Whether what is written out of an ARN with references leaves room for a role or user: `arn:`, `iam`, `role/` or `user/`. */
function mayBePrincipal(arn: string, kind: PrincipalKind): boolean {
  const [prefix, , service, , , ...rest] = arn.split(':');
  if (rest.length === 0) {
    // The colons themselves come with the value.
    return true;
  }
  const resource = rest.join(':');
  const kinds = kind === 'any' ? ['role/', 'user/'] : [`${kind}/`];
  return prefix === 'arn' && (service === 'iam' || hasReference(service))
    && (hasReference(resource.slice(0, 1)) || kinds.some((start) => resource.startsWith(start)));
}

/** Checks a pattern for `aws:PrincipalArn` that narrows one account. */
export function checkPrincipalPattern(arn: unknown, accountId: string, field: string): string {
  if (typeof arn !== 'string') {
    fail('ValueTypeInvalid', field, arn, 'give an ARN as a string');
  }
  const parts = arn.split(':');
  const account = parts[4] ?? '';
  // Where a value of the deployment comes first, nobody knows which part a wildcard would end up in.
  if (/[*?$]/.test(parts.slice(0, hasReference(arn) && parts.length < 6 ? parts.length : 5).join(':'))) {
    fail('ArnWildcard', field, arn, 'write the partition and account out; wildcards may stand in the name only');
  }
  if (hasReference(arn)) {
    if (!literalsAre(arn, /^[\w+=,.@:/*?-]*$/)) {
      fail('ArnInvalid', field, arn, 'give the ARN of an IAM role or user, with * or ? in its name at most');
    }
    return arn;
  }
  if (!PRINCIPAL_PATTERN.test(arn)) {
    fail('ArnInvalid', field, arn, 'give the ARN of an IAM role or user, with * or ? in its name at most');
  }
  if (!hasReference(accountId) && account !== accountId) {
    fail('PrincipalAccountMismatch', field, arn, `the trusted account is ${accountId}; a principal of another account could never match`);
  }
  return arn;
}

/** Checks an AWS Organizations ID. */
export function checkOrganizationId(id: unknown, field: string): string {
  if (typeof id !== 'string') {
    fail('ValueTypeInvalid', field, id, 'give a string');
  }
  if (hasReference(id) ? !literalsAre(id, /^[a-z0-9-]*$/) : !/^o-[a-z0-9]{10,32}$/.test(id)) {
    fail('OrganizationIdInvalid', field, id, 'give an ID such as o-a1b2c3d4e5');
  }
  return id;
}

/**
 * Checks that an ARN belongs to the partition that it will be used in, where both are known.
 *
 * @param advice where to get another one
 */
export function checkPartition(arn: string, partition: string | undefined, field: string, advice: string): void {
  const own = foreignPartition(arn, partition);
  if (own !== undefined) {
    fail('PartitionMismatch', field, arn, `this is used in partition ${partition}; ${advice}`);
  }
}

/** The partition of an ARN, where that is known and another one than where it will be used. */
export function foreignPartition(arn: string, used: string | undefined): string | undefined {
  const own = arn.split(':')[1];
  return own === undefined || hasReference(own) || used === undefined || own === used ? undefined : own;
}

/** The account in a principal's ARN; nothing when it is known only at deployment. */
export function accountOf(arn: string): string | undefined {
  return hasReference(arn) ? undefined : arn.split(':')[4];
}
