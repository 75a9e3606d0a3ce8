import { KnownVendor } from './known-vendor';

/** Creative Force: photo studio production. Reads from data sources; delivers assets, having looked what is there. */
export const CREATIVE_FORCE: KnownVendor = {
  id: 'creative-force',
  factory: 'creativeForce',
  kind: 'any',
  data: {
    name: 'Creative Force',
    principals: ['arn:aws:iam::092392787187:user/CreativeForceCloudS3'],
    externalId: 'required',
    externalIdIssuer: 'vendor',
    accessMethods: ['role'],
    readActions: ['s3:GetObjectVersion'],
    writeActions: ['s3:ListBucket', 's3:PutObjectAcl'],
    acceptedEncryption: ['AES256', 'aws:kms'],
  },
};
