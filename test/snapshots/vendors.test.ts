import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, S3KeyScope, Vendors, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess } from '../../src';
import { templateOf } from '../cooperation/support';

/** The whole template of each vendor, in each way that it offers to connect, as its own guide would have it. */
function template(build: (stack: Stack) => unknown): unknown {
  const stack = new Stack(new App(), 'Stack');
  build(stack);
  return templateOf(stack);
}

const COACTIVE_ROLE = 'arn:aws:iam::123456789012:role/coactive-reader';

describe('the template of', () => {
  test('Cloudglue: reads videos, and writes to its own bucket', () => {
    expect(template((stack) => new VendorS3AccessRole(stack, 'Cloudglue', {
      vendor: Vendors.cloudglue(),
      externalId: 'k3J-2f9a',
      access: [S3Access.read(new Bucket(stack, 'Videos'), { prefixes: ['raw', 'edited/2025'] })],
    }))).toMatchSnapshot();
  });

  test('Cloudglue without its own bucket', () => {
    expect(template((stack) => new VendorS3AccessRole(stack, 'Cloudglue', {
      vendor: Vendors.cloudglue({ transferBucket: false }),
      externalId: 'k3J-2f9a',
      access: [S3Access.read(new Bucket(stack, 'Videos'), { wholeBucket: true })],
    }))).toMatchSnapshot();
  });

  test('hotglue: fetches and exports, through a role', () => {
    expect(template((stack) => {
      const bucket = new Bucket(stack, 'Data');
      return new VendorS3AccessRole(stack, 'Hotglue', {
        vendor: Vendors.hotglue({ principalArn: 'arn:aws:iam::123456789012:role/hotglue-sync' }),
        externalId: 'tenant-4711',
        access: [
          S3Access.read(bucket, { prefixes: ['incoming/orders'] }),
          S3Access.write(bucket, { keys: [S3KeyScope.template('exports/{tenant}/{full_date}', { tenant: 'acme' })] }),
        ],
      });
    })).toMatchSnapshot();
  });

  test('hotglue: exports, with the access key of a user', () => {
    expect(template((stack) => new VendorS3AccessUser(stack, 'Hotglue', {
      vendor: Vendors.hotglue(),
      access: [S3Access.write(new Bucket(stack, 'Data'), { prefixes: ['exports'] })],
      allowedSourceIps: ['203.0.113.7/32'],
    }))).toMatchSnapshot();
  });

  test('Coactive: reads, through a role without an external ID', () => {
    expect(template((stack) => new VendorS3AccessRole(stack, 'Coactive', {
      vendor: Vendors.coactive({ roleArn: COACTIVE_ROLE }),
      access: [S3Access.read(new Bucket(stack, 'Images'), { prefixes: ['catalogue'] })],
    }))).toMatchSnapshot();
  });

  test('Coactive: reads, by the policy of the bucket', () => {
    expect(template((stack) => new VendorS3BucketAccess(stack, 'Coactive', {
      vendor: Vendors.coactive({ roleArn: COACTIVE_ROLE }),
      access: [S3Access.read(new Bucket(stack, 'Images'), { prefixes: ['catalogue'] })],
    }))).toMatchSnapshot();
  });

  test('Creative Force: reads sources and delivers assets, with a KMS key', () => {
    expect(template((stack) => new VendorS3AccessRole(stack, 'CreativeForce', {
      vendor: Vendors.creativeForce(),
      externalId: 'cf-4711',
      access: [
        S3Access.read(new Bucket(stack, 'Sources'), { prefixes: ['shots'] }),
        S3Access.readWrite(new Bucket(stack, 'Assets', { encryptionKey: new Key(stack, 'Key') }), { prefixes: ['delivery'] }),
      ],
    }))).toMatchSnapshot();
  });

  test('Apperate, while its user is not known yet', () => {
    expect(template((stack) => new VendorS3AccessRole(stack, 'Apperate', {
      vendor: Vendors.apperate(),
      access: [S3Access.read(new Bucket(stack, 'Prices'), { prefixes: ['eod'] })],
    }))).toMatchSnapshot();
  });

  test('Apperate, once its user is known', () => {
    expect(template((stack) => new VendorS3AccessRole(stack, 'Apperate', {
      vendor: Vendors.apperate({ userArn: 'arn:aws:iam::123456789012:user/apperate-workspace' }),
      externalId: 'workspace-4711',
      access: [S3Access.read(new Bucket(stack, 'Prices'), { prefixes: ['eod'] })],
    }))).toMatchSnapshot();
  });
});
