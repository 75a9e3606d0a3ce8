import { Filled, FilledBucket, Mode } from './filled';
import { KitVendor } from './kit-vendor';
import { KeyProbe } from '../../support/caller';
import { STRANGER } from '../../support/comparison';
import { Verdict } from '../../support/judge';
import { list, onBucket, onKey, Probe, put, Special } from '../../support/probe';

/** A request to S3 or KMS, and the answer that the vendor's guide and the declaration demand. */
export interface Expected<T> {
  readonly request: T;
  /** Undefined where only the construct says what is right. */
  readonly verdict?: Verdict;
}

/** What a vendor may be allowed to do with an object. */
const ON_OBJECTS: Readonly<Record<string, (vendor: KitVendor, mode: Mode) => boolean>> = {
  GetObject: (_, mode) => reads(mode),
  GetObjectVersion: (vendor, mode) => vendor.reads.includes('GetObjectVersion') && reads(mode),
  GetObjectAttributes: (vendor, mode) => vendor.reads.includes('GetObjectAttributes') && reads(mode),
  PutObject: (_, mode) => writes(mode),
  AbortMultipartUpload: (_, mode) => writes(mode),
  ListMultipartUploadParts: (_, mode) => writes(mode),
};

/** What no vendor of ours needs. */
const NEVER_ON_OBJECTS = ['PutObjectAcl', 'GetObjectAcl', 'GetObjectTagging', 'PutObjectTagging', 'DeleteObject', 'DeleteObjectVersion'];

/** All that is asked of S3. */
export function s3Requests(vendor: KitVendor, { buckets }: Filled): Array<Expected<Probe>> {
  return [
    ...buckets.flatMap((bucket) => aboutBucket(vendor, bucket)),
    ...aboutCompanion(vendor),
    // Buckets of the same customer that nobody has named; the second one has a name that goes on.
    ...['acme-ledger', `${buckets[0].name}-2`].flatMap((bucket) => [
      refused(onKey('GetObject', 'raw/1', { bucket })), refused(put('raw/1', { bucket })), refused(list('raw/', { bucket })), refused(onBucket('GetBucketLocation', { bucket })),
    ]),
  ];
}

/** All that is asked of KMS, through S3 and otherwise. */
export function kmsRequests({ modes }: KitVendor, { buckets }: Filled): Array<Expected<KeyProbe>> {
  return buckets.flatMap(({ name, prefix, mode = modes[0], keyArn }) => {
    if (keyArn === undefined) {
      return [];
    }
    const region = keyArn.split(':')[3];
    const bucketArn = `arn:aws:s3:::${name}`;
    const inside = prefix === undefined ? `${bucketArn}/any` : `${bucketArn}/${prefix}/1`;
    const use = (action: KeyProbe['action'], change: Partial<KeyProbe> = {}): KeyProbe =>
      ({ action, keyArn, encryptionContext: inside, viaService: `s3.${region}.amazonaws.com`, ...change });
    const may = { 'kms:Decrypt': true, 'kms:GenerateDataKey': writes(mode), 'kms:Encrypt': false } as const;
    return (Object.keys(may) as Array<keyof typeof may>).flatMap((action) => [
      expected(use(action), may[action]),
      expected(use(action, { encryptionContext: bucketArn }), may[action]),
      ...[
        `${bucketArn}-2/${prefix ?? 'any'}/1`, `${bucketArn}-2`, 'arn:aws:s3:::acme-ledger', undefined,
        ...(prefix === undefined ? [] : [`${bucketArn}/${prefix}-secret/1`, `${bucketArn}/payroll/1`, `${bucketArn}/${prefix}`]),
      ].map((encryptionContext) => refused(use(action, { encryptionContext }))),
      ...[null, `s3.${region === 'eu-west-1' ? 'us-east-1' : 'eu-west-1'}.amazonaws.com`, `ec2.${region}.amazonaws.com`].map((viaService) => refused(use(action, { viaService }))),
      refused(use(action, { keyArn: `${keyArn.slice(0, -4)}0000` })),
    ]);
  });
}

function aboutBucket(vendor: KitVendor, { name, prefix, mode = vendor.modes[0] }: FilledBucket): Array<Expected<Probe>> {
  const at: Special = { bucket: name };
  const inside = prefix === undefined ? ['1', 'any/1', 'payroll/1'] : [`${prefix}/1`, `${prefix}/a/b.bin`];
  const outside = prefix === undefined ? [] : beside(prefix);
  const lists = reads(mode) || vendor.delivers;
  const objects = Object.entries(ON_OBJECTS).flatMap(([action, may]) => [
    ...inside.map((key) => expected(onKey(action, key, at), may(vendor, mode))),
    // What is not allowed inside says little outside.
    ...(may(vendor, mode) ? outside : outside.slice(1, 2)).map((key) => refused(onKey(action, key, at))),
  ]);
  const listings = [
    ...(prefix === undefined ? [undefined, '', 'any/'] : [`${prefix}/`, `${prefix}/a`]).map((start) => expected(list(start, at), lists)),
    ...(prefix === undefined ? [] : [undefined, '', prefix, ...beside(prefix).filter((key) => key !== prefix)]).map((start) => refused(list(start, at))),
    refused(list(prefix === undefined ? undefined : `${prefix}/`, at, 'ListBucketVersions')),
  ];
  const onTheBucket = [
    { request: onBucket('GetBucketLocation', at) },
    ...['ListBucketMultipartUploads', 'PutBucketPolicy', 'GetBucketPolicy', 'DeleteBucket', 'PutEncryptionConfiguration']
      .map((action) => refused(onBucket(action, at))),
  ];
  const never = NEVER_ON_OBJECTS.map((action) => refused(onKey(action, inside[0], at)));
  const all = [...objects, ...never, ...listings, ...onTheBucket, ...deliveries(vendor, inside[0], at, writes(mode))];
  return [...all, ...all.filter(({ verdict }) => verdict !== 'denied').flatMap(({ request }) => misuses(request))];
}

/** Keys that are close to a folder, and not in it. */
function beside(prefix: string): string[] {
  const parent = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/') + 1) : '';
  return [prefix, `${prefix}-secret/1`, `${prefix}x`, `${parent}1`, `${parent}other/1`, `x${prefix}/1`, `x/${prefix}/1`, 'payroll/1'];
}

/** Writes with headers. */
function deliveries({ delivers }: KitVendor, key: string, at: Special, may: boolean): Array<Expected<Probe>> {
  const acl = (value: string) => ({ ...at, context: { 's3:x-amz-acl': value }, note: `with ACL ${value}` });
  const encrypted = (value: string) => ({ ...at, context: { 's3:x-amz-server-side-encryption': value }, note: `encrypted with ${value}` });
  return [
    ...['AES256', 'aws:kms'].map((value) => expected(put(key, encrypted(value)), may)),
    expected(put(key, encrypted('aws:kms:dsse')), may && !delivers),
    expected(onKey('PutObjectAcl', key, acl('bucket-owner-full-control')), may && delivers),
    refused(onKey('PutObjectAcl', key, acl('public-read'))),
    { request: put(key, acl('bucket-owner-full-control')) },
    { request: put(key, acl('public-read')) },
  ];
}

function aboutCompanion({ companion }: KitVendor): Array<Expected<Probe>> {
  if (companion === undefined) {
    return [];
  }
  const sent = put('job-1/result.json', companion);
  return [
    expected(sent, true),
    ...misuses(sent),
    refused(put('job-1/result.json', { ...companion, owner: undefined })),
    refused(onKey('GetObject', 'job-1/result.json', companion)),
    refused(onKey('DeleteObject', 'job-1/result.json', companion)),
    refused(list(undefined, companion)),
  ];
}

/** A request that is allowed, with one thing wrong. */
function misuses(request: Probe): Array<Expected<Probe>> {
  return [
    refused({ ...request, note: 'without TLS', context: { ...request.context, 'aws:SecureTransport': 'false' } }),
    refused({ ...request, note: 'of a stranger who took over the name', owner: STRANGER }),
  ];
}

function reads(mode: Mode): boolean {
  return mode !== 'write';
}

function writes(mode: Mode): boolean {
  return mode !== 'read';
}

function expected<T>(request: T, may: boolean): Expected<T> {
  return { request, verdict: may ? 'allowed' : 'denied' };
}

function refused<T>(request: T): Expected<T> {
  return expected(request, false);
}
