import { S3Access, S3KeyScope, Vendors, VendorS3AccessUser, VendorS3AccessUserProps, VendorS3PolicyPlacement } from '../../src';
import { Caller } from '../support/caller';
import { Customer } from '../support/customer';
import { but, get, LEDGER, list, onBucket, onKey, put, remove } from '../support/probe';
import { scenario } from '../support/scenario';

function user(access: (customer: Customer) => S3Access[], props: Partial<VendorS3AccessUserProps> = {}): () => Caller {
  return () => {
    const customer = new Customer();
    new VendorS3AccessUser(customer.stack, 'Access', { vendor: Vendors.hotglue(), access: access(customer), ...props });
    return Caller.user(customer.deploy());
  };
}

const FOLDER = { prefixes: ['in'] };
const GRANTED = [get('in/1'), put('in/1'), list('in/'), onBucket('GetBucketLocation')];
const BEYOND = [
  get('in-secret/1'), put('in'), list('in'), list(), remove('in/1'), onKey('PutObjectAcl', 'in/1'), onBucket('PutBucketPolicy'), get('in/1', { bucket: LEDGER }),
];

scenario('a user reads and writes what was declared', user(({ orders }) => [S3Access.readWrite(orders, FOLDER)]), {
  allows: GRANTED,
  refuses: [
    ...BEYOND,
    ...but('without TLS', { context: { 'aws:SecureTransport': 'false' } }, GRANTED),
    ...but('in a stranger\'s bucket', { owner: '444455556666' }, GRANTED),
  ],
});

scenario('a user with managed policies', user(({ orders }) => [S3Access.readWrite(orders, FOLDER)], { policyPlacement: VendorS3PolicyPlacement.MANAGED }), {
  allows: GRANTED,
  refuses: BEYOND,
});

scenario('a user with source addresses, which hold for every request', user(({ orders }) => [S3Access.readWrite(orders, { ...FOLDER, delete: true, versions: true })], {
  allowedSourceIps: ['203.0.113.0/24', '192.0.2.7'],
}), {
  allows: but('from the range', { context: { 'aws:SourceIp': '203.0.113.255' } }, [...GRANTED, remove('in/1'), onKey('GetObjectVersion', 'in/1')]),
  refuses: [
    ...but('from elsewhere', { context: { 'aws:SourceIp': '203.0.112.255' } }, [...GRANTED, remove('in/1'), onKey('GetObjectVersion', 'in/1')]),
    ...but('without an address', { context: { 'aws:SourceIp': undefined } }, GRANTED),
    ...but('from the range, beyond what was declared', { context: { 'aws:SourceIp': '203.0.113.1' } }, [get('in-secret/1'), list()]),
  ],
});

scenario('a user with an expiry', user(({ orders }) => [S3Access.readWrite(orders, FOLDER)], { expiresAt: new Date('2026-12-31T00:00:00Z') }), {
  allows: but('before', { context: { 'aws:CurrentTime': '2026-12-30T23:59:59Z' } }, GRANTED),
  refuses: but('after', { context: { 'aws:CurrentTime': '2026-12-31T00:00:00Z' } }, GRANTED),
});

scenario('a user whose folder looks like a variable of its own name', user(({ orders }) => [
  S3Access.read(orders, { prefixes: ['${aws:username}'], keys: [S3KeyScope.startingWith('${aws:userid}')] }),
]), {
  allows: but('as user alice', { context: { 'aws:username': 'alice', 'aws:userid': 'AIDA' } }, [get('${aws:username}/1'), get('${aws:userid}-1')]),
  refuses: but('as user alice', { context: { 'aws:username': 'alice', 'aws:userid': 'AIDA' } }, [get('alice/1'), get('AIDA-1'), list('alice/')]),
});

describe('the permissions of a user', () => {
  const template = () => {
    const customer = new Customer();
    new VendorS3AccessUser(customer.stack, 'Access', { vendor: Vendors.hotglue(), access: [S3Access.read(customer.orders, { wholeBucket: true })] });
    return customer.deploy();
  };

  test('hang on its group, not on the user', () => {
    const deployed = template();
    const { Policies, ManagedPolicyArns, Groups } = deployed.properties(deployed.id('AWS::IAM::User'));
    expect([Policies, ManagedPolicyArns]).toEqual([undefined, undefined]);
    expect(Groups).toEqual([deployed.ref(deployed.id('AWS::IAM::Group'))]);
    expect(deployed.identityPolicies(deployed.id('AWS::IAM::Group'))).toHaveLength(1);
  });

  test('come without any role', () => {
    expect(template().ids('AWS::IAM::Role')).toEqual([]);
  });
});
