/** The constructs that give access. */
export { VendorS3AccessRole, type VendorS3AccessRoleProps, type VendorS3AdditionalTrust } from './vendor-s3-access-role';
export { VendorS3AccessUser, type VendorS3AccessUserProps } from './vendor-s3-access-user';
export { VendorS3BucketAccess, type VendorS3BucketAccessProps } from './vendor-s3-bucket-access';
