import { PlantedBug } from './bug';
import { BucketDeclaration, Declaration } from '../../meaning/declaration';
import { BUCKET, bucketAccess, EXPIRY, OWNER, read, readWrite, role, VENDOR, write } from '../../solver/cases/case';
import { actions, Change, dropCondition, forgetEnd, operator, principal, resources, values, where } from '../change';

const ARN = `arn:aws:s3:::${BUCKET}`;
const CONTEXT = 'kms:EncryptionContext:aws:s3:arn';
const ENCRYPTED: readonly BucketDeclaration[] = [{ source: 'created', name: BUCKET, key: 0 }];
const own = (rest: Partial<Declaration> = {}) => role({ keys: [{ source: 'created', id: 'own' }], buckets: ENCRYPTED, ...rest });
const strict = (rest: Partial<Declaration> = {}) => role({ keys: [{ source: 'strict', id: 'own' }], buckets: ENCRYPTED, ...rest });
const direct = (rest: Partial<Declaration> = {}) => bucketAccess({ keys: [{ source: 'created', id: 'own' }], buckets: ENCRYPTED, ...rest });
const alias = role({ keys: [{ source: 'alias', id: 'orders' }], access: [readWrite({ keys: [0] })] });
const foreign = role({ keys: [{ source: 'imported', id: '11111111-2222-3333-4444-555555555555', owner: OWNER }], access: [read({ keys: [0] })] });

/** Changes what a statement says of keys, and nothing else. */
const onKeys = (change: Change) => where('kms:Decrypt', change);

type Row = readonly [string, Declaration, Change];

const IDENTITY_MORE: readonly Row[] = [
  ['a key that other services may use', own(), dropCondition('kms:ViaService')],
  ['a key that S3 elsewhere may use', own(), values('kms:ViaService', (all) => [...all, 's3.us-east-1.amazonaws.com'])],
  ['a key for every object', own(), dropCondition(CONTEXT)],
  ['a key for every object of the bucket', own(), onKeys(values(CONTEXT, (all) => [...all, `${ARN}/*`]))],
  ['a key with a missing slash', own(), onKeys(values(CONTEXT, (all) => all.map((one) => one.replace('/in/*', '/in*'))))],
  ['a key for buckets that start alike', own(), onKeys(values(CONTEXT, () => [`${ARN}*`]))],
  ['a context that may be missing', own(), onKeys(operator('StringLike', 'StringLikeIfExists'))],
  ['every key', own(), onKeys(resources(() => ['*']))],
  ['every key with any alias', alias, dropCondition('kms:ResourceAliases')],
  ['every action on a key', own(), onKeys(actions(() => ['kms:*']))],
  ['data keys for reading', own(), onKeys(actions((all) => [...all, 'kms:GenerateDataKey']))],
  ['a key without an expiry', own({ expiresAt: EXPIRY }), forgetEnd],
];

const IDENTITY_LESS: readonly Row[] = [
  ['decryption that writing lacks', own({ access: [write()] }), onKeys(actions((all) => all.filter((one) => one !== 'kms:Decrypt')))],
  ['data keys that writing lacks', own({ access: [write()] }), onKeys(actions((all) => all.filter((one) => one !== 'kms:GenerateDataKey')))],
  ['a Bucket Key that is forgotten', own(), onKeys(values(CONTEXT, (all) => all.filter((one) => one !== ARN)))],
  ['objects that are forgotten', own(), onKeys(values(CONTEXT, () => [ARN]))],
  ['an exact comparison of contexts', own(), onKeys(operator('StringLike', 'StringEquals'))],
  ['another key', own(), onKeys(resources((all) => all.map((one) => `${one}x`)))],
  ['the ARN of an alias', alias, onKeys(resources((all) => all.map((one) => one.replace('key/*', 'alias/orders'))))],
];

const KEY_MORE: readonly Row[] = [
  ['a key policy for the vendor\'s whole account', direct(), onKeys(principal(`arn:aws:iam::${VENDOR}:root`))],
  ['a key policy without S3', direct(), dropCondition('kms:ViaService')],
  ['a key policy without a context', direct(), dropCondition(CONTEXT)],
  ['a key policy without an expiry', direct({ expiresAt: EXPIRY }), dropCondition('aws:CurrentTime')],
  ['a key policy with an action too many', direct(), onKeys(actions((all) => [...all, 'kms:GenerateDataKey']))],
  ['a key policy open to everybody', direct(), onKeys(principal('*'))],
  // Naming the role itself, a key policy needs no word of the role's own policies.
  ['a key policy that names the role and forgets the context', strict(), (statement) => (statement.Condition === undefined
    ? statement : dropCondition(CONTEXT)({ ...statement, Principal: '*' }))],
];

const KEY_LESS: readonly Row[] = [
  ['a key that leaves nothing to IAM, and lacks the role', strict(), onKeys(() => undefined)],
  ['a key policy for another role', strict(), values('aws:PrincipalArn', () => ['arn:aws:iam::111122223333:role/other'])],
  ['a key elsewhere that lacks the role', foreign, onKeys(() => undefined)],
];

const rows = (all: readonly Row[], place: 'identity' | 'key', direction: 'more' | 'less') =>
  all.map(([name, declaration, change]): PlantedBug => ({ name, declaration, change, place, subject: 'kms', direction }));

export const KMS_BUGS: readonly PlantedBug[] = [
  ...rows(IDENTITY_MORE, 'identity', 'more'),
  ...rows(IDENTITY_LESS, 'identity', 'less'),
  ...rows(KEY_MORE, 'key', 'more'),
  ...rows(KEY_LESS, 'key', 'less'),
];
