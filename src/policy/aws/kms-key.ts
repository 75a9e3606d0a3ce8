import { KMS_KEY_ARN } from './arns';
import { fail, hasReference, literalsAre } from '../base';

const KEY_ARN = new RegExp(KMS_KEY_ARN);

/** Checks the ARN of one KMS key. */
export function checkKeyArn(arn: unknown, field: string): string {
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
    fail('ArnInvalid', field, arn, 'this is the ARN of an alias, which allows nothing on the key; give the ARN of the key itself, or in an app kms.Alias.fromAliasName');
  }
  if (!KEY_ARN.test(arn)) {
    fail('ArnInvalid', field, arn, 'give the ARN of a key, arn:aws:kms:<region>:<account>:key/<id>');
  }
  return arn;
}

/** `kms:ViaService` for S3; in China its suffix is documented in both forms, and both name S3. */
export function viaS3(region: string, urlSuffix: string): string[] {
  if (hasReference(region)) {
    return [`s3.${region}.${urlSuffix}`];
  }
  return region.startsWith('cn-')
    ? [`s3.${region}.amazonaws.com`, `s3.${region}.amazonaws.com.cn`]
    : [`s3.${region}.amazonaws.com`];
}
