import { publishedBucketPolicy, publishedPolicy, publishedTrust } from './published/coactive';
import { S3Access, Vendors, VendorS3AccessRole, VendorS3AccessRoleProps, VendorS3AccessUser, VendorS3BucketAccess } from '../../src';
import { assume, Caller } from '../support/caller';
import { comparison, ourRole, publishedRole, STRANGER, trustComparison } from '../support/comparison';
import { Customer } from '../support/customer';
import { CUSTOMER } from '../support/deployed-template';
import { EVERYTHING } from '../support/judge';
import { but, get, LEDGER, list, onBucket, ORDERS, put } from '../support/probe';

const ROLE_ARN = 'arn:aws:iam::666677778888:role/coactive-ingest';
const vendor = Vendors.coactive({ roleArn: ROLE_ARN });
const FOLDER = { prefixes: ['images'] };

function byRole(props: Partial<VendorS3AccessRoleProps> = {}) {
  const customer = new Customer();
  new VendorS3AccessRole(customer.stack, 'Access', { vendor, access: [S3Access.read(customer.orders, FOLDER)], ...props });
  return customer.deploy();
}

function byBucketPolicy() {
  const customer = new Customer();
  new VendorS3BucketAccess(customer.stack, 'Access', { vendor, access: [S3Access.read(customer.orders, FOLDER)] });
  return customer.deploy();
}

const needs = [get('images/1.jpg'), get('images/2026/11/2.jpg'), list('images/'), list('images/2026/')];
const withoutTls = but('without TLS', { context: { 'aws:SecureTransport': 'false' } }, needs);

describe('Coactive', () => {
  describe('by role', () => {
    const published = () => publishedRole(`arn:aws:iam::${CUSTOMER}:role/coactive`, [publishedPolicy(ORDERS, 'images')]);
    comparison(() => ({ published: published(), ours: ourRole(byRole()) }), { s3: needs }, {
      s3: [
        list(), list(''), list('payroll/'), list('images'),
        ...but('of a stranger who took over the name', { owner: STRANGER }, needs),
        ...withoutTls,
      ],
    });

    test.each([[put('images/1.jpg')], [get('payroll/1.csv')], [get('images/1.jpg', { bucket: LEDGER })], [onBucket('PutBucketPolicy')]])('neither allows %j', async (probe) => {
      expect([await published().request(probe), await ourRole(byRole()).request(probe)]).toEqual(['denied', 'denied']);
    });
  });

  describe('trust', () => {
    trustComparison(publishedTrust(ROLE_ARN), byRole, { 'the one role, which sends no ID': { principal: ROLE_ARN } }, {});

    test.each([
      ['another role of Coactive\'s', { principal: 'arn:aws:iam::666677778888:role/other' }],
      ['a stranger', { principal: `arn:aws:iam::${STRANGER}:role/coactive-ingest` }],
      ['somebody of the customer\'s', { principal: `arn:aws:iam::${CUSTOMER}:role/admin` }],
    ])('is refused to %s', async (_, assumption) => {
      expect(await assume(byRole(), assumption)).toBe('denied');
    });

    test('with an external ID would never work, and is an error', () => {
      expect(() => byRole({ externalId: 'k3J-2f9a' })).toThrow(/^ExternalIdNotSupported \[Stack\/Access\] externalId: received "k3J-2f9a"; Coactive/);
    });

    test('takes a role, not a user or an account', () => {
      const customer = new Customer();
      const trusting = (roleArn: string) => () => new VendorS3AccessRole(customer.stack, `Access${roleArn.length}`, {
        vendor: Vendors.coactive({ roleArn }), access: [S3Access.read(customer.orders, { wholeBucket: true })],
      });
      expect(trusting('arn:aws:iam::666677778888:user/coactive')).toThrow(/^ArnInvalid/);
      expect(trusting('arn:aws:iam::666677778888:root')).toThrow(/^ArnInvalid/);
      expect(trusting('arn:aws:iam::666677778888:role/*')).toThrow(/^ArnWildcard/);
    });
  });

  describe('by bucket policy', () => {
    const visitor = (policy: ReturnType<typeof publishedBucketPolicy>) =>
      new Caller(ROLE_ARN, [EVERYTHING], { bucketPolicy: (name) => (name === ORDERS ? policy : undefined), keyPolicy: () => undefined });

    const sides = () => ({ published: visitor(publishedBucketPolicy(ORDERS, ROLE_ARN)), ours: visitor(byBucketPolicy().bucketPolicy(ORDERS)!) });
    comparison(sides, { s3: needs }, {
      s3: [get('payroll/1.csv'), get('images-secret/1.jpg'), list(), list(''), list('payroll/'), list('images'), ...withoutTls],
    });

    test('another role of Coactive\'s gets nothing', async () => {
      const other = Caller.elsewhere(byBucketPolicy(), 'arn:aws:iam::666677778888:role/other');
      expect(await other.request(get('images/1.jpg'))).toBe('denied');
    });

    test('makes no role and no user', () => {
      expect(byBucketPolicy().ids('AWS::IAM::Role')).toEqual([]);
      expect(byBucketPolicy().ids('AWS::IAM::User')).toEqual([]);
    });
  });

  test.each([
    ['write', S3Access.write],
    ['read and write', S3Access.readWrite],
  ])('has no reason to %s, which is an error in either way', (_, access) => {
    const customer = new Customer();
    expect(() => new VendorS3AccessRole(customer.stack, 'A', { vendor, access: [access(customer.orders, { wholeBucket: true })] })).toThrow(/^ModeNotSupported \[Stack\/A\] access\[0\]/);
    expect(() => new VendorS3BucketAccess(customer.stack, 'B', { vendor, access: [access(customer.orders, { wholeBucket: true })] })).toThrow(/^ModeNotSupported \[Stack\/B\] access\[0\]/);
  });

  test('takes no access keys', () => {
    const customer = new Customer();
    expect(() => new VendorS3AccessUser(customer.stack, 'Access', { vendor, access: [S3Access.read(customer.orders, { wholeBucket: true })] })).toThrow(/^MethodNotSupported/);
  });
});
