import { PlantedBug } from './bug';
import { Declaration, ScopeDeclaration } from '../../meaning/declaration';
import { BUCKET, bucketAccess, EXPIRY, OTHER_BUCKET, OWNER, read, readWrite, role, user, VENDOR, write } from '../../solver/cases/case';
import { actions, addCondition, Change, dropCondition, forgetEnd, operator, principal, replace, resources, turn, values, where } from '../change';

const ARN = `arn:aws:s3:::${BUCKET}`;
const folder = (path: string): ScopeDeclaration => ({ kind: 'folder', path });
const reading = (...scopes: ScopeDeclaration[]) => role({ access: [read({ scopes })] });
const both = role({ access: [readWrite()] });
const delivering = role({ vendor: { kind: 'creativeForce' }, access: [write()] });
const exported = reading({ kind: 'template', template: 'exports/{tenant}/{full_date}', values: { tenant: 'acme' } });

type Row = readonly [string, Declaration, Change];

/** In the permissions of a role or user; they allow more than was declared. */
const WIDER: readonly Row[] = [
  ['a missing slash after a folder', both, replace(`${ARN}/in/*`, `${ARN}/in*`)],
  ['a missing slash in the prefix of a listing', both, values('s3:prefix', () => ['in*'])],
  ['an asterisk that is not escaped', reading(folder('in/a*')), replace('${*}', '*')],
  ['a question mark that is not escaped', reading(folder('in/a?c')), replace('${?}', '?')],
  ['an asterisk that is not escaped, in a prefix', reading(folder('in/a*')), values('s3:prefix', (all) => all.map((one) => one.replace('${*}', '*')))],
  ['a wildcard after an object', reading({ kind: 'object', key: 'manifest.json' }), replace('manifest.json', 'manifest.json*')],
  ['a wildcard in place of a folder', both, replace(`${ARN}/in/*`, `${ARN}/*`)],
  ['the whole bucket beside the folder', both, where('s3:GetObject', resources((all) => [...all, `${ARN}/*`]))],
  ['everything as resource', both, resources(() => ['*'])],
  ['the owner that is not checked', both, dropCondition('aws:ResourceAccount')],
  ['plain HTTP that is not refused', both, dropCondition('aws:SecureTransport')],
  ['plain HTTP demanded', both, values('aws:SecureTransport', () => ['false'])],
  ['a listing without a limit', both, dropCondition('s3:prefix')],
  ['a listing whose limit counts only if there is a prefix', both, operator('StringLike', 'StringLikeIfExists')],
  ['an expiry that is forgotten', role({ expiresAt: EXPIRY }), forgetEnd],
  ['an expiry a second late', role({ expiresAt: EXPIRY }), values('aws:CurrentTime', () => ['2027-01-01T00:00:01Z'])],
  ['an ACL that is not checked', delivering, dropCondition('s3:x-amz-acl')],
  ['an encryption that is not checked', delivering, dropCondition('s3:x-amz-server-side-encryption')],
  ['a key of the vendor\'s own that is not refused', delivering, dropCondition('s3:x-amz-server-side-encryption-customer-algorithm')],
  ['source addresses that are not checked', user({ allowedSourceIps: ['203.0.113.0/24'] }), dropCondition('aws:SourceIp')],
  ['a range of addresses that is too large', user({ allowedSourceIps: ['203.0.113.0/24'] }), replace('203.0.113.0/24', '203.0.112.0/23')],
  ['another bucket', both, replace(BUCKET, OTHER_BUCKET)],
  ['a bucket whose name starts alike', both, resources((all) => all.map((one) => one.replace(BUCKET, `${BUCKET}*`)))],
  ['an action with a wildcard', both, replace('s3:GetObject', 's3:Get*')],
  ['an action too many', both, where('s3:GetObject', actions((all) => [...all, 's3:DeleteObject']))],
  ['an Allow for a Deny', role({ suspended: true }), turn],
  ['a suspension of objects alone', role({ suspended: true }), (statement) => ({ ...statement, Effect: 'Allow', Action: 's3:GetObject' })],
  ['a template with a character too few', exported, replace('????????', '???????')],
  ['a template with a free variable for one of a fixed length', exported, replace('????????', '*')],
];

/** The same; they allow less. */
const NARROWER: readonly Row[] = [
  ['a part that is dropped', reading(folder('in'), folder('out')), resources((all) => all.filter((one) => !one.includes('/out/')))],
  ['a prefix that is dropped', reading(folder('in'), folder('out')), values('s3:prefix', (all) => all.filter((one) => one !== 'out/*'))],
  ['an action that is dropped', both, actions((all) => all.filter((one) => one !== 's3:AbortMultipartUpload'))],
  ['the region of the bucket that is dropped', both, actions((all) => all.filter((one) => one !== 's3:GetBucketLocation'))],
  ['a slash too many', both, replace(`${ARN}/in/*`, `${ARN}/in//*`)],
  ['an escaped wildcard at the end', both, replace(`${ARN}/in/*`, `${ARN}/in/\${*}`)],
  ['an exact comparison of a prefix', both, operator('StringLike', 'StringEquals')],
  ['a question mark that is escaped', exported, replace('????????', '???????${?}')],
  ['a template with a character too many', exported, replace('????????', '?????????')],
  ['another bucket, for this one', both, replace(BUCKET, OTHER_BUCKET)],
  ['the owner of another bucket', both, replace('111122223333', VENDOR)],
  ['TLS where it was given up', role({ access: [read({ withoutTls: true })] }), addCondition('Bool', 'aws:SecureTransport', 'true')],
  ['an owner where it does not matter', role({ access: [read({ anyOwner: true })] }), addCondition('StringEquals', 'aws:ResourceAccount', '111122223333')],
  ['an encryption that must be named', delivering, operator('StringEqualsIfExists', 'StringEquals')],
  ['a demand turned round', delivering, values('s3:x-amz-server-side-encryption-customer-algorithm', () => ['false'])],
  ['an encryption that is dropped', delivering, values('s3:x-amz-server-side-encryption', () => ['AES256'])],
  ['an expiry a second early', role({ expiresAt: EXPIRY }), values('aws:CurrentTime', () => ['2026-12-31T23:59:59Z'])],
  ['a range of addresses that is dropped', user({ allowedSourceIps: ['203.0.113.0/24', '198.51.100.7/32'] }), values('aws:SourceIp', (all) => all.slice(1))],
  ['a Deny beside it', both, where('s3:GetBucketLocation', turn)],
];

const foreign = role({ buckets: [{ source: 'imported', name: BUCKET, owner: OWNER }] });

export const S3_BUGS: readonly PlantedBug[] = [
  ...WIDER.map(([name, declaration, change]) => ({ name, declaration, change, place: 'identity' as const, subject: 's3' as const, direction: 'more' as const })),
  ...NARROWER.map(([name, declaration, change]) => ({ name, declaration, change, place: 'identity' as const, subject: 's3' as const, direction: 'less' as const })),
  ...([
    ['a dollar sign that is not escaped', reading(folder('in/${aws:username}')), replace('${$}', '$')],
  ] as const).map(([name, declaration, change]) => ({
    name, declaration, change, place: 'identity' as const, subject: 's3' as const, direction: 'more' as const, refused: true,
  })),
  ...([
    ['a bucket open to everybody', bucketAccess({}), principal('*')],
    ['a bucket open to the vendor\'s whole account', bucketAccess({}), principal(`arn:aws:iam::${VENDOR}:root`)],
    ['a bucket policy without TLS', bucketAccess({}), dropCondition('aws:SecureTransport')],
    ['a bucket policy without an expiry', bucketAccess({ expiresAt: EXPIRY }), forgetEnd],
    ['a bucket policy without source addresses', bucketAccess({ allowedSourceIps: ['203.0.113.0/24'] }), dropCondition('aws:SourceIp')],
    ['a bucket policy with a missing slash', bucketAccess({}), replace('/in/*', '/in*')],
    ['a bucket policy that gives a role of this account more', role({ bucketPolicies: 'always' }), replace('/in/*', '/*')],
    ['a bucket policy whose organization is forgotten', bucketAccess({ vendor: { kind: 'account', id: VENDOR, organizationId: 'o-a1b2c3d4e5' } }),
      dropCondition('aws:PrincipalOrgID')],
    ['a suspended bucket policy that allows', bucketAccess({ suspended: true }), turn],
  ] as const).map(([name, declaration, change]) => ({ name, declaration, change, place: 'bucket' as const, subject: 's3' as const, direction: 'more' as const })),
  ...([
    ['a bucket policy for another principal', bucketAccess({}), principal(`arn:aws:iam::${VENDOR}:role/other`)],
    ['a bucket elsewhere whose policy lacks the role', foreign, () => undefined],
    ['a bucket elsewhere whose policy lacks the listing', foreign, actions((all) => all.filter((one) => one !== 's3:ListBucket'))],
  ] as const).map(([name, declaration, change]) => ({ name, declaration, change, place: 'bucket' as const, subject: 's3' as const, direction: 'less' as const })),
  {
    name: 'every action on the bucket, of every service',
    declaration: both,
    place: 'identity',
    change: replace('s3:GetBucketLocation', '*'),
    subject: 'otherServices',
    direction: 'more',
  },
];
