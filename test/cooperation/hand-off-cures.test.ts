import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AccountPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, CREDENTIALS, OTHER_ACCOUNT } from './support';
import { S3Access, Vendors, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess } from '../../src';

const WHERE = 'the statements are in the attribute handOffs and in the output HandOff';
const FOREIGN = { account: OTHER_ACCOUNT, region: 'eu-west-1' };
const HERE = { account: ACCOUNT, region: 'eu-west-1' };

type Make = (stack: Stack, access: S3Access, named: boolean) => unknown;

const role: Make = (stack, access, named) => new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, roleName: named ? 'vendor-role' : undefined, access: [access] });
const user: Make = (stack, access, named) => new VendorS3AccessUser(stack, 'Access', { vendor: Vendors.hotglue(), userName: named ? 'vendor-user' : undefined, access: [access] });
const bucketAccess: Make = (stack, access) => new VendorS3BucketAccess(stack, 'Access', { vendor: CREDENTIALS.vendor, access: [access] });

/** What is said of hand-offs, without the IDs. */
function handOffs(stack: Stack): string[] {
  return Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('HandOff\\]'))
    .map(({ entry }) => String(entry.data).replace(/ \[ack: [^\]]*\]$/, '')).sort();
}

/** Two stacks of one app, the data in another account. */
function acrossStacks(make: Make, named: boolean): string[] {
  const app = new App();
  const data = new Stack(app, 'Data', { env: FOREIGN });
  const stack = new Stack(app, 'Stack', { env: HERE });
  // Its policy leaves nothing to IAM, so that whoever uses it must be named there.
  const policy = new PolicyDocument({
    statements: [new PolicyStatement({ actions: ['kms:DescribeKey'], principals: [new AccountPrincipal(OTHER_ACCOUNT)], resources: ['*'] })],
  });
  const bucket = new Bucket(data, 'Videos', {
    bucketName: 'customer-videos', encryptionKey: new Key(data, 'Key', { policy }),
  });
  make(stack, S3Access.read(bucket, { wholeBucket: true }), named);
  return handOffs(stack);
}

test.each<[string, Make, string]>([['a role', role, 'roleName'], ['a user', user, 'userName']])('%s without a name is told the property that cures it, for buckets and keys', (_, make, property) => {
  expect(acrossStacks(make, false)).toEqual([
    `bucket Data/Videos: its stack cannot name what another stack makes and names; give that a fixed name, with ${property}; ${WHERE}`,
    `key Data/Key: its stack cannot name what another stack makes and names; give that a fixed name, with ${property}; ${WHERE}`,
  ]);
});

test.each<[string, Make]>([['a role', role], ['a user', user], ['access by bucket policy', bucketAccess]])('%s with a name needs no cure', (_, make) => {
  expect(acrossStacks(make, true)).toEqual([]);
});

test.each<[string, Make]>([['a role', role], ['a user', user], ['access by bucket policy', bucketAccess]])(
  '%s is told that the policies of others cannot be edited, whatever its name', (_, make) => {
    for (const named of [true, false]) {
      const stack = new Stack(new App(), 'Stack', { env: HERE });
      const bucket = Bucket.fromBucketAttributes(stack, 'Far', { bucketName: 'far-data', account: OTHER_ACCOUNT });
      const key = Key.fromKeyArn(stack, 'FarKey', `arn:aws:kms:eu-west-1:${OTHER_ACCOUNT}:key/1234abcd`);
      make(stack, S3Access.read(bucket, { wholeBucket: true, encryptionKeys: [key] }), named);
      expect(handOffs(stack)).toEqual([
        `bucket Stack/Far: its policy cannot be edited from this app; have its owner add the statements; ${WHERE}`,
        `key Stack/FarKey: its policy cannot be edited from this app; have its owner check that it allows the statements; ${WHERE}`,
      ]);
    }
  });
