import { PARTITIONS } from './partitions';

/**
 * The forms of ARNs and of what stands in them, as sources of regular expressions: checks and templates are made of the same ones.
 *
 * CloudFormation reads them in Java, and linters and emulators in Python and JavaScript, so they use only what is the same in all of them:
 * `\w` and `\d` are not.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */

/** What kind of principal a vendor works with. */
export type PrincipalKind = 'role' | 'user' | 'any';

const PARTITION = `(?:${PARTITIONS.join('|')})`;

const ACCOUNT = '[0-9]{12}';

/** The ID of an account. */
export const ACCOUNT_ID = `^${ACCOUNT}$`;

/** The characters of IAM's own names. */
export const IAM_CHARACTERS = 'A-Za-z0-9_+=,.@-';

/** The name of a role. */
export const ROLE_NAME = `^[${IAM_CHARACTERS}]{1,64}$`;

/**
 * The name of a bucket. Names that AWS reserves pass.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const BUCKET_NAME = '^[a-z0-9](?:[a-z0-9-]|[.](?![.])){1,61}[a-z0-9]$';

/** The ARN of a key, not of an alias. */
export const KMS_KEY_ARN = `^arn:[a-z-]+:kms:[a-z0-9-]+:${ACCOUNT}:key/[A-Za-z0-9-]+$`;

/** The ARN of a managed policy, AWS's own ones included. */
export const MANAGED_POLICY_ARN = `^arn:${PARTITION}:iam::(?:${ACCOUNT}|aws):policy/[A-Za-z0-9_+=,.@/-]+$`;

/** The ARN of one role or user. */
export function principalArnPattern(kind: PrincipalKind, partition = PARTITION): string {
  return `^arn:${partition}:iam::${ACCOUNT}:${kindOf(kind)}/(?:[${IAM_CHARACTERS}]+/)*[${IAM_CHARACTERS}]{1,64}$`;
}

/** The same with wildcards in the name, as `aws:PrincipalArn` is compared with. */
export const PRINCIPAL_ARN_PATTERN = `^arn:${PARTITION}:iam::${ACCOUNT}:${kindOf('any')}/[A-Za-z0-9_+=,.@/*?-]{1,576}$`;

/** The ARN of a whole account, in any partition. */
export const ACCOUNT_ARN = `^arn:[^:]*:iam::${ACCOUNT}:root$`;

/** How the ARN of a role's session starts, in any partition. */
export const SESSION_ARN = '^arn:[^:]*:sts::[^:]*:assumed-role/';

function kindOf(kind: PrincipalKind): string {
  return kind === 'any' ? '(?:role|user)' : kind;
}
