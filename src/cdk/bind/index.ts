/** Constructs as input of the core. */
export { type BoundAccess } from './bound-access';
export { bindKey, type BoundKey } from './bound-kms-key';
export { bindExpiry, bindSourceIps, checkBoundary, checkDuration } from './bound-limits';
export { bindTrust, bindVendor, partitionReference } from './bound-vendor';
export { Declarations } from './declarations';
export { byBucket, byKey } from './grouping';
export { fixedName } from './own-bucket';
