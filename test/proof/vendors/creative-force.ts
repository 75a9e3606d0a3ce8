import { KnownVendor } from './vendor';

const USER = 'arn:aws:iam::092392787187:user/CreativeForceCloudS3';

/** Reads sources and delivers assets: it looks what is there, hands them over to the owner, and takes no keys but S3's and KMS's. */
export const CREATIVE_FORCE = {
  title: 'Creative Force',
  id: 'creative-force',
  definition: {
    principals: [USER],
    externalId: 'required',
    readActions: ['s3:GetObjectVersion'],
    writeActions: ['s3:PutObjectAcl', 's3:ListBucket'],
    acceptedEncryption: ['AES256', 'aws:kms'],
  },
  modes: ['read', 'write', 'readWrite'],
  exports: false,
  example: {
    caller: USER,
    externalId: 'cf:acme/1=x',
    nextExternalId: 'cf:acme/2=y',
    strangers: ['arn:aws:iam::092392787187:user/intern', 'arn:aws:iam::092392787187:root', 'arn:aws:iam::444455556666:user/CreativeForceCloudS3'],
  },
  declared: () => ({ kind: 'creativeForce' }),
} as const satisfies KnownVendor;
