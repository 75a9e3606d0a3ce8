/** Values of the deployment as references, and what can be wrong with a declaration. */
export { AccessError, fail, failWith } from './access-error';
export { ERRORS } from './codes';
export { detailOf, type Issue } from './issue';
export { Issues, raising } from './issues';
export { didYouMean, nearest } from './nearest';
export { isRecord } from './record';
export { byCodeUnit } from './order';
export {
  hasMark, hasReference, idOf, jsonLength, literalParts, literalsAre, mapLiterals, reference, replaceAllReferences, replaceReferences, skeleton,
} from './reference';
export { oneLine, show } from './show';
