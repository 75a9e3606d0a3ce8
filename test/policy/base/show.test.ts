import { oneLine, reference, show } from '../../../src/policy/base';

test.each([
  ['plain', '"plain"'],
  ['', '""'],
  ['a"b\\c', '"a\\"b\\\\c"'],
  ['two\nlines', '"two\\nlines"'],
  ['del\u007f sep\u2028\u2029 next\u0085', '"del\\u007f sep\\u2028\\u2029 next\\u0085"'],
  [`a/${reference('Bucket', 63)}/b`, '"a/<known at deployment>/b"'],
  ['a/${Token[Bucket.12]}/b', '"a/<known at deployment>/b"'],
  ['\u0001', '"\\u0001"'],
  [undefined, 'nothing'],
  [null, 'null'],
  [NaN, 'NaN'],
  [-1.5, '-1.5'],
  [true, 'true'],
  [[], 'a list of 0'],
  [[1, 2], 'a list of 2'],
  [{ a: 1 }, 'a value of type object'],
  [() => 1, 'a value of type function'],
  [Symbol('x'), 'a value of type symbol'],
  [10n, 'a value of type bigint'],
])('%p is shown as %s', (value, text) => {
  expect(show(value)).toBe(text);
});

test('a long value is cut, and its length told', () => {
  expect(show('x'.repeat(98))).toBe(`"${'x'.repeat(98)}"`);
  expect(show('x'.repeat(5000))).toBe(`"${'x'.repeat(99)}… (5002 characters)`);
});

test('invisible characters beyond U+FFFF are spelled out with braces', () => {
  expect(oneLine('a\u{e0001}b\u200bc')).toBe('a\\u{e0001}b\\u200bc');
});
