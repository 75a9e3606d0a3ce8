import { Direction, publishedPolicy, publishedTrust } from './published/hotglue';
import { S3Access, S3KeyScope, Vendors, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess } from '../../src';
import { assume, Caller } from '../support/caller';
import { comparison, ourRole, publishedRole, STRANGER, trustComparison } from '../support/comparison';
import { Customer } from '../support/customer';
import { CUSTOMER } from '../support/deployed-template';
import { but, get, LEDGER, list, ORDERS, Probe, put, remove } from '../support/probe';
import { scenario } from '../support/scenario';

const EXTERNAL_ID = 'hg_tenant-81c2';
const PRINCIPAL = 'arn:aws:iam::555544443333:role/hotglue-runner';
const PATH_PREFIX = 'incoming/orders';

const MODES = { fetch: S3Access.read, export: S3Access.write, both: S3Access.readWrite } as const;

function role(direction: Direction, prefixes = [PATH_PREFIX]) {
  const customer = new Customer();
  new VendorS3AccessRole(customer.stack, 'Access', {
    vendor: Vendors.hotglue({ principalArn: PRINCIPAL }),
    externalId: EXTERNAL_ID,
    access: [MODES[direction](customer.orders, { prefixes })],
  });
  return customer.deploy();
}

function user(direction: Direction) {
  const customer = new Customer();
  new VendorS3AccessUser(customer.stack, 'Access', { vendor: Vendors.hotglue(), access: [MODES[direction](customer.orders, { prefixes: [PATH_PREFIX] })] });
  return customer.deploy();
}

const fetching = [get('incoming/orders/1.csv'), get('incoming/orders/2026/11/2.csv'), list('incoming/orders/'), list('incoming/orders/2026/')];
const exporting = [put('incoming/orders/out.csv'), put('incoming/orders/new/folder/out.csv')];
const tooMuchFetching = [get('incoming/orders-secret/1.csv'), get('payroll.csv'), list(), list(''), list('payroll/'), list('incoming/orders')];
const tooMuchExporting = [put('incoming/orders-secret/1.csv'), put('payroll.csv')];

const DIRECTIONS: ReadonlyArray<readonly [Direction, readonly Probe[], readonly Probe[]]> = [
  ['fetch', fetching, tooMuchFetching],
  ['export', exporting, tooMuchExporting],
  ['both', [...fetching, ...exporting], [...tooMuchFetching, ...tooMuchExporting]],
];

describe('hotglue', () => {
  describe.each(DIRECTIONS)('%s, by role', (direction, needs, excess) => {
    const published = () => publishedRole(`arn:aws:iam::${CUSTOMER}:role/hotglue`, [publishedPolicy(direction, ORDERS)]);
    comparison(() => ({ published: published(), ours: ourRole(role(direction)) }), { s3: needs }, {
      s3: [
        ...excess,
        ...but('of a stranger who took over the name', { owner: STRANGER }, needs),
        ...but('without TLS', { context: { 'aws:SecureTransport': 'false' } }, needs),
      ],
    });
  });

  describe.each(DIRECTIONS)('%s, by access key', (direction, needs, excess) => {
    const userArn = `arn:aws:iam::${CUSTOMER}:user/hotglue`;
    const published = () => publishedRole(userArn, [publishedPolicy(direction, ORDERS)]);
    comparison(() => ({ published: published(), ours: Caller.user(user(direction)) }), { s3: needs }, {
      s3: [...excess, ...but('without TLS', { context: { 'aws:SecureTransport': 'false' } }, needs)],
    });
  });

  scenario('fetching alone', () => ourRole(role('fetch')), { allows: fetching, refuses: [...exporting, remove('incoming/orders/1.csv'), get('incoming/orders/1.csv', { bucket: LEDGER })] });
  scenario('exporting alone', () => ourRole(role('export')), { allows: exporting, refuses: [...fetching, remove('incoming/orders/1.csv')] });

  describe('trust', () => {
    trustComparison(publishedTrust(PRINCIPAL, EXTERNAL_ID), () => role('both'), { 'hotglue with the ID of the tenant': { principal: PRINCIPAL, externalId: EXTERNAL_ID } }, {});

    test.each([
      ['the ID of another tenant', { principal: PRINCIPAL, externalId: 'hg_tenant-0000' }],
      ['no ID', { principal: PRINCIPAL }],
      ['another principal of its account', { principal: 'arn:aws:iam::555544443333:role/other', externalId: EXTERNAL_ID }],
    ])('is refused with %s', async (_, assumption) => {
      expect(await assume(role('both'), assumption)).toBe('denied');
    });

    test('is given to nobody before the principal is known', async () => {
      const customer = new Customer();
      new VendorS3AccessRole(customer.stack, 'Access', { vendor: Vendors.hotglue(), access: [S3Access.read(customer.orders, { wholeBucket: true })] });
      expect(await assume(customer.deploy(), { principal: PRINCIPAL, externalId: EXTERNAL_ID })).toBe('denied');
    });
  });

  describe('a path prefix with variables', () => {
    const templated = (template: string, values?: Record<string, string>) => () => {
      const customer = new Customer();
      new VendorS3AccessRole(customer.stack, 'Access', {
        vendor: Vendors.hotglue({ principalArn: PRINCIPAL }),
        externalId: EXTERNAL_ID,
        access: [S3Access.readWrite(customer.orders, { keys: [S3KeyScope.template(template, values)] })],
      });
      return ourRole(customer.deploy());
    };

    scenario('bound where the customer knows them', templated('exports/{root_tenant_id}/{tenant}/{full_date}', { root_tenant_id: 'acme', tenant: 't-1' }), {
      allows: [get('exports/acme/t-1/20261120/x.csv'), put('exports/acme/t-1/20261120/a/b.csv'), list('exports/acme/t-1/20261120/')],
      refuses: [get('exports/acme/t-2/20261120/x.csv'), get('exports/other/t-1/20261120/x.csv'), put('exports/acme/t-1/2026/x.csv'), list('exports/acme/')],
    });

    scenario('all left to hotglue', templated('{env_id}/{flow_id}/{tap}/{job_id}/{date}'), {
      allows: [get('acme.hotglue.xyz/f1/salesforce/j9/202611/x.csv'), put('acme.hotglue.xyz/f1/salesforce/j9/202611/x.csv')],
      refuses: [get('acme.hotglue.xyz/f1/salesforce/j9/2026/x.csv'), get('f1/salesforce/202611/x.csv'), get('x.csv'), list()],
    });

    test.each(['tenant', 'root_tenant_id', 'tap', 'date', 'full_date', 'flow_id', 'job_id', 'env_id'])('{%s} is known', (name) => {
      expect(templated(`in/{${name}}`)).not.toThrow();
    });

    test('another variable is an error that names the known ones', () => {
      expect(templated('in/{customer}')).toThrow(/^TemplateVariableUnknown .*\{customer\}.*tenant/);
    });
  });

  test('is not let in by bucket policy', () => {
    const customer = new Customer();
    expect(() => new VendorS3BucketAccess(customer.stack, 'Access', { vendor: Vendors.hotglue({ principalArn: PRINCIPAL }), access: [S3Access.read(customer.orders, { wholeBucket: true })] }))
      .toThrow(/^MethodNotSupported/);
  });
});
