/** Values of the deployment as references, the order of texts, and what can be wrong with a declaration. */
export { AccessError, type ErrorCode, ERRORS, fail, oneLine, show } from './errors';
export { byCodeUnit } from './order';
export { hasReference, jsonLength, literalParts, literalsAre, mapLiterals, reference, replaceReferences, skeleton } from './reference';
