import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access } from '../../src';
import { Caller } from '../support/caller';
import { Customer, session } from '../support/customer';
import { but, get, LEDGER, list, onBucket, onKey, ORDERS, put, remove } from '../support/probe';
import { scenario } from '../support/scenario';

const IN = 'incoming/orders/1.csv';
const OUT = 'incoming/orders-secret/1.csv';
const FOLDER = { prefixes: ['incoming/orders'] };
const STRANGER = '444455556666';
const ACL = (value: string | undefined) => ({ context: { 's3:x-amz-acl': value }, note: `with ACL ${value ?? 'unset'}` });

describe('versions', () => {
  scenario('turned on', () => session('read', { ...FOLDER, versions: true }), {
    allows: [onKey('GetObjectVersion', IN), list('incoming/orders/', {}, 'ListBucketVersions')],
    refuses: [
      onKey('GetObjectVersion', OUT),
      list(undefined, {}, 'ListBucketVersions'),
      list('', {}, 'ListBucketVersions'),
      list('incoming/orders', {}, 'ListBucketVersions'),
      onKey('DeleteObjectVersion', IN),
      onKey('GetObjectVersionAcl', IN),
      onKey('GetObjectVersionTagging', IN),
    ],
  });

  scenario('turned on for a whole bucket', () => session('read', { wholeBucket: true, versions: true }), {
    allows: [onKey('GetObjectVersion', OUT), list(undefined, {}, 'ListBucketVersions')],
    refuses: [onKey('DeleteObjectVersion', OUT), list(undefined, { bucket: LEDGER }, 'ListBucketVersions')],
  });
});

describe('tagging', () => {
  scenario('turned on with reading', () => session('read', { ...FOLDER, tagging: true }), {
    allows: [onKey('GetObjectTagging', IN)],
    refuses: [onKey('GetObjectTagging', OUT), onKey('PutObjectTagging', IN), onKey('DeleteObjectTagging', IN), onBucket('GetBucketTagging')],
  });

  scenario('turned on with writing', () => session('write', { ...FOLDER, tagging: true }), {
    allows: [onKey('PutObjectTagging', IN)],
    refuses: [onKey('PutObjectTagging', OUT), onKey('GetObjectTagging', IN), onBucket('PutBucketTagging')],
  });
});

scenario('acl turned on', () => session('write', { ...FOLDER, acl: true }), {
  allows: [onKey('PutObjectAcl', IN, ACL('bucket-owner-full-control'))],
  refuses: [
    onKey('PutObjectAcl', OUT, ACL('bucket-owner-full-control')),
    onKey('PutObjectAcl', IN, ACL('public-read')),
    onKey('PutObjectAcl', IN, ACL('bucket-owner-read')),
    onKey('PutObjectAcl', IN, ACL('private')),
    onKey('PutObjectAcl', IN, ACL(undefined)),
    onKey('PutObjectAcl', IN, { context: { 's3:x-amz-grant-read': 'uri=http://acs.amazonaws.com/groups/global/AllUsers' }, note: 'by grant header' }),
    onKey('GetObjectAcl', IN),
    onKey('PutObjectVersionAcl', IN),
    onBucket('PutBucketAcl'),
  ],
});

scenario('delete turned on', () => session('write', { ...FOLDER, delete: true }), {
  allows: [remove(IN)],
  refuses: [remove(OUT), remove('incoming/orders'), onKey('DeleteObjectVersion', IN), onBucket('DeleteBucket')],
});

describe('list', () => {
  scenario('turned off with reading', () => session('read', { ...FOLDER, list: false }), {
    allows: [get(IN), onBucket('GetBucketLocation')],
    refuses: [get(OUT), list('incoming/orders/'), list()],
  });

  scenario('turned on with writing', () => session('write', { ...FOLDER, list: true }), {
    allows: [put(IN), list('incoming/orders/')],
    refuses: [list('incoming/orders'), list(), list(''), get(IN)],
  });

  scenario('turned on with writing to a whole bucket', () => session('write', { wholeBucket: true, list: true }), {
    allows: [list(), list('x/')],
    refuses: [get(IN), list(undefined, { bucket: LEDGER })],
  });
});

scenario('multipartListing turned on, which S3 cannot limit to a prefix', () => session('write', { ...FOLDER, multipartListing: true }), {
  allows: [onBucket('ListBucketMultipartUploads')],
  refuses: [onBucket('ListBucketMultipartUploads', { bucket: LEDGER }), list('incoming/orders/')],
});

describe('pinBucketOwner', () => {
  const probes = [get(IN), list('incoming/orders/'), put(IN)];

  scenario('turned off', () => session('readWrite', { ...FOLDER, pinBucketOwner: false }), {
    allows: probes,
    refuses: [...but('without TLS', { context: { 'aws:SecureTransport': 'false' } }, probes)],
  });

  test('turned off lets the pin go, as far as the role has a say', async () => {
    const customer = new Customer();
    customer.role([S3Access.read(customer.orders, { wholeBucket: true, pinBucketOwner: false })]);
    const template = customer.deploy();
    const role = Caller.role(template);
    // The stranger lets everybody in: with the pin, not even that would do.
    const policy = { Statement: [{ Effect: 'Allow' as const, Principal: { AWS: role.arn }, Action: 's3:GetObject', Resource: `arn:aws:s3:::${ORDERS}/*` }] };
    const open = { bucketPolicy: () => policy, keyPolicy: () => undefined };
    const id = template.id('AWS::IAM::Role');
    const without = new Caller(role.arn, template.identityPolicies(id), open);
    expect(await without.request(get(IN, { owner: STRANGER }))).toBe('allowed');
    const pinned = new Customer();
    pinned.role([S3Access.read(pinned.orders, { wholeBucket: true })]);
    const withPin = new Caller(role.arn, pinned.deploy().identityPolicies(id), open);
    expect(await withPin.request(get(IN, { owner: STRANGER }))).toBe('denied');
    expect(await withPin.request(get(IN))).toBe('allowed');
  });
});

scenario('requireTls turned off', () => session('readWrite', { ...FOLDER, requireTls: false }), {
  allows: but('without TLS', { context: { 'aws:SecureTransport': 'false' } }, [get(IN), list('incoming/orders/'), put(IN)]),
  refuses: but('in a stranger\'s bucket', { owner: STRANGER }, [get(IN), list('incoming/orders/'), put(IN)]),
});

describe('bucketOwner', () => {
  // An imported bucket of another account: its owner has let the role in.
  const caller = (owner: string) => {
    const customer = new Customer();
    const imported = Bucket.fromBucketName(customer.stack, 'Imported', 'partner-data');
    const role = customer.role([S3Access.read(imported, { bucketOwner: owner, ...FOLDER })]);
    const template = customer.deploy();
    const statements = JSON.parse(template.output('HandOff').Value)[0].statements;
    expect(role.handOffs).toHaveLength(1);
    return new Caller(template.arn(template.id('AWS::IAM::Role')), template.identityPolicies(template.id('AWS::IAM::Role')), {
      bucketPolicy: (name) => (name === 'partner-data' ? { Version: '2012-10-17', Statement: statements } : undefined),
      keyPolicy: () => undefined,
    });
  };
  const elsewhere = { bucket: 'partner-data', owner: STRANGER };

  scenario('another account, which added the statements handed off', () => caller(STRANGER), {
    allows: [get(IN, elsewhere), list('incoming/orders/', elsewhere), onBucket('GetBucketLocation', elsewhere)],
    refuses: [
      get(OUT, elsewhere),
      list(undefined, elsewhere),
      put(IN, elsewhere),
      get(IN, { ...elsewhere, context: { 'aws:SecureTransport': 'false' }, note: 'without TLS' }),
      get(IN, { bucket: 'partner-archive', owner: STRANGER }),
      get(IN, { bucket: 'partner-data', owner: '777766665555', note: 'now owned by a third account' }),
    ],
  });
});
