import { session } from '../support/customer';
import { but, each, get, LEDGER, list, onBucket, put, remove } from '../support/probe';
import { scenario } from '../support/scenario';

const INSIDE = ['incoming/orders/1.csv', 'incoming/orders/2026/11/20/a/b/c/d/e/f.csv', 'incoming/orders/'];
const BESIDE = ['incoming/orders-secret', 'incoming/orders-secret/1.csv', 'incoming/orders', 'incoming/order', 'incoming/1.csv', 'Incoming/orders/1.csv', 'x/incoming/orders/1.csv', '1.csv'];
const READING = [get(INSIDE[0]), list('incoming/orders/'), onBucket('GetBucketLocation')];
const WRITING = each('PutObject', [INSIDE[0]]);
const STRANGER = '444455556666';

/** What nobody gets without asking for it. */
const NEVER = [
  remove(INSIDE[0]),
  ...['GetObjectAcl', 'GetObjectVersion', 'GetObjectTagging', 'GetObjectAttributes', 'PutObjectAcl', 'PutObjectTagging', 'DeleteObjectVersion',
    'BypassGovernanceRetention', 'PutObjectRetention', 'RestoreObject'].flatMap((action) => each(action, [INSIDE[0]])),
  ...['PutBucketPolicy', 'GetBucketPolicy', 'DeleteBucketPolicy', 'PutBucketAcl', 'GetBucketAcl', 'PutBucketPublicAccessBlock', 'DeleteBucket',
    'PutLifecycleConfiguration', 'PutReplicationConfiguration', 'PutEncryptionConfiguration', 'ListBucketMultipartUploads'].map((action) => onBucket(action)),
  list('incoming/orders/', {}, 'ListBucketVersions'),
];

const listingsTooWide = [list(), list(''), list('incoming/orders'), list('incoming/'), list('incoming/orders-secret/'), list('incoming/orders*'), list('other/')];

scenario('S3Access.read of a folder', () => session('read', { prefixes: ['incoming/orders'] }), {
  allows: [
    ...each('GetObject', INSIDE),
    list('incoming/orders/'),
    list('incoming/orders/2026/'),
    list('incoming/orders/2026/1', { context: { 's3:delimiter': '/' } }),
    onBucket('GetBucketLocation'),
  ],
  refuses: [
    ...each('GetObject', BESIDE),
    ...listingsTooWide,
    ...each('PutObject', INSIDE),
    ...each('AbortMultipartUpload', [INSIDE[0]]),
    ...NEVER,
  ],
});

scenario('S3Access.write to a folder', () => session('write', { prefixes: ['incoming/orders'] }), {
  allows: [
    ...each('PutObject', INSIDE),
    ...each('AbortMultipartUpload', [INSIDE[0]]),
    ...each('ListMultipartUploadParts', [INSIDE[0]]),
  ],
  refuses: [
    ...['PutObject', 'AbortMultipartUpload', 'ListMultipartUploadParts'].flatMap((action) => each(action, BESIDE)),
    ...each('GetObject', INSIDE),
    list('incoming/orders/'),
    onBucket('GetBucketLocation'),
    ...NEVER,
  ],
});

scenario('S3Access.readWrite in a folder', () => session('readWrite', { prefixes: ['incoming/orders'] }), {
  allows: [
    ...each('GetObject', INSIDE),
    ...each('PutObject', INSIDE),
    ...each('AbortMultipartUpload', [INSIDE[0]]),
    ...each('ListMultipartUploadParts', [INSIDE[0]]),
    list('incoming/orders/'),
    onBucket('GetBucketLocation'),
  ],
  refuses: [...each('GetObject', BESIDE), ...each('PutObject', BESIDE), ...listingsTooWide, ...NEVER],
});

scenario('S3Access.read of a whole bucket', () => session('read', { wholeBucket: true }), {
  allows: [get('1.csv'), get('a/b/c'), list(), list(''), list('anything'), onBucket('GetBucketLocation')],
  refuses: [
    put('1.csv'),
    get('1.csv', { bucket: LEDGER }),
    get('1.csv', { bucket: 'acme-orders-archive', note: 'whose name starts alike' }),
    get('1.csv', { bucket: 'acme-order' }),
    list(undefined, { bucket: LEDGER }),
    onBucket('GetBucketLocation', { bucket: LEDGER }),
    ...NEVER,
  ],
});

scenario('S3Access.write to a whole bucket', () => session('write', { wholeBucket: true }), {
  allows: [put('1.csv'), put('a/b/c')],
  refuses: [get('1.csv'), list(), list(''), onBucket('GetBucketLocation'), put('1.csv', { bucket: LEDGER }), ...NEVER],
});

describe('every permission, read and written alike', () => {
  const allowed = [...READING, ...WRITING];

  scenario('holds for the declared bucket of the declared owner over TLS', () => session('readWrite', { prefixes: ['incoming/orders'] }), {
    allows: allowed,
    refuses: [
      ...but('in a bucket of the same name that somebody else owns', { owner: STRANGER }, allowed),
      ...but('without TLS', { context: { 'aws:SecureTransport': 'false' } }, allowed),
      ...but('with no word about TLS', { context: { 'aws:SecureTransport': undefined } }, allowed),
      ...but('with no word about the owner', { context: { 'aws:ResourceAccount': undefined } }, allowed),
      ...but('in another bucket', { bucket: LEDGER }, allowed),
    ],
  });
});
