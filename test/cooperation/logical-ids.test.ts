import { App, Stack } from 'aws-cdk-lib';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ACCOUNT, CREDENTIALS, OTHER_ACCOUNT, templateOf } from './support';
import { S3Access, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess, VendorS3PolicyPlacement } from '../../src';

/**
 * Logical IDs and output names are API: a changed one replaces the role under the vendor's feet. Each is the name of
 * the construct (`Access`), a part that stands below, and a hash of both.
 */
const IDS: Array<[string, (scope: Construct, bucket: IBucket) => void, Record<string, string[]>]> = [
  ['a role', (scope, bucket) => new VendorS3AccessRole(scope, 'Access', {
    ...CREDENTIALS, nextExternalId: 'next-id', access: [S3Access.read(bucket, { wholeBucket: true })],
  }), {
    Resources: ['AccessPolicy5EDB5F16', 'AccessRoleE6825E38'],
    Outputs: [
      'AccessExternalId4D727411',
      'AccessHandOffE551CF21',
      'AccessLocationsF6CA4CAA',
      'AccessNextExternalId8687DD00',
      'AccessRoleArn34588F20',
      'AccessRoleName1748B8F5',
    ],
  }],
  ['a role with managed policies', (scope, bucket) => new VendorS3AccessRole(scope, 'Access', {
    ...CREDENTIALS,
    policyPlacement: VendorS3PolicyPlacement.MANAGED,
    access: [S3Access.read(bucket, { prefixes: Array.from({ length: 150 }, (_, i) => `some/long/folder/name/number-${1000 + i}`) })],
    outputs: false,
  }), {
    Resources: [
      'AccessManagedPolicy1F1BAA1C5',
      'AccessManagedPolicy2FF3A75D1',
      'AccessManagedPolicy31716778D',
      'AccessRoleE6825E38',
    ],
    Outputs: ['AccessHandOffE551CF21'],
  }],
  ['a user', (scope, bucket) => new VendorS3AccessUser(scope, 'Access', { vendor: CREDENTIALS.vendor, access: [S3Access.read(bucket, { wholeBucket: true })] }), {
    Resources: [
      'AccessAccessKeyFF76CBC6',
      'AccessGroup8B65D982',
      'AccessPolicy5EDB5F16',
      'AccessSecretD1770891',
      'AccessUser138A70BB',
    ],
    Outputs: ['AccessHandOffE551CF21', 'AccessLocationsF6CA4CAA', 'AccessSecretArnB069AD48', 'AccessUserName43E6DDF0'],
  }],
  ['a grant in bucket policies', (scope, bucket) => new VendorS3BucketAccess(scope, 'Access', {
    vendor: CREDENTIALS.vendor, access: [S3Access.read(bucket, { wholeBucket: true })],
  }), {
    Resources: [],
    Outputs: ['AccessHandOffE551CF21', 'AccessLocationsF6CA4CAA'],
  }],
];

test.each(IDS)('of %s are as they were published', (_, make, ids) => {
  const stack = new Stack(new App(), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  make(stack, Bucket.fromBucketAttributes(stack, 'Foreign', { bucketName: 'foreign-data', account: OTHER_ACCOUNT }));
  const { Resources = {}, Outputs = {} } = templateOf(stack);
  expect({ Resources: Object.keys(Resources).sort(), Outputs: Object.keys(Outputs).sort() }).toEqual(ids);
});

test('do not depend on the order of access', () => {
  const template = (reversed: boolean) => {
    const stack = new Stack(new App(), 'Stack');
    const access = ['a', 'b'].map((name) => S3Access.read(Bucket.fromBucketName(stack, name, `bucket-${name}`), { wholeBucket: true }));
    new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: reversed ? access.reverse() : access });
    return Object.keys(templateOf(stack).Resources);
  };
  expect(template(true)).toEqual(template(false));
});
