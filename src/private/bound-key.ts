import { Aws, Resource, Token } from 'aws-cdk-lib';
import { IAlias, IKey } from 'aws-cdk-lib/aws-kms';
import { checkAlias, fail, hasReference, KmsKeyUse, literalsAre } from './policy';
import { TokenTable } from './tokens';

/** A key of a declaration, with the construct whose policy may have to be edited. */
export interface BoundKey {
  readonly use: KmsKeyUse;
  readonly key: IKey;
}

/** Turns an IKey into what the core needs to know of it. */
export function bindKey(given: IKey, tokens: TokenTable, field: string): BoundKey {
  if (typeof given?.keyArn !== 'string' || !Resource.isResource(given)) {
    fail('KmsKeyInvalid', field, given, 'give a kms.Key, an imported one, or a kms.Alias');
  }
  const key = targetOf(given);
  const region = tokens.encode(key.env.region, 'region', field);
  const viaService = viaS3(region, tokens);
  if (isAlias(key)) {
    const keysArn = `arn:${Aws.PARTITION}:kms:${key.env.region}:${key.env.account}:key/*`;
    return {
      key,
      use: {
        viaService,
        aliasName: checkAlias(tokens.encode(key.aliasName, 'aliasName', field), field),
        keysArn: tokens.encode(keysArn, 'kmsKeyArn', field),
      },
    };
  }
  return { key, use: { viaService, keyArn: checkKeyArn(tokens.encode(key.keyArn, 'kmsKeyArn', field), field) } };
}

function isAlias(key: IKey): key is IAlias {
  return 'aliasName' in key;
}

/** The key behind an alias, where the app knows it: naming the key itself is the narrower grant. */
function targetOf(key: IKey): IKey {
  if (!isAlias(key)) {
    return key;
  }
  // An alias imported by name carries it as a field of its own. Asking it for its key would throw, and even if caught
  // the CDK would leave a record of the error in its output.
  return Object.hasOwn(key, 'aliasName') ? key : key.aliasTargetKey;
}

function checkKeyArn(arn: string, field: string): string {
  if (!literalsAre(arn, /^[^*?$]*$/)) {
    fail('ArnWildcard', field, arn, 'name exactly one key');
  }
  if (hasReference(arn)) {
    return arn;
  }
  if (/:alias\//.test(arn)) {
    fail('ArnInvalid', field, arn, 'this is the ARN of an alias, which allows nothing on the key; import it with kms.Alias.fromAliasName');
  }
  if (!/^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/.test(arn)) {
    fail('ArnInvalid', field, arn, 'give the ARN of a key, arn:aws:kms:<region>:<account>:key/<id>');
  }
  return arn;
}

/** `kms:ViaService` for S3; in China its suffix is documented in both forms, and both name S3. */
function viaS3(region: string, tokens: TokenTable): string[] {
  if (hasReference(region)) {
    return [`s3.${region}.${tokens.encode(Aws.URL_SUFFIX, 'urlSuffix', 'region')}`];
  }
  return region.startsWith('cn-')
    ? [`s3.${region}.amazonaws.com`, `s3.${region}.amazonaws.com.cn`]
    : [`s3.${region}.amazonaws.com`];
}

/** Refuses a key that S3 could never use for the bucket. */
export function checkKeyRegion(key: IKey, bucketRegion: string, field: string): void {
  const keyRegion = key.env.region;
  if (!Token.isUnresolved(keyRegion) && !Token.isUnresolved(bucketRegion) && keyRegion !== bucketRegion) {
    fail('KmsKeyRegionMismatch', field, keyRegion, `the bucket lies in ${bucketRegion}, and S3 uses keys of the bucket's region only`);
  }
}
