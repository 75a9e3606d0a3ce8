import { Key } from 'aws-cdk-lib/aws-kms';
import { beside, buckets, HOSTILE, HOSTILE_NEIGHBOURS, reading, role, use, writing } from './common';
import { S3Access, Vendors } from '../../../../src';
import { KeyProbe } from '../../../support/caller';
import { get, onKey, Probe, put } from '../../../support/probe';
import { Deployed } from '../read-back';
import { VendorCase } from '../vendor-case';

const acl = (value: string) => ({ context: { 's3:x-amz-acl': value }, note: `with ACL ${value}` });
const encrypted = (value: string) => ({ context: { 's3:x-amz-server-side-encryption': value }, note: `encrypted with ${value}` });

/** What it reads is read in every version. */
function sources(bucket: string, folder: string): Probe[] {
  return [...reading(bucket, folder), onKey('GetObjectVersion', `${folder}/1`, { bucket })];
}

/** What it delivers belongs to the owner of the bucket, and is encrypted by S3 or KMS. */
function deliveries(bucket: string, folder: string): Probe[] {
  return [
    ...sources(bucket, folder),
    ...writing(bucket, folder),
    ...[acl('bucket-owner-full-control'), encrypted('AES256'), encrypted('aws:kms')].map((special) => put(`${folder}/2`, { bucket, ...special })),
    onKey('PutObjectAcl', `${folder}/2`, { bucket, ...acl('bucket-owner-full-control') }),
  ];
}

/** What S3 does with the key for it. */
function keyUses(at: Deployed, folder: string): KeyProbe[] {
  return (['kms:Decrypt', 'kms:GenerateDataKey'] as const).map((action) => use(action, at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Assets')}/${folder}/1.tif`));
}

/** Reads sources, and delivers assets into a bucket with a KMS key. */
export const CREATIVE_FORCE: VendorCase = {
  title: 'Creative Force',
  by: 'role',
  vendor: () => Vendors.creativeForce(),
  data: buckets((stack, name) => (name === 'Assets' ? { encryptionKey: new Key(stack, 'Key') } : {})),
  construct: role,
  entrance: {
    principal: 'arn:aws:iam::092392787187:user/CreativeForceCloudS3',
    others: ['arn:aws:iam::092392787187:user/intern', 'arn:aws:iam::092392787187:root', 'arn:aws:iam::444455556666:user/CreativeForceCloudS3'],
  },
  grants: {
    shots: {
      declare: (data) => S3Access.read(data('Sources'), { prefixes: ['shots', HOSTILE] }),
      opens: (at) => [...sources(at.bucket('Sources'), 'shots'), ...sources(at.bucket('Sources'), HOSTILE)],
    },
    delivery: {
      declare: (data) => S3Access.readWrite(data('Assets'), { prefixes: ['delivery/web'] }),
      opens: (at) => [...deliveries(at.bucket('Assets'), 'delivery/web'), ...keyUses(at, 'delivery/web')],
    },
    deliveries: {
      declare: (data) => S3Access.readWrite(data('Assets'), { prefixes: ['delivery'] }),
      opens: (at) => ['delivery/web', 'delivery/web-secret'].flatMap((folder) => [...deliveries(at.bucket('Assets'), folder), ...keyUses(at, folder)]),
    },
  },
  never: (at) => [
    ...beside(at.bucket('Sources'), 'shots'),
    ...beside(at.bucket('Assets'), 'delivery'),
    ...HOSTILE_NEIGHBOURS.map((key) => get(key, { bucket: at.bucket('Sources') })),
    put('shots/1', { bucket: at.bucket('Sources') }),
    put('delivery/web/1', { bucket: at.bucket('Assets'), ...encrypted('aws:kms:dsse') }),
    onKey('PutObjectAcl', 'delivery/web/1', { bucket: at.bucket('Assets'), ...acl('public-read') }),
    onKey('PutObjectAcl', 'delivery/web/1', { bucket: at.bucket('Assets') }),
    use('kms:Decrypt', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Assets')}/payroll/1.csv`),
    use('kms:Decrypt', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Sources')}/delivery/web/1.tif`),
  ],
  stages: [
    { title: 'created', grants: ['shots'], externalIds: ['cf:studio/9041'] },
    { title: 'a bucket added', grants: ['shots', 'delivery'] },
    { title: 'widened', grants: ['shots', 'deliveries'] },
    { title: 'narrowed', grants: ['delivery'] },
    { title: 'the external ID in rotation', externalIds: ['cf:studio/9041', 'cf:studio/9042'] },
    { title: 'the external ID rotated', externalIds: ['cf:studio/9042'] },
    { title: 'suspended', suspended: true },
    { title: 'resumed', suspended: false },
    { title: 'moved to managed policies', managed: true },
  ],
};
