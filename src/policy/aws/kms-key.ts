import { KMS_KEY_ARN } from './arns';
import { fail, hasReference, literalsAre } from '../base';

const KEY_ARN = new RegExp(KMS_KEY_ARN);

/**
 * Checks the ARN of one KMS key.
 *
 * @param byAlias how a program names a key by its alias; none where text was typed
 */
export function checkKeyArn(arn: unknown, field: string, byAlias?: string): string {
  if (typeof arn !== 'string') {
    fail('ValueTypeInvalid', field, arn, 'give a string');
  }
  if (!literalsAre(arn, /^[^*?$]*$/)) {
    fail('ArnWildcard', field, arn, 'name exactly one key');
  }
  if (hasReference(arn)) {
    return arn;
  }
  if (/:alias\//.test(arn)) {
    fail('ArnInvalid', field, arn, `this is the ARN of an alias, which allows nothing on the key; give the ARN of the key itself${byAlias === undefined ? '' : `, or ${byAlias}`}`);
  }
  if (!KEY_ARN.test(arn)) {
    fail('ArnInvalid', field, arn, 'give the ARN of a key, arn:aws:kms:<region>:<account>:key/<id>');
  }
  return arn;
}

/**
 * The values that `kms:ViaService` has for S3 of a region.
 *
 * "Use the .amazonaws.com suffix of the AWS KMS ViaService name in all AWS partitions": these are names of services, and do not end as the
 * addresses of the partition do. So a region that only the deployment knows needs nothing else of it. See ADR-015.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export function viaS3(region: string): string[] {
  return [`s3.${region}.amazonaws.com`];
}
