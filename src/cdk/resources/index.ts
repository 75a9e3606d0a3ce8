/** What the core has made, as resources. */
export { warnIfDenied } from './denied';
export { IdentityAccess } from './identity-access';
export { arnEnd } from './late-name';
export { addLocationsOutput, addRoleOutputs, claimRoleName } from './outputs';
export { ResourcePolicies, type Step } from './resource-policies';
export { TrustPrincipal } from './trust-principal';
