import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { checksOf, Probe, UNTRACED } from './probe';
import { S3Access, Vendor, VendorS3BucketAccess } from '../src';

const app = new App(UNTRACED);
const stack = new Stack(app, 'VendorS3BucketAccess');
const removalPolicy = RemovalPolicy.DESTROY;
const plain = new Bucket(stack, 'Plain', { removalPolicy });
const encrypted = new Bucket(stack, 'Encrypted', { removalPolicy, encryptionKey: new Key(stack, 'Key', { removalPolicy }) });

// The vendor's role, without any permission of its own: what it can do comes from the policies of buckets and key.
const reader = new Role(stack, 'Reader', { assumedBy: new AccountRootPrincipal() });
new VendorS3BucketAccess(stack, 'Access', {
  vendor: Vendor.role(reader.roleArn),
  access: [
    S3Access.read(plain, { prefixes: ['in'] }),
    S3Access.readWrite(encrypted, { prefixes: ['in'] }),
  ],
});

const assertions = new Stack(app, 'Assertions');
const vendor = { roleArn: reader.roleArn };
const probe = new Probe(assertions, 'Probe', {
  seeds: [
    { bucket: plain, keys: ['in/seed', 'out/seed'] },
    { bucket: encrypted, keys: ['in/seed', 'out/seed'] },
  ],
  checks: [
    ...checksOf(vendor, plain, [
      ['GetObject', 'in/seed', 'allowed'],
      ['GetObject', 'out/seed', 'denied'],
      ['HeadObject', 'in/missing', 'missing'],
      ['HeadObject', 'out/missing', 'denied'],
      ['ListObjectsV2', 'in/', 'allowed'],
      ['ListObjectsV2', '', 'denied'],
      ['HeadBucket', '', 'denied'],
      ['PutObject', 'in/new', 'denied'],
    ]),
    ...checksOf(vendor, encrypted, [
      ['GetObject', 'in/seed', 'allowed'],
      ['GetObject', 'out/seed', 'denied'],
      ['PutObject', 'in/new', 'allowed'],
      ['PutObject', 'out/new', 'denied'],
      ['DeleteObject', 'in/seed', 'denied'],
    ]),
  ],
});
probe.handler.addToRolePolicy(new PolicyStatement({ actions: ['sts:AssumeRole'], resources: [reader.roleArn] }));

new IntegTest(app, 'Test', { testCases: [stack], assertionStack: assertions });
