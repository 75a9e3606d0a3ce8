import { S3AccessMode } from '../s3-access';
import { ExternalIdIssuer, ExternalIdPolicy, VendorAccessMethod, VendorDefinition } from '../vendor-definition';

/** Cloudglue: video understanding. Reads videos, and hands them over through a bucket of its own. */
export const CLOUDGLUE: VendorDefinition = {
  name: 'Cloudglue',
  partition: 'aws',
  accounts: ['992382634011'],
  externalId: ExternalIdPolicy.REQUIRED,
  externalIdIssuer: ExternalIdIssuer.CUSTOMER,
  // The connector fails under any other name.
  roleName: 'cloudglue-external-s3-access-role',
  accessMethods: [VendorAccessMethod.ROLE],
  companionBuckets: [{
    bucketName: 'cloudglue-external-transfer',
    ownerAccount: '992382634011',
    mode: S3AccessMode.WRITE,
    wholeBucket: true,
  }],
  exportOutputs: true,
};
