/** All that the package offers. Each name is loaded when it is first used: build-tools/library sees to it. */
export { type VendorS3HandOff, VendorS3HandOffKind } from './api';
export { type PolicyUsage, VendorS3BucketPolicies, VendorS3PolicyPlacement } from './api';
export { S3Access, S3AccessMode, type S3AccessOptions, S3KeyScope } from './api';
export { Vendor, type VendorAccountOptions } from './api';
export {
  ExternalIdIssuer, ExternalIdPolicy, VendorAccessMethod, type VendorCompanionBucket, type VendorDefinition, VendorEncryption,
  type VendorSessionTag,
} from './api';
export { type ApperateOptions, type CloudglueOptions, type CoactiveOptions, type HotglueOptions, Vendors } from './api';
export { VendorS3AccessRole, type VendorS3AccessRoleProps, type VendorS3AdditionalTrust } from './constructs';
export { VendorS3AccessUser, type VendorS3AccessUserProps } from './constructs';
export { VendorS3BucketAccess, type VendorS3BucketAccessProps } from './constructs';
export { type OneClickCallBack, OneClickExternalId, OneClickStack, type OneClickStackProps } from './kit/stack';
