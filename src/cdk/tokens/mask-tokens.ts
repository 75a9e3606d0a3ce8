import { Token } from 'aws-cdk-lib';
import { checkList } from '../input';
import { mapTokens } from './map-tokens';
import { fail, hasMark, isRecord, reference } from '../../policy/base';

/** Refuses what would read as a reference and is none. */
export function refuseMarks(text: string, field: string): void {
  if (hasMark(text)) {
    fail('KeyCharacterInvalid', field, text, 'remove the control character');
  }
}

/** Hides every token in plain data, for checks that have no construct to resolve it. */
export function maskTokens<T>(value: T, field: string): T {
  if (typeof value === 'string') {
    refuseMarks(value, field);
    return (Token.isUnresolved(value) ? mapTokens(value, () => reference('token', 1)) : value) as T;
  }
  if (Array.isArray(value)) {
    return checkList(value, field).map((item, i) => maskTokens(item, `${field}[${i}]`)) as T;
  }
  if (isRecord(value) && !Token.isUnresolved(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskTokens(item, `${field}.${key}`)])) as T;
  }
  return value;
}
