import {
  hasMark, hasReference, idOf, jsonLength, literalParts, literalsAre, mapLiterals, reference, replaceAllReferences, replaceReferences, skeleton,
} from '../../../src/policy/base';

const BUCKET = reference('Bucket_2e_Arn', 63);
const ACCOUNT = reference('Account', 12);
const MIXED = `arn:${ACCOUNT}:"x"/${BUCKET}`;

test('a reference is recognized anywhere in a string', () => {
  expect(hasReference(BUCKET)).toBe(true);
  expect(hasReference(MIXED)).toBe(true);
  expect(hasReference('Bucket_2e_Arn')).toBe(false);
  expect(hasReference('')).toBe(false);
});

test('references of one value are equal, of different values or bounds are not', () => {
  expect(reference('A', 5)).toBe(reference('A', 5));
  expect(reference('A', 5)).not.toBe(reference('B', 5));
  expect(reference('A', 5)).not.toBe(reference('A', 6));
});

test('no reference is the start of another', () => {
  expect(reference('AB', 5).startsWith(reference('A', 5))).toBe(false);
  expect(reference('A', 55).startsWith(reference('A', 5))).toBe(false);
});

test('each reference is replaced, in order', () => {
  const seen: string[] = [];
  expect(replaceReferences(MIXED, (found) => { seen.push(found); return `<${seen.length}>`; })).toBe('arn:<1>:"x"/<2>');
  expect(seen).toEqual([ACCOUNT, BUCKET]);
  expect(replaceReferences('plain', () => 'never')).toBe('plain');
});

test('references are replaced wherever they are in plain data, and all else is kept', () => {
  expect(replaceAllReferences({ a: [MIXED, 1, null, true, undefined], [BUCKET]: { b: '' } }, (found) => `<${idOf(found)}>`))
    .toEqual({ 'a': ['arn:<Account>:"x"/<Bucket_2e_Arn>', 1, null, true, undefined], '<Bucket_2e_Arn>': { b: '' } });
});

test('a reference tells the ID that it was made with', () => {
  expect(idOf(BUCKET)).toBe('Bucket_2e_Arn');
  expect(idOf(reference('', 5))).toBe('');
});

test.each([
  [BUCKET, true], ['\u0001', true], ['a\u0002b', true], ['plain', false], ['', false], ['63|x', false], ['\u0000\u0003', false],
])('%j holds a mark of references: %p', (text, holds) => {
  expect(hasMark(text)).toBe(holds);
});

test('a skeleton has one character for each reference', () => {
  expect(skeleton(MIXED)).toHaveLength('arn::"x"/'.length + 2);
  expect(skeleton('plain')).toBe('plain');
});

test('the literal parts surround the references', () => {
  expect(literalParts(MIXED)).toEqual(['arn:', ':"x"/', '']);
  expect(literalParts(`${BUCKET}${ACCOUNT}`)).toEqual(['', '', '']);
  expect(literalParts('plain')).toEqual(['plain']);
});

test('literal parts are mapped, references are kept', () => {
  expect(mapLiterals(MIXED, (part) => part.toUpperCase())).toBe(`ARN:${ACCOUNT}:"X"/${BUCKET}`);
  expect(mapLiterals('plain', (part) => part.toUpperCase())).toBe('PLAIN');
});

test('all literal parts have to be of the characters asked for', () => {
  expect(literalsAre(`ab${BUCKET}ba`, /^[ab]*$/)).toBe(true);
  expect(literalsAre(`ab${BUCKET}x`, /^[ab]*$/)).toBe(false);
  expect(literalsAre(`x${BUCKET}ba`, /^[ab]*$/)).toBe(false);
  expect(literalsAre('x', /^[ab]*$/)).toBe(false);
});

test('a mark without its end is text', () => {
  expect(mapLiterals('\u0001x', (part) => `<${part}>`)).toBe('<\u0001x>');
  expect(jsonLength('\u0001x')).toBe('\\u0001x'.length);
});

test.each([
  ['', 0],
  ['plain', 5],
  ['"', 2],
  ['\\', 2],
  ['\n', 2],
  ['\u001f', 6],
  ['é', 1],
  [BUCKET, 63],
  [`${BUCKET}/*`, 65],
  [MIXED, 'arn::"x"/'.length + 2 + 12 + 63],
])('the length in JSON of %j counts escapes and upper bounds', (text, length) => {
  expect(jsonLength(text)).toBe(length);
});
