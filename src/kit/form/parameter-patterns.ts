import { WHOLE_BUCKET_FOLDER } from '../../policy/grant';

/**
 * What may be entered. CloudFormation reads these in Java, and linters and emulators in Python and JavaScript, so they use only
 * what is the same in all of them: `\w` and `\d` are not. Those of names and ARNs are where the facts of AWS are.
 *
 * Nothing that means something to IAM or to CloudFormation gets through, so that no value has to be escaped.
 */

/** The longest prefix. It stands in a policy several times, and policies are short. */
export const PREFIX_LENGTH = 256;

/**
 * A folder: no slash at its ends, no empty, `.` or `..` segment. Or the word for the whole bucket; or nothing, which a rule refuses
 * in better words.
 */
export const PREFIX = `^(?:[${WHOLE_BUCKET_FOLDER}]|(?:(?![.]{1,2}(?:/|$))[A-Za-z0-9 !#%&'()+,.:;=@_~-]+(?:/(?!$)|$))*)$`;

/** What STS takes. */
export const EXTERNAL_ID = '^[A-Za-z0-9_+=,.@:/-]{2,}$';

/** The same, or nothing. */
export function optional(pattern: string): string {
  return pattern.replace(/^\^([^]*)\$$/, '^(?:$1)?$');
}
