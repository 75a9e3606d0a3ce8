import { statementToJson } from './json';
import { jsonLength } from '../base';
import { Statement } from '../document';

/** `{"Version":"2012-10-17","Statement":[]}` */
export const EMPTY_DOCUMENT_SIZE = 39;

/** The characters that a JSON value takes, without white space between its tokens: what IAM counts. */
export function jsonSize(value: unknown): number {
  if (typeof value === 'string') {
    return jsonLength(value) + 2;
  }
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item) => sum + jsonSize(item), 2 + Math.max(0, value.length - 1));
  }
  const entries = Object.entries(value as object);
  return entries.reduce((sum, [key, item]) => sum + jsonLength(key) + 3 + jsonSize(item), 2 + Math.max(0, entries.length - 1));
}

/** The size of one statement within a document, without the comma. */
export function statementSize(statement: Statement): number {
  return jsonSize(statementToJson(statement));
}

/** The size of a document of these statements. */
export function documentSize(statements: readonly Statement[]): number {
  return statements.reduce((sum, statement) => sum + statementSize(statement), EMPTY_DOCUMENT_SIZE + Math.max(0, statements.length - 1));
}

/** The same in bytes of UTF-8: what S3 and KMS count. References are bounded in bytes already. */
export function documentBytes(statements: readonly Statement[]): number {
  const json = JSON.stringify(statements.map(statementToJson));
  return documentSize(statements) + new TextEncoder().encode(json).length - json.length;
}
