/** The values that users hand to constructs. */
export { type VendorS3HandOff, VendorS3HandOffKind } from './hand-off';
export { type PolicyUsage, VendorS3BucketPolicies, VendorS3PolicyPlacement } from './policy-usage';
export { S3_ACCESS_OPTIONS, S3Access, S3AccessMode, type S3AccessOptions } from './s3-access';
export { S3KeyScope } from './s3-key-scope';
export {
  ExternalIdIssuer, ExternalIdPolicy, VendorAccessMethod, type VendorCompanionBucket, type VendorDefinition, VendorEncryption,
  type VendorSessionTag,
} from './vendor-definition';
export { Vendor, type VendorAccountOptions, wordsOf } from './vendor';
export { type ApperateOptions, type CloudglueOptions, type CoactiveOptions, type HotglueOptions, Vendors } from './vendors';
