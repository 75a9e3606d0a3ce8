import { S3Access, Vendors, VendorS3AccessRole, VendorS3AccessUser, VendorS3PolicyPlacement } from '../../src';
import { Caller } from '../support/caller';
import { Customer, session } from '../support/customer';
import { CUSTOMER } from '../support/deployed-template';
import { EVERYTHING } from '../support/judge';
import { many } from '../support/policy-document';
import { but, get, LEDGER, list, onBucket, onKey, ORDERS, put } from '../support/probe';
import { scenario } from '../support/scenario';

const at = (time: string) => ({ context: { 'aws:CurrentTime': time } });
const OPTIONS = { prefixes: ['in'], versions: true, tagging: true, delete: true, multipartListing: true };
const GRANTED = [
  get('in/1'), put('in/1'), list('in/'), list('in/', {}, 'ListBucketVersions'), onBucket('GetBucketLocation'), onBucket('ListBucketMultipartUploads'),
  ...['GetObjectVersion', 'GetObjectTagging', 'PutObjectTagging', 'DeleteObject', 'AbortMultipartUpload', 'ListMultipartUploadParts'].map((a) => onKey(a, 'in/1')),
];

describe('an expiry ends every permission of an open session', () => {
  scenario('in the policies of a role', () => session('readWrite', OPTIONS, { expiresAt: new Date('2026-12-31T00:00:00Z') }), {
    allows: but('one second before', at('2026-12-30T23:59:59Z'), GRANTED),
    refuses: [
      ...but('at that second', at('2026-12-31T00:00:00Z'), GRANTED),
      ...but('much later', at('2030-01-01T00:00:00Z'), GRANTED),
      ...but('when the time is not told', { context: { 'aws:CurrentTime': undefined } }, GRANTED),
    ],
  });

  scenario('in managed policies', () => session('readWrite', OPTIONS, {
    expiresAt: new Date('2026-12-31T00:00:00Z'),
    policyPlacement: VendorS3PolicyPlacement.MANAGED,
  }), {
    allows: but('before', at('2026-12-30T23:59:59Z'), GRANTED),
    refuses: but('after', at('2026-12-31T00:00:01Z'), GRANTED),
  });

  scenario('written with fractions of a second: never a moment later', () => session('read', { prefixes: ['in'] }, {
    expiresAt: new Date('2026-12-31T00:00:00.999Z'),
  }), {
    allows: but('before', at('2026-12-30T23:59:59Z'), [get('in/1')]),
    refuses: but('after', at('2026-12-31T00:00:01Z'), [get('in/1')]),
  });

  test('in each single statement of the template, also for the vendor\'s own bucket', () => {
    const customer = new Customer();
    new VendorS3AccessRole(customer.stack, 'Access', {
      vendor: Vendors.cloudglue(),
      externalId: 'k3J-2f9a',
      access: [S3Access.read(customer.orders, { wholeBucket: true })],
      expiresAt: new Date('2026-12-31T00:00:00Z'),
    });
    const template = customer.deploy();
    const statements = template.identityPolicies(template.id('AWS::IAM::Role')).flatMap(({ policy }) => many(policy.Statement));
    expect(statements.length).toBeGreaterThan(2);
    for (const { Effect, Condition } of [...statements, ...template.trustPolicy().Statement]) {
      expect(Condition?.[Effect === 'Allow' ? 'DateLessThan' : 'DateGreaterThanEquals']).toEqual({ 'aws:CurrentTime': '2026-12-31T00:00:00Z' });
    }
  });

  const beside = (expiresAt: Date) => () => {
    const customer = new Customer();
    const { role } = customer.role([S3Access.read(customer.orders, { prefixes: ['in'] })], { expiresAt });
    customer.ledger.grantRead(role);
    return Caller.role(customer.deploy());
  };
  const elsewhere = [get('1', { bucket: LEDGER }), list('', { bucket: LEDGER })];
  scenario('also what others have granted to the role', beside(new Date('2026-12-31T00:00:00Z')), {
    allows: but('before', at('2026-12-30T23:59:59Z'), elsewhere),
    refuses: but('after', at('2026-12-31T00:00:00Z'), elsewhere),
  });
});

describe('a suspension ends every permission of an open session', () => {
  const suspended = { suspended: true } as const;
  scenario('of a role', () => session('readWrite', OPTIONS, suspended), { allows: [], refuses: GRANTED });
  scenario('of a role with managed policies', () => session('readWrite', OPTIONS, { suspended: true, policyPlacement: VendorS3PolicyPlacement.MANAGED }), {
    allows: [], refuses: GRANTED,
  });

  scenario('of a user', () => {
    const customer = new Customer();
    new VendorS3AccessUser(customer.stack, 'Access', { vendor: Vendors.hotglue(), access: [S3Access.readWrite(customer.orders, OPTIONS)], suspended: true });
    return Caller.user(customer.deploy());
  }, { allows: [], refuses: GRANTED });

  scenario('even of a role that others have made an administrator', () => {
    const customer = new Customer();
    customer.role([S3Access.read(customer.orders, { wholeBucket: true })], suspended);
    const template = customer.deploy();
    const id = template.id('AWS::IAM::Role');
    return new Caller(template.arn(id), [...template.identityPolicies(id), EVERYTHING], template);
  }, {
    allows: [],
    refuses: [...GRANTED, ...but('in another bucket', { bucket: 'acme-ledger' }, GRANTED), onBucket('PutBucketPolicy'), onBucket('DeleteBucket')],
  });

  test('even where a bucket policy or another policy of the role grants more', async () => {
    const customer = new Customer();
    const { role } = customer.role([S3Access.read(customer.orders, { wholeBucket: true })], { suspended: true });
    customer.orders.grantReadWrite(role);
    customer.ledger.grantReadWrite(role);
    const template = customer.deploy();
    const id = template.id('AWS::IAM::Role');
    const open = { Statement: [{ Effect: 'Allow' as const, Principal: { AWS: template.arn(id) }, Action: 's3:GetObject', Resource: `arn:aws:s3:::${ORDERS}/*` }] };
    const policies = template.identityPolicies(id);
    expect(policies.length).toBeGreaterThan(1);
    const caller = new Caller(template.arn(id), policies, { bucketPolicy: () => open, keyPolicy: () => undefined });
    expect(await caller.request(get('1'))).toBe('denied');
    expect(await caller.request(get('1', { bucket: 'acme-ledger' }))).toBe('denied');
  });

  test('and changes neither the logical ID nor the name of the role, so that its ARN stays', () => {
    const roleOf = (props: object) => {
      const customer = new Customer();
      customer.role([S3Access.read(customer.orders, { wholeBucket: true })], props);
      const template = customer.deploy();
      const id = template.id('AWS::IAM::Role');
      const { AssumeRolePolicyDocument, ...rest } = template.properties(id);
      expect(AssumeRolePolicyDocument).toBeDefined();
      return { id, rest, arn: template.arn(id) };
    };
    expect(roleOf(suspended)).toEqual(roleOf({}));
    expect(roleOf({}).arn).toContain(CUSTOMER);
  });
});
