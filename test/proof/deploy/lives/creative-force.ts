import { Key } from 'aws-cdk-lib/aws-kms';
import { beside, buckets, HOSTILE, HOSTILE_NEIGHBOURS, OWNED, role, use, uses } from './common';
import { S3Access } from '../../../../src';
import { KeyProbe } from '../../../support/caller';
import { get, onKey, Probe, put } from '../../../support/probe';
import { CREATIVE_FORCE } from '../../vendors';
import { vendorOf } from '../../world/build-vendor';
import { Life } from '../life';
import { Deployed } from '../read-back';

const { example } = CREATIVE_FORCE;
const PUBLIC = { context: { 's3:x-amz-acl': 'public-read' }, note: 'with ACL public-read' };
const encrypted = (value: string) => ({ context: { 's3:x-amz-server-side-encryption': value }, note: `encrypted with ${value}` });

function sources(bucket: string, folder: string): Probe[] {
  return uses(CREATIVE_FORCE, 'read', bucket, folder);
}

/** What it delivers may be handed over at once, and be encrypted by S3 or KMS. */
function deliveries(bucket: string, folder: string): Probe[] {
  return [
    ...uses(CREATIVE_FORCE, 'readWrite', bucket, folder),
    ...[OWNED, ...CREATIVE_FORCE.definition.acceptedEncryption.map(encrypted)].map((special) => put(`${folder}/2`, { bucket, ...special })),
  ];
}

/** What S3 does with the key for it. */
function keyUses(at: Deployed, folder: string): KeyProbe[] {
  return (['kms:Decrypt', 'kms:GenerateDataKey'] as const).map((action) => use(action, at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Assets')}/${folder}/1.tif`));
}

/** Reads sources, and delivers assets into a bucket with a KMS key. */
export const CREATIVE_FORCE_LIFE: Life = {
  title: CREATIVE_FORCE.title,
  by: 'role',
  vendor: () => vendorOf(CREATIVE_FORCE.declared()),
  data: buckets((stack, name) => (name === 'Assets' ? { encryptionKey: new Key(stack, 'Key') } : {})),
  construct: role,
  entrance: { principal: example.caller, others: example.strangers },
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
    onKey('PutObjectAcl', 'delivery/web/1', { bucket: at.bucket('Assets'), ...PUBLIC }),
    onKey('PutObjectAcl', 'delivery/web/1', { bucket: at.bucket('Assets') }),
    use('kms:Decrypt', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Assets')}/payroll/1.csv`),
    use('kms:Decrypt', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Sources')}/delivery/web/1.tif`),
  ],
  stages: [
    { title: 'created', grants: ['shots'], externalIds: [example.externalId] },
    { title: 'a bucket added', grants: ['shots', 'delivery'] },
    { title: 'widened', grants: ['shots', 'deliveries'] },
    { title: 'narrowed', grants: ['delivery'] },
    { title: 'the external ID in rotation', externalIds: [example.externalId, example.nextExternalId] },
    { title: 'the external ID rotated', externalIds: [example.nextExternalId] },
    { title: 'suspended', suspended: true },
    { title: 'resumed', suspended: false },
    { title: 'moved to managed policies', managed: true },
  ],
};
