import { isHarmless, keepsOutHarm, letsInEmpty } from '../../../src/cdk/tokens/allowed-pattern';

test.each(['', 'acme-orders', 'arn:aws:s3:::acme', 'a/b c.+=,@_~'])('the value %j is harmless', (value) => {
  expect(isHarmless(value)).toBe(true);
});

test.each(['*', 'acme-*', 'a?', '${aws:username}', '$', '{{resolve:ssm:x}}', 'a"b', 'a\\'])('the value %j is not', (value) => {
  expect(isHarmless(value)).toBe(false);
});

test.each([
  '[a-z]+', 'a+', '[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]', '^[a-z0-9.-]{3,63}$', '\\d{12}', '^\\d{12}$', 'o-[a-z0-9]{10,32}', '(?:acme|emca)-orders', '(a|b)*',
  'arn:aws[a-z-]*:s3:::[a-z0-9.-]+', 'arn:aws:iam::\\d{12}:role/[\\w+=,.@-]+', '[\\w+=,.@:/-]{2,1224}', '[A-Za-z0-9_\\-\\/]*', '\\[x\\]', '\\.', '[.]', '',
])('the pattern %s keeps harm out', (pattern) => {
  expect(keepsOutHarm(pattern)).toBe(true);
});

test.each([
  '.*', '.+', '^.{3,63}$', '[a-z].*', '[^/]+', '[^ ]*', '\\S+', '\\W', '\\D{12}', '[\\S]', '[\\W]', '\\*', '[*]', '[a-z*]', '[!-~]+', '[ -z]', '\\$', '\\?', 'acme-(.*|x)',
  'a|\\*', '[$]', '\\{', '[{]', '"', '[\\\\]', '\\\\',
  // Not the same in Java, or too clever to be sure of.
  '\\p{Graph}+', '\\Q*\\E', '\\x2a', '\\u002a', '\\052', '[\\x2a]', '[a-z[*]]', '[a-z&&[^*]]', '[a-z[^b]]+', '[a-z&&b]', '[[]', '(', '[', '[z-a]', '[]*]', '\\',
])('the pattern %s does not, or might not', (pattern) => {
  expect(keepsOutHarm(pattern)).toBe(false);
});

test.each([['[a-z]*', true], ['', true], ['(a|)', true], ['^$', true], ['(', true], ['[a-z]+', false], ['a', false], ['.{2,}', false]])(
  'whether %s lets in an empty value: %s', (pattern, empty) => {
    expect(letsInEmpty(pattern)).toBe(empty);
  });
