import { AccessError, fail, oneLine, reference, show } from '../../../src/policy/base';

test.each([
  ['plain', '"plain"'],
  ['', '""'],
  ['a"b\\c', '"a\\"b\\\\c"'],
  ['two\nlines', '"two\\nlines"'],
  ['del\u007f sep\u2028\u2029 next\u0085', '"del\\u007f sep\\u2028\\u2029 next\\u0085"'],
  [`a/${reference('Bucket', 63)}/b`, '"a/<known at deployment>/b"'],
  ['a/${Token[Bucket.12]}/b', '"a/<known at deployment>/b"'],
  ['\u0001', '"\\u0001"'],
  [undefined, 'undefined'],
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

test('an error says what, where, what was received and what to do', () => {
  const run = () => fail('KeyEmpty', 'access[0].prefixes[0]', '', 'name a folder');
  expect(run).toThrow(AccessError);
  expect(run).toThrow(expect.objectContaining({
    name: 'VendorS3AccessError',
    code: 'KeyEmpty',
    field: 'access[0].prefixes[0]',
    detail: 'received ""; name a folder',
    message: 'KeyEmpty: access[0].prefixes[0]: received ""; name a folder',
  }));
});

test('a place is added to the message, and the stack trace is kept', () => {
  const error = new AccessError([{ code: 'KeyEmpty', field: 'access[0]', received: '""', remedy: 'name a folder' }]);
  const located = error.at('App/Stack/Access');
  expect(located.message).toBe('KeyEmpty [App/Stack/Access] access[0]: received ""; name a folder');
  // Node.js prints the stack of an error that nobody catches, so the place must be in it.
  expect(located.stack?.split('\n')[0]).toBe(`VendorS3AccessError: ${located.message}`);
  expect(located.stack?.split('\n').slice(1)).toEqual(error.stack?.split('\n').slice(1));
  expect(located).toBeInstanceOf(AccessError);
  expect(error.message).not.toContain('App/Stack');
});

test('an error has one line, whatever is in its parts', () => {
  const error = new AccessError([{ code: 'KeyEmpty', field: 'a\nb', received: 'c\r', remedy: '\nd\u2028e' }]);
  expect(error.message).toBe('KeyEmpty: a\\u000ab: received c\\u000d; \\u000ad\\u2028e');
  expect(error.at('p\tq').message).toBe('KeyEmpty [p\\u0009q] a\\u000ab: received c\\u000d; \\u000ad\\u2028e');
});

test('invisible characters beyond U+FFFF are spelled out with braces', () => {
  expect(oneLine('a\u{e0001}b\u200bc')).toBe('a\\u{e0001}b\\u200bc');
});

test('an error that has lost its stack trace is placed without one', () => {
  const error = new AccessError([{ code: 'KeyEmpty', field: 'access[0]', received: '""', remedy: 'name a folder' }]);
  error.stack = undefined;
  const located = error.at('App/Stack');
  expect(located.stack).toBe(`VendorS3AccessError: ${located.message}`);
});
