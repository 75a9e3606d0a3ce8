import { Aws, Resource } from 'aws-cdk-lib';
import { IAlias, IKey } from 'aws-cdk-lib/aws-kms';
import { fail } from '../../policy/base';
import { KmsKeyUse } from '../../policy/grant';
import { KeyRequest } from '../../policy/request';
import { TokenTable } from '../tokens';

/** A key of a declaration, with the construct whose policy may have to be edited. */
export interface BoundKey {
  readonly use: KmsKeyUse;
  readonly key: IKey;
}

/** Turns an IKey into what the core asks for. */
export function bindKey(given: IKey, tokens: TokenTable, field: string): { readonly key: IKey; readonly request: KeyRequest } {
  if (typeof given?.keyArn !== 'string' || !Resource.isResource(given)) {
    fail('KmsKeyInvalid', field, given, 'give a kms.Key, an imported one, or a kms.Alias');
  }
  const key = targetOf(given);
  const region = tokens.encode(key.env.region, 'region', field, key);
  return { key, request: { field, region, byAlias: 'kms.Alias.fromAliasName', key: isAlias(key) ? aliasOf(key, tokens, field) : { arn: tokens.encode(key.keyArn, 'kmsKeyArn', field, key) } } };
}

/** A key given by alias: all keys of its account and region, until the alias narrows them. */
function aliasOf(key: IAlias, tokens: TokenTable, field: string): { readonly alias: string; readonly keysArn: string } {
  const keysArn = `arn:${Aws.PARTITION}:kms:${key.env.region}:${key.env.account}:key/*`;
  return { alias: tokens.encode(key.aliasName, 'aliasName', field), keysArn: tokens.encode(keysArn, 'kmsKeyArn', field, key) };
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
