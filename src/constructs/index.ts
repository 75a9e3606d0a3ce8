/** The constructs that give access. */
export { VendorS3AccessRole } from './vendor-s3-access-role';
export { type VendorS3AccessRoleProps, type VendorS3AdditionalTrust } from './vendor-s3-access-role-props';
export { VendorS3AccessUser } from './vendor-s3-access-user';
export { type VendorS3AccessUserProps } from './vendor-s3-access-user-props';
export { VendorS3BucketAccess } from './vendor-s3-bucket-access';
export { type VendorS3BucketAccessProps } from './vendor-s3-bucket-access-props';
