import { App, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ENV, EXTERNAL_ID, imported, keyOf, OTHER_ACCOUNT, owned, Scene } from './stacks';
import {
  S3Access, Vendor, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess, VendorS3BucketPolicies, VendorS3PolicyPlacement,
} from '../../../../src';

const VENDOR = Vendor.account('123456789012');

/** Users, and access through the policies of buckets and keys. */
export const OTHER_SCENES: Readonly<Record<string, Scene>> = {
  User: (stack) => {
    new VendorS3AccessUser(stack, 'Access', {
      vendor: VENDOR,
      userName: 'vendor-reader',
      path: '/third-parties/',
      secretName: 'vendor/reader',
      secretEncryptionKey: keyOf(stack, 'SecretKey'),
      accessKeySerial: 2,
      expiresAt: new Date('2999-12-31T23:59:59Z'),
      access: [S3Access.read(imported(stack), { prefixes: ['in'] })],
    });
  },
  UserSuspended: (stack) => {
    new VendorS3AccessUser(stack, 'Access', { vendor: VENDOR, suspended: true, access: [S3Access.write(imported(stack), { prefixes: ['in'] })] });
  },
  UserManaged: (stack) => {
    new VendorS3AccessUser(stack, 'Access', {
      vendor: VENDOR, policyPlacement: VendorS3PolicyPlacement.MANAGED, access: [S3Access.write(imported(stack), { prefixes: ['in'] })],
    });
  },
  BucketAccess: (stack) => {
    new VendorS3BucketAccess(stack, 'Access', {
      vendor: Vendor.account('123456789012', { principalArns: ['arn:aws:iam::123456789012:role/ingest-*'], organizationId: 'o-a1b2c3d4e5' }),
      allowedSourceIps: ['203.0.113.0/24'],
      expiresAt: new Date('2999-12-31T23:59:59Z'),
      access: [
        S3Access.readWrite(owned(stack, 'acme-encrypted', keyOf(stack)), { prefixes: ['in'], acl: true, versions: true }),
        S3Access.read(owned(stack, 'acme-plain'), { wholeBucket: true }),
      ],
    });
  },
  BucketAccessSuspended: (stack) => {
    new VendorS3BucketAccess(stack, 'Access', { vendor: VENDOR, suspended: true, access: [S3Access.read(owned(stack, 'acme-encrypted', keyOf(stack)), { wholeBucket: true })] });
  },
  BucketPolicyAlways: (stack) => {
    new VendorS3AccessRole(stack, 'Access', {
      vendor: VENDOR,
      externalId: EXTERNAL_ID,
      bucketPolicies: VendorS3BucketPolicies.ALWAYS,
      access: [S3Access.read(owned(stack, 'acme-plain'), { prefixes: ['in'] })],
    });
  },
  KeyPolicyGuarded: (stack) => {
    // A key policy that leaves nothing to IAM, so that it must name the role.
    const policy = new PolicyDocument({
      statements: [new PolicyStatement({
        actions: ['kms:DescribeKey', 'kms:PutKeyPolicy', 'kms:GetKeyPolicy'], principals: [new AccountPrincipal(stack.account)], resources: ['*'],
      })],
    });
    const key = new Key(stack, 'Key', { policy, enableKeyRotation: true });
    new VendorS3AccessRole(stack, 'Access', {
      vendor: VENDOR, externalId: EXTERNAL_ID, access: [S3Access.readWrite(owned(stack, 'acme-encrypted', key), { prefixes: ['in'] })],
    });
  },
  HandOff: (stack) => {
    const theirs = Bucket.fromBucketAttributes(stack, 'Theirs', {
      bucketName: 'acme-group-data',
      account: OTHER_ACCOUNT,
      encryptionKey: Key.fromKeyArn(stack, 'TheirKey', `arn:aws:kms:eu-west-1:${OTHER_ACCOUNT}:key/11112222-3333-4444-5555-666677778888`),
    });
    new VendorS3AccessRole(stack, 'Access', { vendor: VENDOR, externalId: EXTERNAL_ID, access: [S3Access.read(theirs, { prefixes: ['shared'] })] });
  },
};

/** A role in one account, and its data in another one: the policies there name it. */
export function addCrossAccount(app: App): void {
  const data = new Stack(app, 'CrossAccountData', { env: { ...ENV, account: OTHER_ACCOUNT } });
  new VendorS3AccessRole(new Stack(app, 'CrossAccountRole', { env: ENV }), 'Access', {
    vendor: VENDOR,
    externalId: EXTERNAL_ID,
    roleName: 'vendor-reader-of-others',
    access: [S3Access.readWrite(owned(data, 'acme-elsewhere', keyOf(data)), { prefixes: ['in'] })],
  });
}

/** The same in another partition. */
export function addPartition(app: App, name: string, region: string): void {
  const stack = new Stack(app, name, { env: { account: ENV.account, region } });
  new VendorS3AccessRole(stack, 'Access', {
    vendor: VENDOR,
    externalId: EXTERNAL_ID,
    access: [S3Access.readWrite(owned(stack, `acme-${region}`, keyOf(stack)), { prefixes: ['in', 'odd*name'] })],
  });
}
