/** Statements as JSON: sizes, and their distribution over documents. */
export { type Capacity, INLINE_POLICY_NAME, pack, type Packed, roomsOf } from './pack';
export { documentSize, EMPTY_DOCUMENT_SIZE, jsonSize, statementSize } from './size';
