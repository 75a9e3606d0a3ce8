import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { publishedBucketPolicy, publishedPolicy, publishedTrust } from './published/creative-force';
import { S3Access, Vendors, VendorS3AccessRole, VendorS3AccessRoleProps } from '../../src';
import { assume, KeyProbe } from '../support/caller';
import { comparison, ourRole, publishedRole, STRANGER, trustComparison } from '../support/comparison';
import { Customer } from '../support/customer';
import { CUSTOMER, REGION } from '../support/deployed-template';
import { but, get, LEDGER, list, onBucket, onKey, ORDERS, put, remove } from '../support/probe';
import { scenario } from '../support/scenario';

const EXTERNAL_ID = 'cf:studio/9041';
const USER = 'arn:aws:iam::092392787187:user/CreativeForceCloudS3';
const KEY = `arn:aws:kms:${REGION}:${CUSTOMER}:key/11111111-2222-3333-4444-555555555555`;
const ROLE_ARN = `arn:aws:iam::${CUSTOMER}:role/creative-force`;

function deployed(mode: 'read' | 'write' | 'readWrite' = 'readWrite', props: Partial<VendorS3AccessRoleProps> = {}) {
  const customer = new Customer();
  new VendorS3AccessRole(customer.stack, 'Access', {
    vendor: Vendors.creativeForce(),
    externalId: EXTERNAL_ID,
    access: [S3Access[mode](customer.orders, { prefixes: ['deliveries'], encryptionKeys: [Key.fromKeyArn(customer.stack, 'Key', KEY)] })],
    ...props,
  });
  return customer.deploy();
}

const encrypted = (value: string) => ({ context: { 's3:x-amz-server-side-encryption': value }, note: `encrypted with ${value}` });
const customerKey = { context: { 's3:x-amz-server-side-encryption-customer-algorithm': 'AES256' }, note: 'encrypted with a key that the vendor keeps' };
const acl = (value: string) => ({ context: { 's3:x-amz-acl': value }, note: `with ACL ${value}` });
const onKms = (action: KeyProbe['action'], more: Partial<KeyProbe> = {}): KeyProbe =>
  ({ action, keyArn: KEY, encryptionContext: `arn:aws:s3:::${ORDERS}/deliveries/1.tif`, ...more });

const needs = [
  get('deliveries/1.tif'),
  onKey('GetObjectVersion', 'deliveries/1.tif'),
  list('deliveries/'),
  put('deliveries/2.tif'),
  put('deliveries/2.tif', encrypted('AES256')),
  put('deliveries/2.tif', encrypted('aws:kms')),
  put('deliveries/2.tif', acl('bucket-owner-full-control')),
  onKey('PutObjectAcl', 'deliveries/2.tif', acl('bucket-owner-full-control')),
];

describe('Creative Force', () => {
  const bucketPolicy = (name: string) => (name === ORDERS ? publishedBucketPolicy(ORDERS, ROLE_ARN) : undefined);
  const published = () => publishedRole(ROLE_ARN, [publishedPolicy(ORDERS, KEY)], bucketPolicy);

  comparison(() => ({ published: published(), ours: ourRole(deployed()) }), {
    s3: needs,
    kms: {
      'decryption of a delivery': onKms('kms:Decrypt'),
      'data keys for a delivery': onKms('kms:GenerateDataKey'),
      'decryption with a Bucket Key': onKms('kms:Decrypt', { encryptionContext: `arn:aws:s3:::${ORDERS}` }),
      'data keys with a Bucket Key': onKms('kms:GenerateDataKey', { encryptionContext: `arn:aws:s3:::${ORDERS}` }),
    },
  }, {
    s3: [
      get('payroll/1.csv'),
      onKey('GetObjectVersion', 'payroll/1.csv'),
      put('payroll/1.csv'),
      put('deliveries-old/1.tif'),
      list(),
      list('payroll/'),
      onKey('PutObjectAcl', 'deliveries/2.tif', acl('public-read')),
      onKey('PutObjectAcl', 'payroll/1.csv', acl('bucket-owner-full-control')),
      put('deliveries/2.tif', encrypted('aws:kms:dsse')),
      put('deliveries/2.tif', customerKey),
      ...['PutBucketPolicy', 'DeleteBucketPolicy', 'DeleteBucket', 'PutBucketAcl', 'PutBucketPublicAccessBlock', 'PutEncryptionConfiguration',
        'PutLifecycleConfiguration', 'PutReplicationConfiguration', 'ListBucketVersions', 'ListBucketMultipartUploads'].map((action) => onBucket(action)),
      ...but('of a stranger who took over the name', { owner: STRANGER }, needs),
      ...but('without TLS', { context: { 'aws:SecureTransport': 'false' } }, needs),
    ],
    kms: {
      'plain encryption with the key': onKms('kms:Encrypt'),
      'decryption in a direct call': onKms('kms:Decrypt', { viaService: null, encryptionContext: undefined }),
      'decryption by another service': onKms('kms:Decrypt', { viaService: `secretsmanager.${REGION}.amazonaws.com` }),
      'decryption of what lies outside': onKms('kms:Decrypt', { encryptionContext: `arn:aws:s3:::${ORDERS}/payroll/1.csv` }),
      'decryption in another bucket': onKms('kms:Decrypt', { encryptionContext: `arn:aws:s3:::${LEDGER}/deliveries/1.tif` }),
      'data keys in a direct call': onKms('kms:GenerateDataKey', { viaService: null, encryptionContext: undefined }),
    },
  });

  describe('trust', () => {
    trustComparison(publishedTrust(EXTERNAL_ID), deployed, { 'the user with the ID': { principal: USER, externalId: EXTERNAL_ID } }, {
      'another user of its account': { principal: 'arn:aws:iam::092392787187:user/intern', externalId: EXTERNAL_ID },
      'a role of its account': { principal: 'arn:aws:iam::092392787187:role/CreativeForceCloudS3', externalId: EXTERNAL_ID },
    });

    test.each([
      ['a wrong ID', { principal: USER, externalId: 'cf:studio/0000' }],
      ['no ID', { principal: USER }],
      ['a user of that name elsewhere', { principal: `arn:aws:iam::${STRANGER}:user/CreativeForceCloudS3`, externalId: EXTERNAL_ID }],
    ])('is refused with %s', async (_, assumption) => {
      expect(await assume(deployed(), assumption)).toBe('denied');
    });

    test('without an external ID is an error', () => {
      expect(() => deployed('read', { externalId: undefined })).toThrow(/^ExternalIdMissing/);
    });
  });

  scenario('a data source is read', () => ourRole(deployed('read')), {
    allows: [get('deliveries/1.tif'), onKey('GetObjectVersion', 'deliveries/1.tif'), list('deliveries/')],
    refuses: [put('deliveries/1.tif'), onKey('PutObjectAcl', 'deliveries/1.tif', acl('bucket-owner-full-control')), remove('deliveries/1.tif'), list('', {}, 'ListBucketVersions')],
  });

  scenario('delivery alone looks what is there, and reads nothing', () => ourRole(deployed('write')), {
    allows: [put('deliveries/1.tif'), list('deliveries/'), onKey('PutObjectAcl', 'deliveries/1.tif', acl('bucket-owner-full-control'))],
    refuses: [get('deliveries/1.tif'), onKey('GetObjectVersion', 'deliveries/1.tif'), list(), remove('deliveries/1.tif')],
  });

  describe('encryption', () => {
    const withEncryption = (encryption: BucketEncryption) => () => {
      const customer = new Customer();
      const bucket = new Bucket(customer.stack, 'Studio', { encryption });
      new VendorS3AccessRole(customer.stack, 'Access', { vendor: Vendors.creativeForce(), externalId: EXTERNAL_ID, access: [S3Access.read(bucket, { wholeBucket: true })] });
    };

    test.each([BucketEncryption.DSSE, BucketEncryption.DSSE_MANAGED])('%s by default is an error', (encryption) => {
      expect(withEncryption(encryption)).toThrow(/^EncryptionRefusedByVendor \[Stack\/Access\] access\[0\]\.bucket: received a bucket that encrypts with aws:kms:dsse by default; Creative Force accepts AES256 and aws:kms/);
    });

    test.each([BucketEncryption.S3_MANAGED, BucketEncryption.KMS, BucketEncryption.KMS_MANAGED])('%s by default is fine', (encryption) => {
      expect(withEncryption(encryption)).not.toThrow();
    });

    test('the bucket\'s own key is found, without being named', async () => {
      const customer = new Customer({ encryption: BucketEncryption.KMS });
      new VendorS3AccessRole(customer.stack, 'Access', {
        vendor: Vendors.creativeForce(), externalId: EXTERNAL_ID, access: [S3Access.readWrite(customer.orders, { prefixes: ['deliveries'] })],
      });
      const template = customer.deploy();
      const caller = ourRole(template);
      const keyArn = template.arn(template.id('AWS::KMS::Key'));
      expect(await caller.use(onKms('kms:GenerateDataKey', { keyArn }))).toBe('allowed');
      expect(await caller.use(onKms('kms:Encrypt', { keyArn }))).toBe('denied');
    });
  });
});
