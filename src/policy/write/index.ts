/** Statements as JSON: rendered, measured, and distributed over documents. */
export { type PolicyJson, type StatementJson, statementToJson, toJson } from './json';
export { type Capacity, INLINE_POLICY_NAME, pack, type Packed, roomsOf } from './pack';
export { documentBytes, documentSize, EMPTY_DOCUMENT_SIZE, jsonSize, statementSize } from './size';
