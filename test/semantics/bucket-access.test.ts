import { AccountPrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, S3AccessOptions, Vendor, VendorS3BucketAccess, VendorS3BucketAccessProps } from '../../src';
import { Caller } from '../support/caller';
import { Customer, VENDOR } from '../support/customer';
import { EVERYTHING } from '../support/judge';
import { but, each, get, LEDGER, list, onBucket, onKey, put, remove } from '../support/probe';
import { scenario } from '../support/scenario';

const READER = `arn:aws:iam::${VENDOR}:role/reader`;
const STRANGER = 'arn:aws:iam::444455556666:role/reader';

/** A principal whose own account lets it do everything, so that the bucket policy alone decides. */
function visitor(
  who: string, mode: 'read' | 'write' | 'readWrite', options: S3AccessOptions, props: Partial<VendorS3BucketAccessProps> = {},
): () => Caller {
  return () => {
    const customer = new Customer();
    new VendorS3BucketAccess(customer.stack, 'Access', { vendor: Vendor.role(READER), access: [S3Access[mode](customer.orders, options)], ...props });
    return Caller.elsewhere(customer.deploy(), who);
  };
}

const FOLDER = { prefixes: ['in'] };
const READING = [get('in/1'), get('in/a/b/1'), list('in/'), onBucket('GetBucketLocation')];
const BEYOND = [
  get('in-secret/1'), get('in'), get('1'), list('in'), list(), list(''), get('in/1', { bucket: LEDGER }),
  remove('in/1'), onKey('GetObjectAcl', 'in/1'), onKey('GetObjectVersion', 'in/1'), onBucket('PutBucketPolicy'), onBucket('GetBucketPolicy'),
];

scenario('the vendor, allowed to read', visitor(READER, 'read', FOLDER), {
  allows: READING,
  refuses: [...BEYOND, put('in/1'), ...but('without TLS', { context: { 'aws:SecureTransport': 'false' } }, READING)],
});

scenario('the vendor, allowed to write', visitor(READER, 'write', FOLDER), {
  allows: [put('in/1'), ...each('AbortMultipartUpload', ['in/1'])],
  refuses: [...BEYOND, get('in/1'), list('in/'), put('in-secret/1')],
});

scenario('the vendor, allowed to read the whole bucket', visitor(READER, 'read', { wholeBucket: true }), {
  allows: [get('1'), list(), list('x/')],
  refuses: [put('1'), get('1', { bucket: LEDGER }), list(undefined, { bucket: LEDGER }), onBucket('PutBucketPolicy')],
});

scenario('another role of the vendor\'s', visitor(`arn:aws:iam::${VENDOR}:role/other`, 'read', FOLDER), { allows: [], refuses: READING });
scenario('a role of that name in another account', visitor(STRANGER, 'read', FOLDER), { allows: [], refuses: READING });

scenario('a role that a definition names beside an account', visitor(STRANGER, 'read', FOLDER, {
  vendor: Vendor.fromDefinition({ name: 'Acme', accounts: [VENDOR], principals: [STRANGER] }),
}), { allows: READING, refuses: BEYOND });

scenario('a vendor that is pending', visitor(READER, 'read', FOLDER, { vendor: Vendor.pending() }), {
  allows: [], refuses: READING,
});

describe('an account, narrowed', () => {
  const vendor = Vendor.account(VENDOR, { principalArns: [`arn:aws:iam::${VENDOR}:role/reader-*`], organizationId: 'o-a1b2c3d4e5' });
  const member = { context: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };

  scenario('by name and organization: who fits both', visitor(`arn:aws:iam::${VENDOR}:role/reader-7`, 'read', FOLDER, { vendor }), {
    allows: but('as a member', member, READING),
    refuses: [
      ...but('as a member', member, BEYOND),
      ...but('as a member of another organization', { context: { 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' } }, READING),
      ...but('without an organization', {}, READING),
    ],
  });

  scenario('by name and organization: who has another name', visitor(READER, 'read', FOLDER, { vendor }), {
    allows: [], refuses: but('as a member', member, READING),
  });
});

scenario('source addresses', visitor(READER, 'read', FOLDER, { allowedSourceIps: ['203.0.113.0/24'] }), {
  allows: but('from the range', { context: { 'aws:SourceIp': '203.0.113.9' } }, READING),
  refuses: [
    ...but('from elsewhere', { context: { 'aws:SourceIp': '203.0.114.9' } }, READING),
    ...but('from no address', { context: { 'aws:SourceIp': undefined } }, READING),
  ],
});

scenario('an expiry', visitor(READER, 'read', FOLDER, { expiresAt: new Date('2026-12-31T00:00:00Z') }), {
  allows: but('before', { context: { 'aws:CurrentTime': '2026-12-30T23:59:59Z' } }, READING),
  refuses: but('after', { context: { 'aws:CurrentTime': '2026-12-31T00:00:00Z' } }, READING),
});

scenario('a suspension', visitor(READER, 'readWrite', FOLDER, { suspended: true }), { allows: [], refuses: [...READING, put('in/1')] });

const granting = (who: string, props: Partial<VendorS3BucketAccessProps>) => () => {
  const customer = new Customer();
  new VendorS3BucketAccess(customer.stack, 'Access', { vendor: Vendor.role(READER), access: [S3Access.read(customer.orders, { wholeBucket: true })], ...props });
  customer.orders.grantRead(new AccountPrincipal(VENDOR));
  return Caller.elsewhere(customer.deploy(), who);
};

describe('an expiry beside grants of others', () => {
  const caller = (who: string) => granting(who, { expiresAt: new Date('2026-12-31T00:00:00Z') });
  const before = { context: { 'aws:CurrentTime': '2026-12-30T23:59:59Z' } };
  const after = { context: { 'aws:CurrentTime': '2026-12-31T00:00:00Z' } };

  scenario('ends what somebody else granted the vendor', caller(READER), {
    allows: but('before', before, [get('1'), list()]), refuses: but('after', after, [get('1'), list()]),
  });
  scenario('leaves other principals alone', caller(`arn:aws:iam::${VENDOR}:role/other`), { allows: but('after', after, [get('1'), list()]), refuses: but('after', after, [put('1'), remove('1')]) });
});

describe('a suspension beside grants of others', () => {
  const caller = (who: string) => granting(who, { suspended: true });

  scenario('refuses the vendor what somebody else granted it', caller(READER), { allows: [], refuses: [get('1'), list()] });
  scenario('leaves other principals alone', caller(`arn:aws:iam::${VENDOR}:role/other`), { allows: [get('1'), list()], refuses: [put('1'), remove('1')] });
});

describe('two buckets', () => {
  scenario('are never crossed', () => {
    const customer = new Customer();
    new VendorS3BucketAccess(customer.stack, 'Access', {
      vendor: Vendor.role(READER),
      access: [S3Access.read(customer.orders, { prefixes: ['a'] }), S3Access.write(customer.ledger, { prefixes: ['b'] })],
    });
    return Caller.elsewhere(customer.deploy(), READER);
  }, {
    allows: [get('a/1'), put('b/1', { bucket: LEDGER })],
    refuses: [put('a/1'), get('b/1', { bucket: LEDGER }), get('a/1', { bucket: LEDGER }), put('b/1')],
  });
});

describe('a bucket that the app cannot edit', () => {
  scenario('opens with the statements handed off', () => {
    const customer = new Customer();
    const access = new VendorS3BucketAccess(customer.stack, 'Access', {
      vendor: Vendor.role(READER),
      access: [S3Access.read(Bucket.fromBucketName(customer.stack, 'Imported', 'partner-data'), { prefixes: ['in'] })],
    });
    expect(access.handOffs).toHaveLength(1);
    const template = customer.deploy();
    expect(template.bucketPolicy('partner-data')).toBeUndefined();
    const statements = JSON.parse(template.output('HandOff').Value)[0].statements;
    const policies = { bucketPolicy: () => ({ Version: '2012-10-17', Statement: statements }), keyPolicy: () => undefined };
    return new Caller(READER, [EVERYTHING], policies);
  }, {
    allows: [get('in/1', { bucket: 'partner-data' }), list('in/', { bucket: 'partner-data' })],
    refuses: [get('out/1', { bucket: 'partner-data' }), list('in', { bucket: 'partner-data' }), put('in/1', { bucket: 'partner-data' })],
  });
});
