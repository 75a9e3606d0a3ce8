import * as fc from 'fast-check';
import { reference } from '../../../src/policy/base';
import { escapeKey, escapeLiteral, renderPattern } from '../../../src/policy/pattern';
import { matches } from '../naive-matcher';

test.each([
  ['plain/key', 'plain/key'],
  ['*', '${*}'],
  ['a?b', 'a${?}b'],
  ['price$', 'price${$}'],
  ['${aws:username}', '${$}{aws:username}'],
  ['$*', '${$}${*}'],
  ['${*}', '${$}{${*}}'],
  ['{tenant}', '{tenant}'],
])('the key %j stands for itself as %j', (key, escaped) => {
  expect(escapeLiteral(key)).toBe(escaped);
});

test('an escaped key matches itself, and nothing else', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?', '$', '{', '}'), maxLength: 6 });
  fc.assert(fc.property(text, text, (key, other) => {
    expect(matches(escapeLiteral(key), key)).toBe(true);
    expect(matches(escapeLiteral(key), other)).toBe(key === other);
  }));
});

test('two escaped neighbours never join to an escape of their own', () => {
  const text = fc.string({ unit: fc.constantFrom('$', '{', '*', '}', 'a'), maxLength: 4 });
  fc.assert(fc.property(text, text, (left, right) => {
    expect(escapeLiteral(left) + escapeLiteral(right)).toBe(escapeLiteral(left + right));
  }));
});

test('references in a key are kept as they are', () => {
  const value = reference('Value', 8);
  expect(escapeKey(`a*/${value}/?`)).toBe(`a\${*}/${value}/\${?}`);
});

test('an open pattern ends in a wildcard, a closed one does not', () => {
  expect(renderPattern({ stem: 'a/', open: true, listable: true })).toBe('a/*');
  expect(renderPattern({ stem: 'a', open: false, listable: false })).toBe('a');
});
