/** What the core has made, as resources. */
export { warnIfDenied } from './denied';
export { IdentityAccess } from './identity-access';
export { arnEnd } from './late-name';
export { addLocationsOutput, addRoleOutputs } from './outputs';
export { ResourcePolicies, type Step } from './resource-policies';
export { claimRoleName } from './role-names';
export { TrustPrincipal } from './trust-principal';
