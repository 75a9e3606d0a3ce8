import { Alias, IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ACCOUNT, BadInput, cut, options, role } from './bad-input';
import { S3Access } from '../../src';

const KEY = 'give the ARN of a key, arn:aws:kms:<region>:<account>:key/<id>';
const GIVE = 'give a kms.Key, an imported one, or a kms.Alias';

function key(wrong: string, make: (scope: Construct) => unknown, code: BadInput['code'], shown: string, says: string, region?: string): BadInput {
  return options('read', wrong, (stack) => ({ wholeBucket: true, encryptionKeys: [make(stack)] }), code, `access[0].encryptionKeys[0]: received ${shown}`, says, region);
}

function keyArn(wrong: string, arn: string, code: BadInput['code'], says: string): BadInput {
  return key(wrong, (stack) => Key.fromKeyArn(stack, 'Key', arn), code, JSON.stringify(arn), says);
}

function alias(wrong: string, name: string, says: string): BadInput {
  return key(wrong, (stack) => Alias.fromAliasName(stack, 'Key', name), 'AliasInvalid', name.length > 100 ? cut(`"${name}"`) : JSON.stringify(name), says);
}

export const ENCRYPTION_KEYS: readonly BadInput[] = [
  alias('the alias of the key that AWS manages', 'alias/aws/s3', 'leave it out, for a role in the account of the bucket needs no grant on it'),
  alias('an alias without its prefix', 'orders', 'give an alias such as alias/orders'),
  alias('an alias without a name', 'alias/', 'give an alias such as alias/orders'),
  alias('an alias with a space', 'alias/my orders', 'give an alias such as alias/orders'),
  alias('an alias with a wildcard', 'alias/*', 'give an alias such as alias/orders'),
  alias('an alias that ends in a newline', 'alias/orders\n', 'give an alias such as alias/orders'),
  alias('an alias of 257 characters', `alias/${'o'.repeat(251)}`, 'give an alias such as alias/orders'),
  alias('an alias by its ARN', `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/orders`, 'give an alias such as alias/orders'),

  keyArn('the ARN of an alias as key', `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/orders`, 'ArnInvalid', 'give the ARN of the key itself, or kms.Alias.fromAliasName'),
  keyArn('every key of an account', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/*`, 'ArnWildcard', 'name exactly one key'),
  keyArn('a key in any region', `arn:aws:kms:*:${ACCOUNT}:key/abcd`, 'ArnWildcard', 'name exactly one key'),
  keyArn('a key in any account', 'arn:aws:kms:eu-west-1:*:key/abcd', 'ArnWildcard', 'name exactly one key'),
  keyArn('a key with a policy variable', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/$x`, 'ArnWildcard', 'name exactly one key'),
  keyArn('a key of 11 digits of account', 'arn:aws:kms:eu-west-1:11112222333:key/abcd', 'ArnInvalid', KEY),
  keyArn('a secret as key', `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret/abcd`, 'ArnInvalid', KEY),
  keyArn('a key ID with a space', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/ab cd`, 'ArnInvalid', KEY),

  key('a key in another region than the bucket', (stack) => Key.fromKeyArn(stack, 'Key', `arn:aws:kms:us-east-1:${ACCOUNT}:key/abcd`),
    'KmsKeyRegionMismatch', 'a key in us-east-1', 'the bucket lies in eu-west-1', 'eu-west-1'),
  role('a bucket whose own key lies in another region', (stack) => ({
    access: [S3Access.read(Bucket.fromBucketAttributes(stack, 'Imported', {
      bucketName: 'orders', region: 'eu-central-1', encryptionKey: Key.fromKeyArn(stack, 'Key', `arn:aws:kms:us-east-1:${ACCOUNT}:key/abcd`),
    }), { wholeBucket: true })],
  }), 'KmsKeyRegionMismatch', 'access[0].bucket.encryptionKey: received a key in us-east-1', 'the bucket lies in eu-central-1'),
  role('a wrong key beside the bucket\'s own', (stack) => ({
    access: [S3Access.read(new Bucket(stack, 'Encrypted', { encryptionKey: new Key(stack, 'Own') }), { wholeBucket: true, encryptionKeys: [undefined as unknown as IKey] })],
  }), 'KmsKeyInvalid', 'access[0].encryptionKeys[0]: received nothing', GIVE),

  key('nothing as key', () => undefined, 'KmsKeyInvalid', 'nothing', GIVE),
  key('null as key', () => null, 'KmsKeyInvalid', 'null', GIVE),
  key('an ARN as key', () => `arn:aws:kms:eu-west-1:${ACCOUNT}:key/abcd`, 'KmsKeyInvalid', `"arn:aws:kms:eu-west-1:${ACCOUNT}:key/abcd"`, GIVE),
  key('an object as key', () => ({ keyArn: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/abcd` }), 'KmsKeyInvalid', 'a value of type object', GIVE),
  key('a bucket as key', (stack) => new Bucket(stack, 'Other'), 'KmsKeyInvalid', 'a value of type object', GIVE),
  options('read', 'one key in place of a list', (stack) => ({ wholeBucket: true, encryptionKeys: new Key(stack, 'Key') }),
    'ValueTypeInvalid', 'access[0].encryptionKeys: received a value of type object', 'give a list'),
  options('read', 'null in place of a list of keys', { wholeBucket: true, encryptionKeys: null },
    'ValueTypeInvalid', 'access[0].encryptionKeys: received null', 'give a list'),
];
