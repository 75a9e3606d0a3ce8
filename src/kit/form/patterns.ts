import { PARTITIONS, PrincipalKind } from '../../policy/aws';
import { WHOLE_BUCKET_FOLDER } from '../../policy/grant';

/**
 * What may be entered. CloudFormation reads these in Java, and linters and emulators in Python and JavaScript, so they use only
 * what is the same in all of them: `\w` and `\d` are not.
 *
 * Nothing that means something to IAM or to CloudFormation gets through, so that no value has to be escaped.
 */

/** The longest prefix. It stands in a policy several times, and policies are short. */
export const PREFIX_LENGTH = 256;

const PARTITION = `(?:${PARTITIONS.join('|')})`;

/** The name of a bucket. Names that AWS reserves pass: no customer has such a bucket. */
export const BUCKET_NAME = '^[a-z0-9](?:[a-z0-9-]|[.](?![.])){1,61}[a-z0-9]$';

/**
 * A folder: no slash at its ends, no empty, `.` or `..` segment. Or the word for the whole bucket; or nothing, which a rule refuses
 * in better words.
 */
export const PREFIX = `^(?:[${WHOLE_BUCKET_FOLDER}]|(?:(?![.]{1,2}(?:/|$))[A-Za-z0-9 !#%&'()+,.:;=@_~-]+(?:/(?!$)|$))*)$`;

/** The ARN of a key, not of an alias. */
export const KMS_KEY_ARN = '^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$';

/** What STS takes. */
export const EXTERNAL_ID = '^[A-Za-z0-9_+=,.@:/-]{2,}$';

/** The name of a role. */
export const ROLE_NAME = '^[A-Za-z0-9_+=,.@-]{1,64}$';

/** The ARN of a managed policy, AWS's own ones included. */
export const POLICY_ARN = `^arn:${PARTITION}:iam::(?:[0-9]{12}|aws):policy/[A-Za-z0-9_+=,.@/-]+$`;

/** The ARN of a vendor's principal. */
export function principalPattern(kind: PrincipalKind, partition: string | undefined): string {
  return `^arn:${partition ?? PARTITION}:iam::[0-9]{12}:${kind === 'any' ? '(?:role|user)' : kind}/(?:[A-Za-z0-9_+=,.@-]+/)*[A-Za-z0-9_+=,.@-]{1,64}$`;
}

/** The same, or nothing. */
export function optional(pattern: string): string {
  return pattern.replace(/^\^([^]*)\$$/, '^(?:$1)?$');
}
