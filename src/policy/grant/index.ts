/** What a declaration of access means, as statements. */
export { type AccessOptions, actionsFor, checkExtraAction, checkOptions, encryptionDemand, type ExtraActions, includes, type Mode } from './actions';
export { compileBucketPolicies, compileIdentity, compileKeyPolicies, DENY_ALL, denyOnBucket, endOnBucket } from './compile';
export { checkExternalId, placeholderSpellings } from './external-id';
export { compileScope, describeScope, type KeyScope, MAX_KEY_BYTES } from './key-scope';
export { COMMON_VARIABLES, type TemplateVariables } from './key-template';
export { type KeyPlaces } from './kms-key-use';
export { checkCidr, checkExpiry, checkReason, checkSessionDuration, checkSessionTags } from './limits';
export { type CompileContext, type KmsKeyUse, type Location, termsId } from './location';
export { checkPlace, type Place, type PlacePart, type PlaceRequest } from './place';
export { type Scopes, type ScopeWords, WHOLE_BUCKET, WHOLE_BUCKET_FOLDER } from './scopes';
export { type ExternalIdRule, type Principals, type SessionTag, type TrustContext, type TrustedParty, trustStatements } from './trust';
export { SizeBound } from './size-bound';
