import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { checksOf, Probe, UNTRACED } from './probe';
import { S3Access, S3KeyScope, Vendor, VendorS3AccessRole } from '../src';

const EXTERNAL_ID = 'integ-k3J-2f9a';
const NEXT_ID = 'integ-m8Q-7b1c';

const app = new App(UNTRACED);
const stack = new Stack(app, 'VendorS3AccessRole');
const removalPolicy = RemovalPolicy.DESTROY;
const plain = new Bucket(stack, 'Plain', { removalPolicy });
const encrypted = new Bucket(stack, 'Encrypted', {
  removalPolicy, encryptionKey: new Key(stack, 'Key', { removalPolicy }), bucketKeyEnabled: true,
});

// The deploying account plays the vendor.
const access = new VendorS3AccessRole(stack, 'Access', {
  vendor: Vendor.account(stack.account),
  externalId: EXTERNAL_ID,
  nextExternalId: NEXT_ID,
  access: [
    S3Access.readWrite(plain, { prefixes: ['in'], keys: [S3KeyScope.object('odd*name.txt')] }),
    S3Access.read(encrypted, { prefixes: ['in'] }),
  ],
});

const assertions = new Stack(app, 'Assertions');
const vendor = { roleArn: access.roleArn, externalId: EXTERNAL_ID };
const probe = new Probe(assertions, 'Probe', {
  seeds: [
    { bucket: plain, keys: ['in/seed', 'in-secret/seed', 'out/seed', 'odd*name.txt', 'odd-name.txt'] },
    { bucket: encrypted, keys: ['in/seed', 'out/seed'] },
  ],
  checks: [
    { name: 'the external ID', as: vendor, expected: 'allowed' },
    { name: 'the next external ID', as: { ...vendor, externalId: NEXT_ID }, expected: 'allowed' },
    { name: 'a wrong external ID', as: { ...vendor, externalId: 'integ-wrong' }, expected: 'denied' },
    { name: 'no external ID', as: { roleArn: access.roleArn }, expected: 'denied' },
    ...checksOf(vendor, plain, [
      ['GetObject', 'in/seed', 'allowed'],
      ['GetObject', 'out/seed', 'denied'],
      ['GetObject', 'in-secret/seed', 'denied'],
      ['GetObject', 'odd*name.txt', 'allowed'],
      ['GetObject', 'odd-name.txt', 'denied'],
      // S3 tells that a key is missing to those only who may list it.
      ['HeadObject', 'in/missing', 'missing'],
      ['HeadObject', 'out/missing', 'denied'],
      ['ListObjectsV2', 'in/', 'allowed'],
      ['ListObjectsV2', 'in', 'denied'],
      ['ListObjectsV2', 'out/', 'denied'],
      ['ListObjectsV2', '', 'denied'],
      ['HeadBucket', '', 'denied'],
      ['GetBucketLocation', '', 'allowed'],
      ['PutObject', 'in/new', 'allowed'],
      ['PutObject', 'out/new', 'denied'],
      ['DeleteObject', 'in/seed', 'denied'],
    ]),
    ...checksOf(vendor, encrypted, [
      ['GetObject', 'in/seed', 'allowed'],
      ['GetObject', 'out/seed', 'denied'],
      ['PutObject', 'in/new', 'denied'],
    ]),
  ],
});
probe.handler.addToRolePolicy(new PolicyStatement({ actions: ['sts:AssumeRole'], resources: [access.roleArn] }));

new IntegTest(app, 'Test', { testCases: [stack], assertionStack: assertions });
