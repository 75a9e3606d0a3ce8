/** Values of the deployment as references, the order of texts, and what can be wrong with a declaration. */
export { AccessError, detailOf, ERRORS, fail, failWith, type Issue, oneLine, show } from './errors';
export { Issues, raising } from './issues';
export { isRecord } from './record';
export { hasReference, jsonLength, literalParts, literalsAre, mapLiterals, reference, replaceReferences, skeleton } from './reference';
