/** Tokens of the CDK: what they stand for, and as references of the core. */
export { knownPartition, sameEnvironment, stageOf } from './environment';
export { inTemplate, propertiesInTemplate } from './in-template';
export { emptyParameters, mayBeNothing } from './emptiness';
export { JsonText } from './json-text';
export { warnIfLookedUp, warnIfOpen } from './open-parameter';
export { maskTokens } from './mask-tokens';
export { PSEUDO_BOUNDS } from './pseudo-bounds';
export { Rendering } from './rendering';
export { isSecret } from './secret';
export { identitiesIn, identityOfValue, referenceIn } from './token-identity';
export { type TokenKind, TokenTable } from './tokens';
