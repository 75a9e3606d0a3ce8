import { Objection } from './answer';
import { CUSTOMER, Declaration, ScopeDeclaration } from './declaration';
import { Meaning } from './meaning';
import { AssumeRequest, KeyRequest, S3Request } from './request';

/**
 * The oracle decides what is right, so its answers are checked by hand: each row is a sentence of README.md.
 */
const BASE: Declaration = {
  construct: 'role',
  vendor: { kind: 'role', arn: 'arn:aws:iam::999988887777:role/ingest' },
  externalId: 'k3J-2f9a',
  buckets: [{ source: 'created', name: 'acme-orders', key: 0 }, { source: 'imported', name: 'acme-lake', owner: '444455556666' }],
  keys: [{ source: 'created', id: 'made' }],
  access: [{ bucket: 0, mode: 'read', scopes: [{ kind: 'folder', path: 'in' }] }],
};

function s3(request: Partial<S3Request>, declaration: Partial<Declaration> = {}): readonly Objection[] {
  return new Meaning({ ...BASE, ...declaration }).answer({ kind: 's3', action: 's3:GetObject', bucket: 'acme-orders', owner: CUSTOMER, ...request });
}

function reading(scope: ScopeDeclaration | undefined, key: string, more: Partial<S3Request> = {}): boolean {
  return s3({ key, ...more }, { access: [{ bucket: 0, mode: 'read', scopes: scope ? [scope] : 'wholeBucket' }] }).length === 0;
}

const listing = (scope: ScopeDeclaration | undefined, prefix?: string) => s3(
  { action: 's3:ListBucket', prefix }, { access: [{ bucket: 0, mode: 'read', scopes: scope ? [scope] : 'wholeBucket' }] }).length === 0;

const folder = (path: string): ScopeDeclaration => ({ kind: 'folder', path });
const template = (text: string, values?: Record<string, string>): ScopeDeclaration => ({ kind: 'template', template: text, values });

test.each<[ScopeDeclaration | undefined, string, boolean]>([
  [undefined, 'anything', true],
  [folder('in'), 'in/1.csv', true],
  [folder('in/'), 'in/a/b', true],
  [folder('in'), 'in', false],
  [folder('in'), 'in-secret/1.csv', false],
  [folder('*'), '*/1.csv', true],
  [folder('*'), 'in/1.csv', false],
  [folder('${aws:username}'), '${aws:username}/1', true],
  [folder('${aws:username}'), 'alice/1', false],
  [{ kind: 'startingWith', start: 'data_' }, 'data_old/1', true],
  [{ kind: 'startingWith', start: 'data_' }, 'data', false],
  [{ kind: 'object', key: 'manifest.json' }, 'manifest.json', true],
  [{ kind: 'object', key: 'manifest.json' }, 'manifest.json.bak', false],
  [template('e/{tenant}/{full_date}', { tenant: 'acme' }), 'e/acme/20261120/x', true],
  [template('e/{tenant}/{full_date}', { tenant: 'acme' }), 'e/acme/2026112/x', false],
  [template('e/{tenant}/{full_date}', { tenant: 'acme' }), 'e/other/20261120/x', false],
  [template('e/{tenant}/x'), 'e/any/thing/x/1', true],
  [template('e/{tenant}', { tenant: 'a.c' }), 'e/abc/1', false],
])('of %j, %s is readable: %s', (scope, key, expected) => {
  expect(reading(scope, key)).toBe(expected);
});

test.each<[ScopeDeclaration | undefined, string | undefined, boolean]>([
  [undefined, undefined, true],
  [undefined, 'x', true],
  [folder('in'), 'in/', true],
  [folder('in'), 'in/a', true],
  [folder('in'), 'in', false],
  [folder('in'), '', false],
  [folder('in'), undefined, false],
  [{ kind: 'startingWith', start: 'data_' }, 'data_2', true],
  [{ kind: 'object', key: 'manifest.json' }, 'manifest.json', false],
])('of %j, prefix %j can be listed: %s', (scope, prefix, expected) => {
  expect(listing(scope, prefix)).toBe(expected);
});

test.each<[string, Partial<S3Request>, Objection]>([
  ['another bucket', { bucket: 'acme-ledger' }, 'bucket'],
  ['a bucket of the same name with another owner', { owner: '666600006666' }, 'owner'],
  ['a key outside', { key: 'out/1' }, 'key'],
  ['a write', { action: 's3:PutObject' }, 'action'],
  ['an old version', { action: 's3:GetObjectVersion' }, 'action'],
  ['plain HTTP', { withoutTls: true }, 'plain HTTP'],
])('against %s stands just that', (_, request, objection) => {
  expect(s3({ key: 'in/1', ...request })).toEqual([objection]);
});

test.each<[string, Partial<Declaration>, Objection]>([
  ['suspended', { suspended: true }, 'suspended'],
  ['expired', { expiresAt: '2026-11-20T12:00:00Z' }, 'expired'],
])('when %s, nothing goes', (_, declaration, objection) => {
  expect(s3({ key: 'in/1' }, declaration)).toEqual([objection]);
  expect(new Meaning({ ...BASE, ...declaration }).answer({ kind: 'assume', principal: 'arn:aws:iam::999988887777:role/ingest', externalId: 'k3J-2f9a' }))
    .toEqual([objection]);
});

test.each<[string, Declaration['access'][0]['mode'], Record<string, boolean>, boolean]>([
  ['s3:GetObject', 'read', {}, true], ['s3:GetObject', 'write', {}, false],
  ['s3:PutObject', 'write', {}, true], ['s3:PutObject', 'read', {}, false],
  ['s3:AbortMultipartUpload', 'write', {}, true], ['s3:AbortMultipartUpload', 'read', {}, false],
  ['s3:GetBucketLocation', 'read', {}, true], ['s3:GetBucketLocation', 'write', {}, false],
  ['s3:ListBucket', 'read', {}, true], ['s3:ListBucket', 'read', { list: false }, false],
  ['s3:ListBucket', 'write', {}, false], ['s3:ListBucket', 'write', { list: true }, true],
  ['s3:GetObjectVersion', 'read', { versions: true }, true], ['s3:ListBucketVersions', 'read', { versions: true }, true],
  ['s3:ListBucketVersions', 'read', { versions: true, list: false }, false],
  ['s3:DeleteObject', 'read', {}, false], ['s3:DeleteObject', 'write', { delete: true }, true],
  ['s3:GetObjectTagging', 'read', { tagging: true }, true], ['s3:PutObjectTagging', 'read', { tagging: true }, false],
  ['s3:ListBucketMultipartUploads', 'write', {}, false], ['s3:ListBucketMultipartUploads', 'write', { multipartListing: true }, true],
  ['s3:PutBucketPolicy', 'readWrite', {}, false],
])('%s, with %s and %j: %s', (action, mode, options, expected) => {
  const onObject = /Object$|Upload$|Version$|ObjectTagging$/.test(action);
  const answer = s3({ action, ...(onObject ? { key: 'x' } : {}) }, { access: [{ bucket: 0, mode, scopes: 'wholeBucket', options }] });
  expect(answer).toEqual(expected ? [] : ['action']);
});

test.each<[string, Partial<AssumeRequest>, readonly Objection[]]>([
  ['its own', {}, []],
  ['the next one', { externalId: 'm8Q-7b1c' }, []],
  ['none', { externalId: undefined }, ['external ID']],
  ['that of another party', { externalId: 'other-1' }, ['external ID']],
  ['its own, as another role', { principal: 'arn:aws:iam::999988887777:role/ingest2' }, ['principal']],
  ['its own, with a tag', { tags: { tenant: 'acme' } }, ['session tags']],
  ['its own, as another party', { principal: 'arn:aws:iam::777766665555:role/x', externalId: 'other-1' }, []],
  ['that of the vendor, as another party', { principal: 'arn:aws:iam::777766665555:role/x' }, ['external ID']],
])('the vendor assumes the role with %s', (_, request, expected) => {
  const declaration: Declaration = { ...BASE, nextExternalId: 'm8Q-7b1c', additionalTrust: [{ vendor: { kind: 'account', id: '777766665555' }, externalId: 'other-1' }] };
  expect(new Meaning(declaration).answer({ kind: 'assume', principal: 'arn:aws:iam::999988887777:role/ingest', externalId: 'k3J-2f9a', ...request })).toEqual(expected);
});

test.each<[string, Partial<KeyRequest>, readonly Objection[]]>([
  ['an object in the folder', {}, []],
  ['the bucket, as a Bucket Key', { encryptionContext: 'arn:aws:s3:::acme-orders' }, []],
  ['an object outside', { encryptionContext: 'arn:aws:s3:::acme-orders/out/1' }, ['encryption context']],
  ['nothing', { encryptionContext: undefined }, ['encryption context']],
  ['an object in the folder, directly', { viaService: undefined }, ['KMS without S3']],
  ['an object in the folder, to encrypt', { action: 'kms:GenerateDataKey' }, ['KMS action']],
  ['an object in the folder, by another key', { key: 1 }, ['KMS key']],
])('the key is used for %s', (_, request, expected) => {
  const ordinary: KeyRequest = { kind: 'kms', key: 0, action: 'kms:Decrypt', encryptionContext: 'arn:aws:s3:::acme-orders/in/1', viaService: 's3.eu-west-1.amazonaws.com' };
  expect(new Meaning(BASE).answer({ ...ordinary, ...request })).toEqual(expected);
});

test('the facts of vendors are part of what is meant', () => {
  const transfer = { action: 's3:PutObject', bucket: 'cloudglue-external-transfer', owner: '992382634011', key: 'x' };
  expect(s3(transfer, { vendor: { kind: 'cloudglue' } })).toEqual([]);
  expect(s3(transfer, { vendor: { kind: 'cloudglue', transferBucket: false } })).not.toEqual([]);
  expect(s3({ key: 'in/1', action: 's3:GetObjectVersion' }, { vendor: { kind: 'apperate' } })).toEqual([]);
  const write = { access: [{ bucket: 0, mode: 'write' as const, scopes: 'wholeBucket' as const }], vendor: { kind: 'creativeForce' as const } };
  expect(s3({ key: 'x', action: 's3:PutObject', encryption: 'aws:kms' }, write)).toEqual([]);
  expect(s3({ key: 'x', action: 's3:PutObject', customerKey: true }, write)).toEqual(['encryption']);
  expect(s3({ key: 'x', action: 's3:PutObjectAcl', acl: 'public-read' }, write)).toEqual(['ACL']);
});
