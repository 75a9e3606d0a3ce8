import { publishedFirstTrust, publishedPolicy, publishedTrust } from './published/apperate';
import { S3Access, Vendors, VendorS3AccessRole, VendorS3AccessRoleProps } from '../../src';
import { assume, attempt } from '../support/caller';
import { comparison, ourRole, publishedRole, STRANGER, trustComparison } from '../support/comparison';
import { Customer } from '../support/customer';
import { CUSTOMER } from '../support/deployed-template';
import { but, get, LEDGER, list, onBucket, onKey, ORDERS, put } from '../support/probe';

const USER = 'arn:aws:iam::222233334444:user/apperate-workspace-17';
const EXTERNAL_ID = 'iex_ws17=abc/1';
const ROLE_ARN = `arn:aws:iam::${CUSTOMER}:role/apperate`;

function deployed(props: Partial<VendorS3AccessRoleProps> = { vendor: Vendors.apperate({ userArn: USER }), externalId: EXTERNAL_ID }) {
  const customer = new Customer();
  new VendorS3AccessRole(customer.stack, 'Access', {
    vendor: Vendors.apperate(),
    access: [S3Access.read(customer.orders, { prefixes: ['quotes'] })],
    ...props,
  });
  return customer.deploy();
}

/** The first deployment, before Apperate has shown a user and an ID. */
const pending = () => deployed({});

const needs = [get('quotes/2026/a.csv'), onKey('GetObjectVersion', 'quotes/2026/a.csv'), list('quotes/'), onBucket('GetBucketLocation')];

describe('IEX Cloud Apperate', () => {
  const published = () => publishedRole(ROLE_ARN, [publishedPolicy(ORDERS)]);
  comparison(() => ({ published: published(), ours: ourRole(deployed()) }), { s3: needs }, {
    s3: [
      get('payroll/1.csv'), get('quotes-secret/1.csv'), onKey('GetObjectVersion', 'payroll/1.csv'),
      list(), list(''), list('payroll/'), list('quotes'),
      ...but('of a stranger who took over the name', { owner: STRANGER }, needs),
      ...but('without TLS', { context: { 'aws:SecureTransport': 'false' } }, needs),
    ],
  });

  test.each([[put('quotes/1.csv')], [get('quotes/1.csv', { bucket: LEDGER })], [list('quotes/', {}, 'ListBucketVersions')]])('neither allows %j', async (probe) => {
    expect([await published().request(probe), await ourRole(deployed()).request(probe)]).toEqual(['denied', 'denied']);
  });

  describe('the first step, with the vendor pending', () => {
    const ownAdmin = { principal: `arn:aws:iam::${CUSTOMER}:role/anybody`, externalId: 'arbitrary-id' };

    test('the published trust lets in everybody in the customer\'s account; ours lets in nobody', async () => {
      const customer = new Customer();
      new VendorS3AccessRole(customer.stack, 'Access', { vendor: Vendors.apperate(), access: [S3Access.read(customer.orders, { wholeBucket: true })] });
      const template = customer.deploy();
      expect(await attempt(publishedFirstTrust(CUSTOMER, 'arbitrary-id'), ROLE_ARN, ownAdmin)).toBe('allowed');
      expect(await assume(template, ownAdmin)).toBe('denied');
    });

    test.each([
      ['Apperate\'s user', { principal: USER, externalId: EXTERNAL_ID }],
      ['Apperate\'s user without an ID', { principal: USER }],
      ['the customer\'s root', { principal: `arn:aws:iam::${CUSTOMER}:root` }],
      ['a stranger', { principal: `arn:aws:iam::${STRANGER}:user/x`, externalId: EXTERNAL_ID }],
    ])('nobody can assume the role: not %s', async (_, assumption) => {
      expect(await assume(pending(), assumption)).toBe('denied');
    });

    test('the permissions are there already', async () => {
      expect(await ourRole(pending()).request(get('quotes/1.csv'))).toBe('allowed');
    });

    test('an external ID may be given already, and opens nothing', async () => {
      const early = deployed({ vendor: Vendors.apperate(), externalId: EXTERNAL_ID });
      expect(await assume(early, { principal: USER, externalId: EXTERNAL_ID })).toBe('denied');
    });
  });

  describe('the second step, with user and ID known', () => {
    trustComparison(publishedTrust(USER, EXTERNAL_ID), deployed, { 'the user with the ID': { principal: USER, externalId: EXTERNAL_ID } }, {});

    test.each([
      ['a wrong ID', { principal: USER, externalId: 'iex_ws18' }],
      ['no ID', { principal: USER }],
      ['the user of another workspace', { principal: 'arn:aws:iam::222233334444:user/apperate-workspace-18', externalId: EXTERNAL_ID }],
    ])('is refused with %s', async (_, assumption) => {
      expect(await assume(deployed(), assumption)).toBe('denied');
    });

    test('changes nothing about the role but its trust, so that the ARN stays', () => {
      const [before, after] = [pending(), deployed()].map((template) => {
        const id = template.id('AWS::IAM::Role');
        const { AssumeRolePolicyDocument, ...rest } = template.json.Resources[id].Properties!;
        return { id, rest, arn: template.arn(id), permissions: template.identityPolicies(id), trust: AssumeRolePolicyDocument };
      });
      expect({ ...after, trust: undefined }).toEqual({ ...before, trust: undefined });
      expect(after.trust).not.toEqual(before.trust);
    });

    test('without the ID is an error', () => {
      expect(() => deployed({ vendor: Vendors.apperate({ userArn: USER }) })).toThrow(/^ExternalIdMissing/);
    });

    test('takes a user, not a role', () => {
      expect(() => deployed({ vendor: Vendors.apperate({ userArn: USER.replace(':user/', ':role/') }), externalId: EXTERNAL_ID })).toThrow(/^ArnInvalid/);
    });
  });

  test('is never written for', () => {
    const customer = new Customer();
    expect(() => new VendorS3AccessRole(customer.stack, 'Access', { vendor: Vendors.apperate(), access: [S3Access.write(customer.orders, { wholeBucket: true })] })).toThrow(/^ModeNotSupported/);
  });

  test('gets more buckets in the same role', async () => {
    const customer = new Customer();
    new VendorS3AccessRole(customer.stack, 'Access', {
      vendor: Vendors.apperate({ userArn: USER }),
      externalId: EXTERNAL_ID,
      access: [S3Access.read(customer.orders, { prefixes: ['quotes'] }), S3Access.read(customer.ledger, { prefixes: ['trades'] })],
    });
    const caller = ourRole(customer.deploy());
    expect(await caller.request(get('quotes/1'))).toBe('allowed');
    expect(await caller.request(get('trades/1', { bucket: LEDGER }))).toBe('allowed');
    expect(await caller.request(get('trades/1'))).toBe('denied');
    expect(await caller.request(get('quotes/1', { bucket: LEDGER }))).toBe('denied');
  });
});
