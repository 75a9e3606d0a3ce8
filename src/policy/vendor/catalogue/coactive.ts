import { KnownVendor } from './known-vendor';

/** Coactive: image and video search. Reads, through a role without an external ID or through the bucket policy. */
export const COACTIVE: KnownVendor = {
  id: 'coactive',
  factory: 'coactive',
  kind: 'role',
  principalOption: 'roleArn',
  data: {
    name: 'Coactive',
    externalId: 'unsupported',
    modes: ['read'],
    accessMethods: ['role', 'bucketPolicy'],
  },
};
