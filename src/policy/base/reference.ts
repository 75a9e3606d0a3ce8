/**
 * Values that exist only at deployment.
 *
 * The core works on plain strings. A part of a string that is not known yet travels as a reference: an opaque run
 * between two control characters, which no valid input can hold. It carries its upper bound, so that sizing needs no
 * look-up, and an identity that does not depend on the order in which anything was created, so that sorting stays
 * stable.
 */
const START = '\u0001';
const END = '\u0002';
const SEPARATOR = '|';
// eslint-disable-next-line no-control-regex
const REFERENCE = /\u0001[^\u0001\u0002]*\u0002/g;

/** Makes a reference. `id` identifies the value in letters, digits and underscores; `maxLength` is in characters. */
export function reference(id: string, maxLength: number): string {
  return `${START}${maxLength}${SEPARATOR}${id}${END}`;
}

/** Whether a string holds a part that is known only at deployment. */
export function hasReference(text: string): boolean {
  return text.includes(START);
}

/** Whether a string holds a character that only references may hold. */
export function hasMark(text: string): boolean {
  return text.includes(START) || text.includes(END);
}

/** The ID that a reference was made with. */
export function idOf(found: string): string {
  return found.slice(found.indexOf(SEPARATOR) + SEPARATOR.length, -END.length);
}

/** The upper bound that a reference was made with. */
function maxLengthOf(found: string): number {
  return parseInt(found.slice(START.length), 10);
}

/** Replaces every reference in a string. */
export function replaceReferences(text: string, replacement: (reference: string) => string): string {
  return hasReference(text) ? text.replace(REFERENCE, replacement) : text;
}

/** Replaces every reference in plain data, in names as well as in values. */
export function replaceAllReferences<T>(value: T, replacement: (reference: string) => string): T {
  if (typeof value === 'string') {
    return replaceReferences(value, replacement) as T;
  }
  if (Array.isArray(value)) {
    return value.map((item) => replaceAllReferences(item, replacement)) as T;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) =>
      [replaceReferences(key, replacement), replaceAllReferences(item, replacement)])) as T;
  }
  return value;
}

/** The string with each reference shrunk to one character, for checks of its shape. */
export function skeleton(text: string): string {
  return replaceReferences(text, () => START);
}

/** The parts of a string that are known now. */
export function literalParts(text: string): string[] {
  return hasReference(text) ? text.split(REFERENCE) : [text];
}

/** Whether all that is known of a string is made of these characters. */
export function literalsAre(text: string, characters: RegExp): boolean {
  return literalParts(text).every((part) => characters.test(part));
}

/** Applies a function to the literal parts and keeps the references as they are. */
export function mapLiterals(text: string, map: (literal: string) => string): string {
  if (!hasReference(text)) {
    return map(text);
  }
  const references = text.match(REFERENCE) ?? [];
  return literalParts(text).map((part, i) => map(part) + (references[i] ?? '')).join('');
}

/** Characters that JSON writes in another way. */
// eslint-disable-next-line no-control-regex
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

function literalLength(text: string): number {
  return ESCAPED.test(text) ? JSON.stringify(text).length - 2 : text.length;
}

/** The number of characters that a string takes in a JSON document, references at their upper bound. */
export function jsonLength(text: string): number {
  if (!hasReference(text)) {
    return literalLength(text);
  }
  const literals = literalParts(text).reduce((sum, part) => sum + literalLength(part), 0);
  return (text.match(REFERENCE) ?? []).reduce((sum, found) => sum + maxLengthOf(found), literals);
}
