import { Aws, Resource, Token } from 'aws-cdk-lib';
import { IAlias, IKey } from 'aws-cdk-lib/aws-kms';
import { checkAlias, checkKeyArn, viaS3 } from '../../policy/aws';
import { fail } from '../../policy/base';
import { KmsKeyUse } from '../../policy/grant';
import { TokenTable } from '../tokens';

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
  const viaService = viaS3(region);
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

/** Refuses a key that S3 could never use for the bucket. */
export function checkKeyRegion(key: IKey, bucketRegion: string, field: string): void {
  const keyRegion = key.env.region;
  if (!Token.isUnresolved(keyRegion) && !Token.isUnresolved(bucketRegion) && keyRegion !== bucketRegion) {
    fail('KmsKeyRegionMismatch', field, keyRegion, `the bucket lies in ${bucketRegion}, and S3 uses keys of the bucket's region only`);
  }
}
