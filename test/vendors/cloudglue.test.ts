import { publishedPolicy, publishedTrust } from './published/cloudglue';
import { S3Access, Vendors, VendorS3AccessRole, VendorS3AccessRoleProps } from '../../src';
import { assume } from '../support/caller';
import { comparison, ourRole, publishedRole, STRANGER, trustComparison } from '../support/comparison';
import { Customer } from '../support/customer';
import { CUSTOMER } from '../support/deployed-template';
import { but, get, LEDGER, list, onBucket, ORDERS, put } from '../support/probe';

const EXTERNAL_ID = 'acme-7Qx+42';
const ROLE_NAME = 'cloudglue-external-s3-access-role';
const ROLE_ARN = `arn:aws:iam::${CUSTOMER}:role/${ROLE_NAME}`;
const COMPANION = { bucket: 'cloudglue-external-transfer', owner: '992382634011' };

function deployed(props: Partial<VendorS3AccessRoleProps> = {}, transferBucket?: boolean) {
  const customer = new Customer();
  new VendorS3AccessRole(customer.stack, 'Access', {
    vendor: Vendors.cloudglue({ transferBucket }),
    externalId: EXTERNAL_ID,
    access: [S3Access.read(customer.orders, { prefixes: ['raw', 'edited/2025'] })],
    ...props,
  });
  return customer.deploy();
}

const needs = [
  get('raw/a.mp4'),
  get('edited/2025/11/b.mov'),
  list('raw/'),
  list('edited/2025/'),
  onBucket('GetBucketLocation'),
  put('job-1/result.json', COMPANION),
];

describe('Cloudglue', () => {
  comparison(() => ({ published: publishedRole(ROLE_ARN, [publishedPolicy(ORDERS)]), ours: ourRole(deployed()) }), { s3: needs }, {
    s3: [
      get('payroll/2025.xlsx'),
      get('raw-secret/a.mp4'),
      get('edited/2024/b.mov'),
      list(),
      list(''),
      list('payroll/'),
      list('raw'),
      ...but('of a stranger who took over the name', { owner: STRANGER }, [get('raw/a.mp4'), list('raw/'), put('job-1/result.json', { ...COMPANION })]),
      ...but('without TLS', { context: { 'aws:SecureTransport': 'false' } }, needs),
    ],
  });

  describe('trust', () => {
    const principal = 'arn:aws:iam::992382634011:role/connector';
    trustComparison(publishedTrust(EXTERNAL_ID), deployed, { 'a role of Cloudglue\'s': { principal, externalId: EXTERNAL_ID } }, {});

    test.each([
      ['with a wrong ID', { principal, externalId: 'another-customer' }],
      ['without an ID', { principal }],
      ['from another account', { principal: `arn:aws:iam::${STRANGER}:role/connector`, externalId: EXTERNAL_ID }],
    ])('is refused %s', async (_, assumption) => {
      expect(await assume(deployed(), assumption)).toBe('denied');
    });
  });

  test('works with one role name only', () => {
    expect(deployed().arn(deployed().id('AWS::IAM::Role'))).toBe(ROLE_ARN);
    expect(deployed({ roleName: ROLE_NAME }).arn(deployed().id('AWS::IAM::Role'))).toBe(ROLE_ARN);
    expect(() => deployed({ roleName: 'my-role' })).toThrow(/^RoleNameFixed \[Stack\/Access\] roleName: received "my-role"; .*cloudglue-external-s3-access-role/);
  });

  describe('the transfer bucket', () => {
    test.each([
      ['is written to', put('x', COMPANION), 'allowed'],
      ['is written to in no other account', put('x', { ...COMPANION, owner: STRANGER }), 'denied'],
      ['is not even written to in the customer\'s account', put('x', { bucket: COMPANION.bucket }), 'denied'],
      ['is not read', get('x', COMPANION), 'denied'],
      ['is not listed', list(undefined, COMPANION), 'denied'],
    ] as const)('%s', async (_, probe, verdict) => {
      expect(await ourRole(deployed()).request(probe)).toBe(verdict);
    });

    test('is left out on request', async () => {
      expect(await ourRole(deployed({}, false)).request(put('x', COMPANION))).toBe('denied');
      expect(await ourRole(deployed({}, false)).request(get('raw/a.mp4'))).toBe('allowed');
    });
  });

  test('gets the customer\'s own buckets for reading alone, unless more is declared', async () => {
    const caller = ourRole(deployed());
    expect(await caller.request(put('raw/a.mp4'))).toBe('denied');
    expect(await caller.request(get('raw/a.mp4', { bucket: LEDGER }))).toBe('denied');
  });

  test('gets more buckets by a longer list', async () => {
    const customer = new Customer();
    new VendorS3AccessRole(customer.stack, 'Access', {
      vendor: Vendors.cloudglue(), externalId: EXTERNAL_ID, access: [S3Access.read(customer.orders, { wholeBucket: true }), S3Access.read(customer.ledger, { prefixes: ['films'] })],
    });
    const caller = ourRole(customer.deploy());
    const published = publishedRole(ROLE_ARN, [publishedPolicy(ORDERS, LEDGER)]);
    for (const probe of [get('a'), get('films/b', { bucket: LEDGER })]) {
      expect([await published.request(probe), await caller.request(probe)]).toEqual(['allowed', 'allowed']);
    }
    expect(await published.request(get('b', { bucket: LEDGER }))).toBe('allowed');
    expect(await caller.request(get('b', { bucket: LEDGER }))).toBe('denied');
  });

  test('reads the role\'s ARN and name from exports', () => {
    const template = deployed();
    expect(template.output('RoleArn')).toMatchObject({ Value: ROLE_ARN, Export: { Name: 'Stack-RoleArn' } });
    expect(template.output('RoleName')).toMatchObject({ Value: ROLE_NAME, Export: { Name: 'Stack-RoleName' } });
    expect(template.output('ExternalId').Value).toBe(EXTERNAL_ID);
  });

  test('demands an external ID', () => {
    expect(() => deployed({ externalId: undefined })).toThrow(/^ExternalIdMissing/);
    expect(() => deployed({ externalId: 'a' })).toThrow(/^ExternalIdFormat/);
  });
});
