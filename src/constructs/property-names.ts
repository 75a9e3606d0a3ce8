import type { VendorS3AccessRoleProps, VendorS3AdditionalTrust } from './vendor-s3-access-role';
import type { VendorS3AccessUserProps } from './vendor-s3-access-user';
import type { VendorS3BucketAccessProps } from './vendor-s3-bucket-access';
import { PropertyNames } from '../cdk/input';

/** The properties of the constructs; the types make sure that none is forgotten. */

export const ROLE_PROPS: PropertyNames<VendorS3AccessRoleProps> = {
  access: true,
  acknowledgeWildcards: true,
  additionalTrust: true,
  allowedSourceIps: 'limits',
  bucketPolicies: true,
  description: true,
  expiresAt: 'limits',
  exportOutputs: true,
  externalId: 'limits',
  maxSessionDuration: 'limits',
  nextExternalId: 'limits',
  outputs: true,
  path: true,
  permissionsBoundary: 'limits',
  policyPlacement: true,
  roleName: true,
  suspended: 'limits',
  vendor: true,
  withoutExternalId: true,
};

export const ADDITIONAL_TRUST: PropertyNames<VendorS3AdditionalTrust> = {
  externalId: 'limits',
  nextExternalId: 'limits',
  vendor: true,
  withoutExternalId: true,
};

export const BUCKET_ACCESS_PROPS: PropertyNames<VendorS3BucketAccessProps> = {
  access: true,
  allowedSourceIps: 'limits',
  expiresAt: 'limits',
  outputs: true,
  suspended: 'limits',
  vendor: true,
};

export const USER_PROPS: PropertyNames<VendorS3AccessUserProps> = {
  access: true,
  accessKeySerial: true,
  acknowledgeWildcards: true,
  allowedSourceIps: 'limits',
  bucketPolicies: true,
  expiresAt: 'limits',
  outputs: true,
  path: true,
  permissionsBoundary: 'limits',
  policyPlacement: true,
  secretEncryptionKey: true,
  secretName: true,
  suspended: 'limits',
  userName: true,
  vendor: true,
};
