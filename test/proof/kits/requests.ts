import { declarationOf } from './declared';
import { Filled, FilledBucket } from './filled';
import { KitVendor } from './kit-vendor';
import { Assumption, KeyProbe } from '../../support/caller';
import { STRANGER } from '../../support/comparison';
import { Verdict } from '../../support/judge';
import { list, onBucket, onKey, Probe, put, Special } from '../../support/probe';
import { assumeRequestOf, keyRequestOf, s3RequestOf, verdictOf } from '../judges/probe-request';
import { contextOf, viaS3 } from '../meaning/grants';
import { Meaning } from '../meaning/meaning';

/** A request, and the answer that the declaration calls for. */
export interface Expected<T> {
  readonly request: T;
  readonly verdict: Verdict;
}

/** What a vendor could want to do with an object. */
const ON_OBJECTS = [
  'GetObject', 'GetObjectVersion', 'GetObjectAttributes', 'PutObject', 'AbortMultipartUpload', 'ListMultipartUploadParts',
  'PutObjectAcl', 'GetObjectAcl', 'GetObjectTagging', 'PutObjectTagging', 'DeleteObject', 'DeleteObjectVersion',
] as const;

const ON_BUCKETS = [
  'GetBucketLocation', 'ListBucketMultipartUploads', 'PutBucketPolicy', 'GetBucketPolicy', 'DeleteBucket', 'PutEncryptionConfiguration',
] as const;

const KEY_ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:Encrypt'] as const;

/** All that is asked of S3. */
export function s3Requests(vendor: KitVendor, filled: Filled): Array<Expected<Probe>> {
  const meaning = new Meaning(declarationOf(vendor, filled));
  const expected = (request: Probe): Expected<Probe> => ({ request, verdict: verdictOf(meaning, s3RequestOf(request)) });
  const asked = [
    ...filled.buckets.flatMap((bucket) => aboutBucket(bucket, (request) => expected(request).verdict === 'allowed')),
    ...aboutCompanions(vendor),
    // Buckets of the same customer that nobody has named; the second one has a name that goes on.
    ...['acme-ledger', `${filled.buckets[0].name}-2`].flatMap((bucket) => [
      onKey('GetObject', 'raw/1', { bucket }), put('raw/1', { bucket }), list('raw/', { bucket }), onBucket('GetBucketLocation', { bucket }),
    ]),
  ].map(expected);
  return [...asked, ...asked.filter(({ verdict }) => verdict === 'allowed').flatMap(({ request }) => misuses(request)).map(expected)];
}

/** All that is asked of KMS, through S3 and otherwise. */
export function kmsRequests(vendor: KitVendor, filled: Filled): Array<Expected<KeyProbe>> {
  const declaration = declarationOf(vendor, filled);
  const meaning = new Meaning(declaration);
  return filled.buckets.flatMap(aboutKey).map((request) => ({ request, verdict: verdictOf(meaning, keyRequestOf(request, declaration)) }));
}

/** Who might try to come in, and how. */
export function assumptions(vendor: KitVendor, filled: Filled): Array<Expected<Assumption>> {
  const meaning = new Meaning(declarationOf(vendor, filled));
  const known = filled.externalId ?? vendor.externalId ?? 'acme-1';
  const ids = [undefined, known, `${known}x`, known.slice(0, -1), known.toUpperCase() === known ? 'other' : known.toUpperCase(), '*'];
  return [
    ...[vendor.caller, ...vendor.strangers].flatMap((principal) => ids.map((externalId) => ({ principal, externalId }))),
    { principal: vendor.caller, externalId: filled.externalId, tags: { tenant: 'acme' } },
  ].map((request) => ({ request, verdict: verdictOf(meaning, assumeRequestOf(request)) }));
}

function aboutKey({ name, prefix, keyArn }: FilledBucket): KeyProbe[] {
  if (keyArn === undefined) {
    return [];
  }
  const region = keyArn.split(':')[3];
  const inside = contextOf(name, prefix === undefined ? 'any' : `${prefix}/1`);
  const contexts = [
    inside, contextOf(name), contextOf(`${name}-2`, `${prefix ?? 'any'}/1`), contextOf(`${name}-2`), contextOf('acme-ledger'), undefined,
    ...(prefix === undefined ? [] : [contextOf(name, `${prefix}-secret/1`), contextOf(name, 'payroll/1'), contextOf(name, prefix)]),
  ];
  const services = [null, viaS3(region === 'eu-west-1' ? 'us-east-1' : 'eu-west-1'), `ec2.${region}.amazonaws.com`];
  return KEY_ACTIONS.flatMap((action) => {
    const use: KeyProbe = { action, keyArn, encryptionContext: inside, viaService: viaS3(region) };
    return [
      ...contexts.map((encryptionContext) => ({ ...use, encryptionContext })),
      ...services.map((viaService) => ({ ...use, viaService })),
      { ...use, keyArn: `${keyArn.slice(0, -4)}0000` },
    ];
  });
}

function aboutBucket({ name, prefix }: FilledBucket, allowed: (request: Probe) => boolean): Probe[] {
  const at: Special = { bucket: name };
  const inside = prefix === undefined ? ['1', 'any/1', 'payroll/1'] : [`${prefix}/1`, `${prefix}/a/b.bin`];
  const outside = prefix === undefined ? [] : beside(prefix);
  const listed = prefix === undefined ? [undefined, '', 'any/'] : [`${prefix}/`, `${prefix}/a`, undefined, '', ...outside];
  return [
    ...ON_OBJECTS.flatMap((action) => [
      ...inside.map((key) => onKey(action, key, at)),
      // What is not allowed inside says little outside.
      ...(allowed(onKey(action, inside[0], at)) ? outside : outside.slice(1, 2)).map((key) => onKey(action, key, at)),
    ]),
    ...listed.map((start) => list(start, at)),
    list(prefix === undefined ? undefined : `${prefix}/`, at, 'ListBucketVersions'),
    ...ON_BUCKETS.map((action) => onBucket(action, at)),
    ...withHeaders(inside[0], at),
  ];
}

/** Keys that are close to a folder, and not in it. */
function beside(prefix: string): string[] {
  const parent = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/') + 1) : '';
  return [prefix, `${prefix}-secret/1`, `${prefix}x`, `${parent}1`, `${parent}other/1`, `x${prefix}/1`, `x/${prefix}/1`, 'payroll/1'];
}

function withHeaders(key: string, at: Special): Probe[] {
  const acls = ['bucket-owner-full-control', 'public-read'].map((value) => ({ ...at, context: { 's3:x-amz-acl': value }, note: `with ACL ${value}` }));
  const encrypted = ['AES256', 'aws:kms', 'aws:kms:dsse']
    .map((value) => ({ ...at, context: { 's3:x-amz-server-side-encryption': value }, note: `encrypted with ${value}` }));
  return [...[...encrypted, ...acls].map((special) => put(key, special)), ...acls.map((special) => onKey('PutObjectAcl', key, special))];
}

function aboutCompanions({ definition: { companionBuckets = [] } }: KitVendor): Probe[] {
  return companionBuckets.flatMap(({ bucketName: bucket, ownerAccount: owner }) => {
    const key = 'job-1/result.json';
    const there = { bucket, owner };
    return [put(key, there), put(key, { bucket }), onKey('GetObject', key, there), onKey('DeleteObject', key, there), list(undefined, there)];
  });
}

/** A request with one thing wrong. */
function misuses(request: Probe): Probe[] {
  return [
    { ...request, note: 'without TLS', context: { ...request.context, 'aws:SecureTransport': 'false' } },
    { ...request, note: 'of a stranger who took over the name', owner: STRANGER },
  ];
}
