import { replaceReferences } from './reference';

const SHOWN = 100;

/** Renders a received value on one line, short enough to read in a terminal. */
export function show(value: unknown, maxLength: number = SHOWN): string {
  if (typeof value === 'string') {
    return cut(oneLine(JSON.stringify(withoutReferences(value))), maxLength);
  }
  if (value === undefined) {
    return 'nothing';
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return Array.isArray(value) ? `a list of ${value.length}` : `a value of type ${typeof value}`;
}

/** A reference is shown as what it is, and so is what the CDK has in the place of one: their spellings would mean nothing to the reader. */
export function withoutReferences(text: string): string {
  return replaceReferences(text, () => UNKNOWN).replace(/\$\{Token\[[^\]]*\]\}/g, UNKNOWN);
}

const UNKNOWN = '<known at deployment>';

/** A text that is no longer than told, or says that there is more of it. */
export function cut(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}… (${text.length} characters)` : text;
}

/**
 * Spells out what a terminal could treat as a line break, a command or a change of direction: a message gets one line
 * and reads as it is, whatever names are in it.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (c) => {
    const point = c.codePointAt(0)!.toString(16);
    return point.length > 4 ? `\\u{${point}}` : `\\u${point.padStart(4, '0')}`;
  });
}
