import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { checksOf, Probe, UNTRACED } from './probe';
import { S3Access, Vendors, VendorS3AccessUser } from '../src';

const app = new App(UNTRACED);
const stack = new Stack(app, 'VendorS3AccessUser');
const bucket = new Bucket(stack, 'Data', { removalPolicy: RemovalPolicy.DESTROY });
const access = new VendorS3AccessUser(stack, 'Access', {
  vendor: Vendors.hotglue(),
  access: [
    S3Access.write(bucket, { prefixes: ['exports'] }),
    S3Access.read(bucket, { prefixes: ['imports'] }),
  ],
});

const assertions = new Stack(app, 'Assertions');
const vendor = { secretArn: access.secret.secretArn };
const probe = new Probe(assertions, 'Probe', {
  seeds: [{ bucket, keys: ['exports/seed', 'imports/seed', 'other/seed'] }],
  checks: checksOf(vendor, bucket, [
    ['PutObject', 'exports/new', 'allowed'],
    ['PutObject', 'imports/new', 'denied'],
    ['PutObject', 'other/new', 'denied'],
    ['GetObject', 'exports/seed', 'denied'],
    ['GetObject', 'imports/seed', 'allowed'],
    ['GetObject', 'other/seed', 'denied'],
    ['HeadObject', 'imports/missing', 'missing'],
    ['HeadObject', 'exports/missing', 'denied'],
    ['ListObjectsV2', 'imports/', 'allowed'],
    ['ListObjectsV2', 'exports/', 'denied'],
    ['ListObjectsV2', '', 'denied'],
    ['HeadBucket', '', 'denied'],
    ['DeleteObject', 'exports/seed', 'denied'],
  ]),
});
access.secret.grantRead(probe.handler);

new IntegTest(app, 'Test', { testCases: [stack], assertionStack: assertions });
