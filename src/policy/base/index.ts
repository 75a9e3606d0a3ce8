/** Values of the deployment as references, and what can be wrong with a declaration. */
export { AccessError, fail } from './access-error';
export { type ErrorCode, ERRORS } from './codes';
export { editDistance } from './edit-distance';
export {
  hasMark, hasReference, idOf, jsonLength, literalParts, literalsAre, mapLiterals, reference, replaceAllReferences, replaceReferences, skeleton,
} from './reference';
export { oneLine, show } from './show';
