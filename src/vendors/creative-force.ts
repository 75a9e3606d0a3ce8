import { ExternalIdIssuer, ExternalIdPolicy, VendorAccessMethod, VendorDefinition, VendorEncryption } from '../vendor-definition';

/** Creative Force: photo studio production. Reads from data sources; delivers assets, having looked what is there. */
export const CREATIVE_FORCE: VendorDefinition = {
  name: 'Creative Force',
  principals: ['arn:aws:iam::092392787187:user/CreativeForceCloudS3'],
  externalId: ExternalIdPolicy.REQUIRED,
  externalIdIssuer: ExternalIdIssuer.VENDOR,
  accessMethods: [VendorAccessMethod.ROLE],
  readActions: ['s3:GetObjectVersion'],
  writeActions: ['s3:ListBucket', 's3:PutObjectAcl'],
  acceptedEncryption: [VendorEncryption.SSE_S3, VendorEncryption.SSE_KMS],
};
