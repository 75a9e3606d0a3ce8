import { AccessError, fail } from '../../../src/policy/base';

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

test('an error that has lost its stack trace is placed without one', () => {
  const error = new AccessError([{ code: 'KeyEmpty', field: 'access[0]', received: '""', remedy: 'name a folder' }]);
  error.stack = undefined;
  const located = error.at('App/Stack');
  expect(located.stack).toBe(`VendorS3AccessError: ${located.message}`);
});

test('an error of what is in a file names that, in the message and in all that is wrong, wherever it is told', () => {
  const error = new AccessError([
    { code: 'AccountIdInvalid', field: 'accounts[0]', received: '"1"', remedy: 'x' }, { code: 'DefinitionFieldMissing', field: 'name', received: 'nothing', remedy: 'y' },
  ]).inFile('vendor.yaml');
  expect(error.message).toBe('AccountIdInvalid [vendor.yaml] accounts[0]: received "1"; x');
  expect(error.stack?.split('\n')[0]).toBe(`VendorS3AccessError: ${error.message}`);
  expect(error.at('App/Stack').issues.map(({ file, field }) => [file, field])).toEqual([['vendor.yaml', 'accounts[0]'], ['vendor.yaml', 'name']]);
});
