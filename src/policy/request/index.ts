/** The front door: what somebody asked for, checked. */
export { type AccessRequest, type KeyRequest, type OwnerRequest, type Surroundings } from './access-request';
export { checkAccess, checkKey } from './check-access';
export { checkCompanions } from './companions';
export { type Declaration, DeclaredAccess } from './declared-access';
export { checkExternalIds, type ExternalIdRequest } from './external-ids';
export { type BucketInput, plainAccess } from './plain-access';
export { checkRoleName } from './role-name';
export { type CheckedRole, checkRole, surroundingsIn } from './role-request';
export { checkTrust, trustedParties } from './trust-request';
export { checkRoleVendor, checkVendor } from './vendor-request';
