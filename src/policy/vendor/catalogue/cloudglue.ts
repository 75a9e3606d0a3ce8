import { KnownVendor } from './known-vendor';

/** Cloudglue: video understanding. Reads videos, and hands them over through a bucket of its own. */
export const CLOUDGLUE: KnownVendor = {
  id: 'cloudglue',
  factory: 'cloudglue',
  kind: 'any',
  data: {
    name: 'Cloudglue',
    partition: 'aws',
    accounts: ['992382634011'],
    externalId: 'required',
    externalIdIssuer: 'customer',
    // The connector fails under any other name.
    roleName: 'cloudglue-external-s3-access-role',
    accessMethods: ['role'],
    companionBuckets: [{
      bucketName: 'cloudglue-external-transfer',
      ownerAccount: '992382634011',
      mode: 'write',
      wholeBucket: true,
    }],
    exportOutputs: true,
  },
};
