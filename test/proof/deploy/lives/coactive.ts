import { Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { beside, buckets, HOSTILE, HOSTILE_NEIGHBOURS, role, use, uses } from './common';
import { S3Access, VendorS3BucketAccess } from '../../../../src';
import { get, list, Probe, put } from '../../../support/probe';
import { COACTIVE } from '../../vendors';
import { vendorOf } from '../../world/build-vendor';
import { Life } from '../life';

const { example } = COACTIVE;

function reading(bucket: string, folder: string): Probe[] {
  return uses(COACTIVE, 'read', bucket, folder);
}

const common = {
  vendor: () => vendorOf(COACTIVE.declared(example.principalArn)),
  entrance: { principal: example.caller, others: example.strangers },
  grants: {
    catalogue: {
      declare: (data) => S3Access.read(data('Images'), { prefixes: ['catalogue', HOSTILE] }),
      opens: (at) => [
        ...reading(at.bucket('Images'), 'catalogue'),
        ...reading(at.bucket('Images'), HOSTILE),
        use('kms:Decrypt', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Images')}/catalogue/1.png`),
      ],
    },
    archive: {
      declare: (data) => S3Access.read(data('Archive'), { prefixes: ['2025'] }),
      opens: (at) => reading(at.bucket('Archive'), '2025'),
    },
    archives: {
      declare: (data) => S3Access.read(data('Archive'), { wholeBucket: true }),
      opens: (at) => [...reading(at.bucket('Archive'), '2025'), ...reading(at.bucket('Archive'), '2024'), list(undefined, { bucket: at.bucket('Archive') })],
    },
  },
  never: (at) => [
    ...beside(at.bucket('Images'), 'catalogue'),
    ...HOSTILE_NEIGHBOURS.map((key) => get(key, { bucket: at.bucket('Images') })),
    put('catalogue/1', { bucket: at.bucket('Images') }),
    put('2025/1', { bucket: at.bucket('Archive') }),
    use('kms:GenerateDataKey', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Images')}/catalogue/1.png`),
    use('kms:Decrypt', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Images')}/payroll/1.csv`),
  ],
  stages: [
    { title: 'created', grants: ['catalogue'] },
    { title: 'a bucket added', grants: ['catalogue', 'archive'] },
    { title: 'widened', grants: ['catalogue', 'archives'] },
    { title: 'narrowed', grants: ['archive'] },
    { title: 'suspended', suspended: true },
    { title: 'resumed', suspended: false },
  ],
} satisfies Partial<Life>;

/** Reads, through a role without an external ID. */
export const COACTIVE_LIFE: Life = {
  ...common,
  title: COACTIVE.title,
  by: 'role',
  data: buckets((stack, name) => (name === 'Images' ? { encryptionKey: new Key(stack, 'Key') } : {})),
  construct: role,
};

/** Reads, by the policies of the buckets; a fixed name lets the key's policy name the bucket. */
export const COACTIVE_BUCKETS_LIFE: Life = {
  ...common,
  title: `${COACTIVE.title}, by bucket policy`,
  by: 'bucketPolicy',
  data: buckets((stack, name) => (name === 'Images' ? { bucketName: 'acme-images', encryptionKey: new Key(stack, 'Key') } : {})),
  construct: (stack: Stack, { access, vendor, suspended }) => {
    new VendorS3BucketAccess(stack, 'Access', { access, vendor, suspended });
  },
};
