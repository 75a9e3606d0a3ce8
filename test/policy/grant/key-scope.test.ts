import { AccessError, reference } from '../../../src/policy/base';
import { COMMON_VARIABLES, compileScope, describeScope, KeyScope } from '../../../src/policy/grant';
import { EVERY_KEY, MAX_KEY_BYTES } from '../../../src/policy/grant/key-scope';
import { renderPattern } from '../../../src/policy/pattern';
import { covered } from '../naive-matcher';

const VALUE = reference('Value', 1024);

const folder = (path: string): KeyScope => ({ kind: 'folder', path });
const startingWith = (start: string): KeyScope => ({ kind: 'startingWith', start });
const object = (key: string): KeyScope => ({ kind: 'object', key });
const template = (text: string, values: Record<string, string> = {}): KeyScope => ({ kind: 'template', template: text, values });

function compile(scope: KeyScope) {
  return compileScope(scope, COMMON_VARIABLES, 'keys[0]');
}

test.each([
  ['a folder', folder('incoming/orders'), 'incoming/orders/*', true],
  ['a folder with a final slash', folder('incoming/orders/'), 'incoming/orders/*', true],
  ['a folder with wildcards in its name', folder('50%*/a?'), '50%${*}/a${?}/*', true],
  ['a folder with a policy variable in its name', folder('${aws:username}'), '${$}{aws:username}/*', true],
  ['a folder with spaces and accents', folder('Été 2025/ à'), 'Été 2025/ à/*', true],
  ['a folder that starts with a dot', folder('.hidden/...'), '.hidden/.../*', true],
  ['a folder that is a reference', folder(VALUE), `${VALUE}/*`, true],
  ['a start of keys', startingWith('data_'), 'data_*', true],
  ['a start of keys that ends a folder', startingWith('raw/'), 'raw/*', true],
  ['a start of keys that ends in dots', startingWith('raw/..'), 'raw/..*', true],
  ['an object', object('manifest.json'), 'manifest.json', false],
  ['an object with wildcards in its name', object('a*b'), 'a${*}b', false],
  ['a template', template('exports/{tenant}/{full_date}'), 'exports/*/????????/*', true],
  ['a template with a bound variable', template('exports/{tenant}', { tenant: 'a*' }), 'exports/a${*}/*', true],
  ['a template with a final slash', template('exports/{tenant}/'), 'exports/*/*', true],
  ['a template with dots in its names', template('v1.2/{tenant}.d'), 'v1.2/*.d/*', true],
])('%s compiles to its pattern', (_, scope, pattern, listable) => {
  const compiled = compile(scope);
  expect(renderPattern(compiled)).toBe(pattern);
  expect(compiled.listable).toBe(listable);
});

test.each([
  ['a folder', folder('incoming/orders'), ['incoming/orders/a', 'incoming/orders/a/b', 'incoming/orders/'], ['incoming/orders', 'incoming/orders-secret/a', 'incoming/order']],
  ['a start of keys', startingWith('data_'), ['data_', 'data_1/2'], ['data', 'dat_1']],
  ['an object', object('a.csv'), ['a.csv'], ['a.csv.bak', 'a.cs', 'x/a.csv']],
  ['a template with a free variable in front of a path', template('{tenant}/in'), ['acme/in/a', 'a/b/in/c'], ['in/a', 'acme/in', 'acme/inn/a']],
  ['a template with a free variable and a sign', template('{tenant}_'), ['acme_/a', '_/a'], ['acme/a', 'acme_']],
  ['a template with a sign and a free variable', template('v{tenant}'), ['v1/a', 'v/a'], ['1/a', 'a/v1', 'v1']],
  ['a template of anything and a month', template('{tenant}/{date}'), ['acme/202511/a', 'a/b/202511/c'], ['202511/a', 'acme/20251/a', 'a']],
  ['a template of a month', template('{date}'), ['202511/a'], ['20251/a', '2025112/a', '202511']],
  ['the whole bucket', undefined, ['a', 'a/b', ''], []],
])('%s covers its keys and no others', (_, scope, inside, outside) => {
  const pattern = scope ? compile(scope) : EVERY_KEY;
  inside.forEach((key) => expect([key, covered([pattern], key)]).toEqual([key, true]));
  outside.forEach((key) => expect([key, covered([pattern], key)]).toEqual([key, false]));
});

test.each([
  ['ASCII', 'r'.repeat(MAX_KEY_BYTES)],
  ['two-byte characters', 'é'.repeat(MAX_KEY_BYTES / 2)],
])('1,024 bytes of %s are a key', (_, key) => {
  expect(compile(object(key)).stem).toBe(key);
});

test('a folder of 1,023 bytes has room for its slash, one of 1,024 has not', () => {
  expect(compile(folder('r'.repeat(MAX_KEY_BYTES - 1))).stem).toHaveLength(MAX_KEY_BYTES);
  expect(() => compile(folder('r'.repeat(MAX_KEY_BYTES)))).toThrow(expect.objectContaining({ code: 'KeyTooLong' }));
});

test.each([
  ['a leading slash', folder('/a'), 'KeyLeadingSlash'],
  ['nothing but a free variable', template('{tenant}'), 'ScopeMissing'],
  ['nothing but free variables and slashes', template('{tenant}/{tap}/'), 'ScopeMissing'],
  ['a free variable in two parts', template('{tenant}{full_date}'), 'ScopeMissing'],
  ['a free variable beside what may be empty at deployment', template(`{tenant}${reference('a', 5)}`), 'ScopeMissing'],
  ['nothing', startingWith(''), 'KeyEmpty'],
  ['an empty segment', folder('a//b'), 'KeySegmentInvalid'],
  ['two final slashes', folder('a//'), 'KeySegmentInvalid'],
  ['a dot', template('./{tenant}'), 'KeySegmentInvalid'],
  ['two dots', object('../a'), 'KeySegmentInvalid'],
  ['an empty segment further down a start', startingWith('a//b'), 'KeySegmentInvalid'],
  ['an empty segment of a template', template('a//{tenant}'), 'KeySegmentInvalid'],
  ['a final slash of an object', object('a/'), 'KeySegmentInvalid'],
  ['a value of dots', template('{tenant}', { tenant: '..' }), 'KeySegmentInvalid'],
  ['a control character', folder('a\u009f'), 'KeyCharacterInvalid'],
  ['a control character beside a reference', folder(`${VALUE}\u0007`), 'KeyCharacterInvalid'],
  ['a character beyond U+00FF', object('\u0100'), 'KeyCharacterInvalid'],
  ['a character beyond U+00FF in a value', template('{tenant}', { tenant: '\u0100' }), 'KeyCharacterInvalid'],
  ['1,025 bytes', folder('r'.repeat(1025)), 'KeyTooLong'],
  ['1,026 bytes in 513 characters', startingWith('é'.repeat(513)), 'KeyTooLong'],
  ['1,025 bytes beside a reference', object(`${VALUE}${'r'.repeat(1025)}`), 'KeyTooLong'],
  ['1,025 bytes with a value', template('{tenant}/x', { tenant: 'r'.repeat(1023) }), 'KeyTooLong'],
  ['1,026 bytes in 342 characters of a value', template('{tenant}', { tenant: '日'.repeat(342) }), 'KeyTooLong'],
  ['1,028 bytes in 257 characters of a value', template('{tenant}', { tenant: '🎬'.repeat(257) }), 'KeyTooLong'],
  ['a dynamic reference', folder('a{{resolve:ssm:b}}'), 'KeyDynamicReference'],
  ['a dynamic reference in a value', template('{tap}', { tap: '{{resolve:ssm:b}}' }), 'KeyDynamicReference'],
  ['a brace that a value could make two of', folder(`a{${VALUE}`), 'KeyDynamicReference'],
  ['a brace before the second of two values', folder(`${VALUE}/a{${VALUE}`), 'KeyDynamicReference'],
  ['the start of a dynamic reference before a value', folder(`{{res${VALUE}`), 'KeyDynamicReference'],
  ['no string', folder(undefined as unknown as string), 'ValueTypeInvalid'],
])('fails for a key with %s', (_, scope, code) => {
  expect(() => compile(scope)).toThrow(expect.objectContaining({ code, field: 'keys[0]' }));
  expect(() => compile(scope)).toThrow(AccessError);
});

test.each([
  [folder('raw'), 'raw/'],
  [folder('raw/'), 'raw/'],
  [startingWith('data_'), 'data_*'],
  [object('a.csv'), 'a.csv'],
  [template('exports/{tenant}/{date}/', { tenant: 'acme' }), 'exports/acme/{date}/'],
  [template('exports/{constructor}', {}), 'exports/{constructor}/'],
])('%j reads as %s', (scope, text) => {
  expect(describeScope(scope)).toBe(text);
});

test.each([
  ['U+007F', '\u007f', 1], ['U+0080', '\u0080', 2], ['U+07FF', '\u07ff', 2], ['U+0800', '\u0800', 3], ['U+FFFF', '\uffff', 3], ['U+10000', '\u{10000}', 4],
])('%s counts as its bytes in UTF-8', (_, character, bytes) => {
  // The value of a template is measured, with its final slash, before its characters are looked at.
  const most = Math.floor((MAX_KEY_BYTES - 1) / bytes);
  const given = (count: number) => () => compile(template('{tenant}', { tenant: character.repeat(count) }));
  expect(given(most)).toThrow(expect.objectContaining({ code: 'KeyCharacterInvalid' }));
  expect(given(most + 1)).toThrow(expect.objectContaining({ code: 'KeyTooLong' }));
});

test.each([`${VALUE}/{{x}}`, `${VALUE}{`, `{a${VALUE}`, '{{x}}', '{'])('no dynamic reference can come of %j', (path) => {
  expect(compile(startingWith(path)).stem).toBe(path);
});
