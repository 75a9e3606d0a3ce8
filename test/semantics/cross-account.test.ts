import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, VendorS3AccessRoleProps, VendorS3BucketPolicies } from '../../src';
import { Caller } from '../support/caller';
import { Customer } from '../support/customer';
import { DeployedTemplate, REGION } from '../support/deployed-template';
import { get, list, onBucket, ORDERS, put } from '../support/probe';
import { scenario } from '../support/scenario';

const DATA = '444455556666';
const THERE = { bucket: 'acme-lake', owner: DATA };
const ROLE = 'acme-vendor-role';

/** A bucket in another account of the same customer and in the same app. */
function acrossAccounts(props: Partial<VendorS3AccessRoleProps>): { caller: Caller; lake: DeployedTemplate } {
  const customer = new Customer();
  const elsewhere = new Stack(customer.app, 'Lake', { env: { account: DATA, region: REGION } });
  const bucket = new Bucket(elsewhere, 'Bucket', { bucketName: 'acme-lake' });
  customer.role([S3Access.read(bucket, { prefixes: ['in'] })], { roleName: ROLE, ...props });
  const template = customer.deploy();
  const lake = DeployedTemplate.of(elsewhere, { account: DATA });
  const id = template.id('AWS::IAM::Role');
  return { lake, caller: new Caller(template.arn(id), template.identityPolicies(id), lake) };
}

scenario('a role and a bucket in two accounts', () => acrossAccounts({}).caller, {
  allows: [get('in/1', THERE), list('in/', THERE), onBucket('GetBucketLocation', THERE)],
  refuses: [get('in-secret/1', THERE), list('in', THERE), list(undefined, THERE), put('in/1', THERE), onBucket('PutBucketPolicy', THERE)],
});

scenario('a role and a bucket in two accounts, with bucket policies never touched', () =>
  acrossAccounts({ bucketPolicies: VendorS3BucketPolicies.NEVER }).caller, {
  allows: [],
  refuses: [get('in/1', THERE), list('in/', THERE)],
});

test('the bucket policy lets in that role, not its whole account', async () => {
  const { lake, caller } = acrossAccounts({});
  const colleague = Caller.elsewhere(lake, caller.arn.replace(ROLE, 'admin'));
  expect(await colleague.request(get('in/1', THERE))).toBe('denied');
  expect(await Caller.elsewhere(lake, caller.arn).request(get('in/1', THERE))).toBe('allowed');
  expect(await Caller.elsewhere(lake, caller.arn).request(get('out/1', THERE))).toBe('denied');
});

describe('a bucket in the role\'s own account', () => {
  const deployed = (bucketPolicies: VendorS3BucketPolicies) => {
    const customer = new Customer();
    customer.role([S3Access.read(customer.orders, { prefixes: ['in'] })], { bucketPolicies });
    return customer.deploy();
  };

  test.each([
    [VendorS3BucketPolicies.WHEN_NEEDED, false],
    [VendorS3BucketPolicies.NEVER, false],
    [VendorS3BucketPolicies.ALWAYS, true],
  ])('%s: its policy names the role: %s', (bucketPolicies, named) => {
    expect(deployed(bucketPolicies).bucketPolicy(ORDERS) !== undefined).toBe(named);
  });

  scenario('whose policy names the role anyway', () => Caller.role(deployed(VendorS3BucketPolicies.ALWAYS)), {
    allows: [get('in/1'), list('in/')],
    refuses: [get('in-secret/1'), list('in'), list(), put('in/1')],
  });
});
