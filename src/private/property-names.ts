import { PropertyNames } from './structs';
import type { VendorS3AccessRoleProps, VendorS3AdditionalTrust } from '../vendor-s3-access-role';
import type { VendorS3AccessUserProps } from '../vendor-s3-access-user';
import type { VendorS3BucketAccessProps } from '../vendor-s3-bucket-access';

/** The properties of the constructs; the types make sure that none is forgotten. */

export const ROLE_PROPS: PropertyNames<VendorS3AccessRoleProps> = {
  access: true,
  acknowledgeWildcards: true,
  additionalTrust: true,
  allowedSourceIps: true,
  bucketPolicies: true,
  description: true,
  expiresAt: true,
  exportOutputs: true,
  externalId: true,
  maxSessionDuration: true,
  nextExternalId: true,
  outputs: true,
  path: true,
  permissionsBoundary: true,
  policyPlacement: true,
  roleName: true,
  suspended: true,
  vendor: true,
  withoutExternalId: true,
};

export const ADDITIONAL_TRUST: PropertyNames<VendorS3AdditionalTrust> = {
  externalId: true,
  nextExternalId: true,
  vendor: true,
  withoutExternalId: true,
};

export const BUCKET_ACCESS_PROPS: PropertyNames<VendorS3BucketAccessProps> = {
  access: true,
  allowedSourceIps: true,
  expiresAt: true,
  outputs: true,
  suspended: true,
  vendor: true,
};

export const USER_PROPS: PropertyNames<VendorS3AccessUserProps> = {
  access: true,
  accessKeySerial: true,
  acknowledgeWildcards: true,
  allowedSourceIps: true,
  bucketPolicies: true,
  expiresAt: true,
  outputs: true,
  path: true,
  permissionsBoundary: true,
  policyPlacement: true,
  secretEncryptionKey: true,
  secretName: true,
  suspended: true,
  userName: true,
  vendor: true,
};
