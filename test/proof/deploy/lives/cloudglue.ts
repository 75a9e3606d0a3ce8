import { Key } from 'aws-cdk-lib/aws-kms';
import { beside, buckets, HOSTILE, HOSTILE_NEIGHBOURS, role, use, uses } from './common';
import { S3Access } from '../../../../src';
import { get, list, Probe, put } from '../../../support/probe';
import { CLOUDGLUE, TRANSFER } from '../../vendors';
import { vendorOf } from '../../world/build-vendor';
import { Life } from '../life';

const { example } = CLOUDGLUE;
const INBOX = { bucket: TRANSFER.bucketName, owner: TRANSFER.ownerAccount };

function reading(bucket: string, folder: string): Probe[] {
  return uses(CLOUDGLUE, 'read', bucket, folder);
}

/** Reads videos, in a bucket with a Bucket Key; its role has a fixed name, and it has a bucket of its own. */
export const CLOUDGLUE_LIFE: Life = {
  title: CLOUDGLUE.title,
  by: 'role',
  vendor: () => vendorOf(CLOUDGLUE.declared()),
  data: buckets((stack, name) => (name === 'Videos' ? { encryptionKey: new Key(stack, 'Key'), bucketKeyEnabled: true } : {})),
  construct: role,
  entrance: { principal: example.caller, others: example.strangers },
  grants: {
    raw: {
      declare: (data) => S3Access.read(data('Videos'), { prefixes: ['raw', HOSTILE] }),
      opens: (at) => [
        ...reading(at.bucket('Videos'), 'raw'),
        ...reading(at.bucket('Videos'), HOSTILE),
        use('kms:Decrypt', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Videos')}`),
        put('job-1/result.json', INBOX),
      ],
    },
    edited2025: {
      declare: (data) => S3Access.read(data('Videos'), { prefixes: ['edited/2025'] }),
      opens: (at) => reading(at.bucket('Videos'), 'edited/2025'),
    },
    edited: {
      declare: (data) => S3Access.read(data('Videos'), { prefixes: ['edited'] }),
      opens: (at) => [...reading(at.bucket('Videos'), 'edited/2025'), ...reading(at.bucket('Videos'), 'edited/2024'), list('edited/', { bucket: at.bucket('Videos') })],
    },
    films: {
      declare: (data) => S3Access.read(data('Films'), { wholeBucket: true }),
      opens: (at) => [...reading(at.bucket('Films'), 'any'), list(undefined, { bucket: at.bucket('Films') })],
    },
  },
  never: (at) => [
    ...beside(at.bucket('Videos'), 'raw'),
    ...HOSTILE_NEIGHBOURS.map((key) => get(key, { bucket: at.bucket('Videos') })),
    list('oddXnaYme/${x}/', { bucket: at.bucket('Videos') }),
    put('raw/1', { bucket: at.bucket('Videos') }),
    put('any/1', { bucket: at.bucket('Films') }),
    put('job-1/result.json', { bucket: INBOX.bucket }),
    get('job-1/result.json', INBOX),
    use('kms:GenerateDataKey', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Videos')}`),
    use('kms:Decrypt', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Videos')}-archive`),
  ],
  stages: [
    { title: 'created', grants: ['raw', 'edited2025'], externalIds: [example.externalId] },
    { title: 'a bucket added', grants: ['raw', 'edited2025', 'films'] },
    { title: 'widened', grants: ['raw', 'edited', 'films'] },
    { title: 'narrowed', grants: ['raw', 'films'] },
    { title: 'the external ID in rotation', externalIds: [example.externalId, example.nextExternalId] },
    { title: 'the external ID rotated', externalIds: [example.nextExternalId] },
    { title: 'suspended', suspended: true },
    { title: 'resumed', suspended: false },
    { title: 'moved to managed policies', managed: true },
    { title: 'suspended in managed policies', suspended: true },
    { title: 'resumed, and moved back', suspended: false, managed: false },
  ],
};
