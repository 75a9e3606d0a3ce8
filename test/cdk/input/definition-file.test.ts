import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { readDefinitionFile } from '../../../src/cdk/input';
import { cpuTime } from '../../support/cpu-time';

const directory = mkdtempSync(join(tmpdir(), 'definition-'));

afterAll(() => rmSync(directory, { recursive: true }));

function read(name: string, content: string | Buffer): unknown {
  const path = join(directory, name);
  writeFileSync(path, content);
  return readDefinitionFile(path).data;
}

test.each([
  ['acme.json', '{"name": "Acme", "accounts": ["111122223333"]}'],
  ['acme.yaml', 'name: Acme\naccounts: ["111122223333"]\n'],
  ['acme.yml', '# Acme\nname: Acme\naccounts:\n  - \'111122223333\'\n'],
  ['ACME.YAML', '{name: Acme, accounts: ["111122223333"]}'],
])('%s is read', (name, content) => {
  expect(read(name, content)).toEqual({ name: 'Acme', accounts: ['111122223333'] });
});

test('a few aliases are honest', () => {
  expect(read('alias.yaml', 'name: Acme\naccounts: &a ["111122223333"]\nprincipals: *a\n')).toMatchObject({ principals: ['111122223333'] });
});

test('a file of the greatest size is read, a larger one is not', () => {
  const content = (size: number) => `{"name": "Acme"}${' '.repeat(size - 16)}`;
  expect(read('largest.json', content(64 * 1024))).toEqual({ name: 'Acme' });
  expect(() => read('larger.json', content(64 * 1024 + 1))).toThrow(expect.objectContaining({ code: 'DefinitionFileInvalid' }));
});

describe('what is no regular file is refused without waiting for it:', () => {
  test.each([
    ['a folder', 'folder.json', (path: string) => void mkdirSync(path)],
    ['a pipe that nobody writes to', 'pipe.yaml', (path: string) => void execFileSync('mkfifo', [path])],
    ['a link to a device that never ends', 'endless.json', (path: string) => symlinkSync('/dev/zero', path)],
    ['a link to a device that is empty', 'null.yaml', (path: string) => symlinkSync('/dev/null', path)],
  ])('%s', (_, name, make) => {
    const path = join(directory, name);
    make(path);
    const started = cpuTime();
    expect(() => readDefinitionFile(path)).toThrow(expect.objectContaining({
      code: 'DefinitionFileInvalid',
      detail: expect.stringContaining('this is not a regular file'),
    }));
    expect(cpuTime() - started).toBeLessThan(1000);
  });

  test('a link to a regular file is read', () => {
    writeFileSync(join(directory, 'target.json'), '{"name": "Acme"}');
    symlinkSync('target.json', join(directory, 'link.json'));
    expect(readDefinitionFile(join(directory, 'link.json')).data).toEqual({ name: 'Acme' });
  });
});

describe('the bytes of a file', () => {
  test.each([
    ['bom.json', Buffer.from('\ufeff{"name": "注文"}')],
    ['bom.yaml', Buffer.from('\ufeffname: 注文')],
    ['plain.json', Buffer.from('{"name": "注文"}')],
  ])('are read as UTF-8, with or without a byte order mark: %s', (name, bytes) => {
    expect(read(name, bytes)).toEqual({ name: '注文' });
  });

  test.each([
    ['latin1.json', Buffer.from('{"name": "Ünïcode"}', 'latin1')],
    ['latin1.yaml', Buffer.from('name: Ünïcode', 'latin1')],
    ['utf16.yaml', Buffer.from('\ufeffname: Acme', 'utf16le')],
    ['cut.yaml', Buffer.from('name: 注').subarray(0, -1)],
  ])('are refused where they are not: %s', (name, bytes) => {
    expect(() => read(name, bytes)).toThrow(/^DefinitionFileInvalid \[.*received no (JSON|YAML) that can be used; correct this: the file is not UTF-8 text$/);
  });
});

describe('keys', () => {
  test.each([
    ['twice.json', '{"name": "X", "name": "Y"}', 'line 1, column 15'],
    ['nested.json', '{"a": [{"b": 1,\n  "b": 2}]}', 'line 2, column 3'],
    ['escaped.json', '{"name": "X", "n\\u0061me": "Y"}', 'line 1, column 15'],
    ['after-list.json', '{"a": [1], "a": 2}', 'line 1, column 12'],
    ['brace-in-text.json', '{"a": "{", "a": 2}', 'line 1, column 12'],
    ['twice.yaml', 'name: X\nname: Y', 'line 2, column 1'],
    ['quoted.yaml', 'name: X\n"name": Y', 'line 2, column 1'],
    ['number.yaml', '1: X\n"1": Y', 'line 2, column 1'],
    ['nested.yaml', 'a: [{b: 1, b: 2}]', 'line 1, column 12'],
  ])('that stand twice in one object are refused: %s', (name, content, position) => {
    expect(() => read(name, content)).toThrow(new RegExp(`correct this: keys must be unique at ${position}$`));
  });

  test.each([
    ['apart.json', '{"a": {"b": 1}, "b": [{"a": 2}, {"a": 3}]}', { a: { b: 1 }, b: [{ a: 2 }, { a: 3 }] }],
    ['values.json', '{"a": "b", "b": ["a", "a"]}', { a: 'b', b: ['a', 'a'] }],
    ['text.json', '{"a": "{\\"a\\": 1}", "b\\"": "a\\\\"}', { 'a': '{"a": 1}', 'b"': 'a\\' }],
    ['case.json', '{"a": 1, "A": 2}', { a: 1, A: 2 }],
    ['apart.yaml', 'a: {b: 1}\nb: [{a: 2}, {a: 3}]', { a: { b: 1 }, b: [{ a: 2 }, { a: 3 }] }],
  ])('may stand in several objects, and in values: %s', (name, content, value) => {
    expect(read(name, content)).toEqual(value);
  });

  test.each([
    ['list.yaml', '? [a]\n: b'],
    ['object.yaml', '{a: b}: c'],
    ['alias.yaml', 'a: &x b\n*x : c'],
  ])('in YAML that are no plain text are refused: %s', (name, content) => {
    expect(() => read(name, content)).toThrow(/received no YAML that can be used; correct this: keys must be plain text at line \d+, column \d+$/);
  });

  test.each([
    ['JSON', 'many.json', `{${Array.from({ length: 7000 }, (_, i) => `"${i}":1`).join(',')}}`],
    ['YAML', 'many.yaml', `{${Array.from({ length: 9000 }, (_, i) => i).join(',')}}`],
  ])('are compared in no time, however many they are in %s', (_, name, content) => {
    const started = cpuTime();
    expect(Object.keys(read(name, content) as object).length).toBeGreaterThanOrEqual(7000);
    expect(cpuTime() - started).toBeLessThan(1000);
  });
});

describe('YAML', () => {
  test.each([
    ['a version', '%YAML 1.2\n---\nname: X'],
    ['an older version', '%YAML 1.1\n---\nname: X'],
    ['a version after a comment', '# X\r\n\r\n%YAML 1.2\r\n---\r\nname: X'],
    ['a version after a byte order mark', '\ufeff%YAML 1.2\n---\nname: X'],
    ['a prefix of tags', '%TAG !! tag:yaml.org,2002:\n---\nname: X'],
    ['what nobody knows', '%FOO\n---\nname: X'],
  ])('with a directive is refused: %s', (_, content) => {
    expect(() => read('directive.yaml', content)).toThrow(/received no YAML that can be used; correct this: directives are not supported at line \d+, column 1$/);
  });

  test.each([
    ['text', 'name: !!str X'],
    ['nothing', 'name: !!str'],
    ['a key', '!!str name: X'],
    ['a list', 'name: !!seq [X]'],
    ['the whole', '!<tag:yaml.org,2002:map> {name: X}'],
    ['text, without a name', 'name: ! X'],
  ])('with a tag is refused, even where it changes nothing: on %s', (_, content) => {
    expect(() => read('tag.yaml', content)).toThrow(/received no YAML that can be used; correct this: tags are not supported at line 1, column \d+$/);
  });

  test.each([
    ['a set', 'name: !!set {a}'],
    ['an ordered map', 'name: !!omap [a: b]'],
    ['bytes', 'name: !!binary aGk='],
    ['an own one', 'name: !vendor X'],
  ])('with a tag that is not of the core is refused: %s', (_, content) => {
    expect(() => read('tag.yaml', content)).toThrow(/received no YAML that can be used; correct this: Unresolved tag at line 1, column 7$/);
  });

  test.each([
    ['a percent sign', 'name: 100%', '100%'],
    ['a percent sign at the start of a line', 'name: |-\n  a\n  %YAML 1.1', 'a\n%YAML 1.1'],
    ['an exclamation mark', 'name: Yahoo!', 'Yahoo!'],
    ['a quoted exclamation mark', 'name: "!!str X"', '!!str X'],
    ['a start of a document', '---\nname: X', 'X'],
    ['words that were booleans once', 'name: yes', 'yes'],
    ['a number in an older notation', 'name: 0b1', '0b1'],
    ['a date', 'name: 2025-01-01', '2025-01-01'],
  ])('may have %s', (_, content, name) => {
    expect(read('text.yaml', content)).toEqual({ name });
  });

  test('prints nothing', () => {
    const printed = [jest.spyOn(process, 'emitWarning'), jest.spyOn(console, 'warn')];
    ['a: !x b', '? {a: b}\n: c', '%YAML 1.3\n---\na: b', 'a: *b'].forEach((content) => expect(() => read('quiet.yaml', content)).toThrow());
    printed.forEach((spy) => expect(spy).not.toHaveBeenCalled());
  });
});

describe('nesting', () => {
  const lists = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

  test.each([
    ['a list nine levels deep', lists(10)],
    ['very many levels', lists(30_000)],
  ])('of %s is refused in JSON', (_, content) => {
    expect(() => read('deep.json', content)).toThrow(/received no JSON that can be used; correct this: values are nested more than 8 levels deep$/);
  });

  test.each([
    ['a list nine levels deep', lists(10), 'values are nested more than 8 levels deep'],
    ['a list that holds itself', '&x [*x]', 'values are nested more than 8 levels deep'],
    ['a list that holds itself many times', '&x [*x, *x, *x, *x, *x, *x, *x, *x, *x, *x]', 'there are more than 10000 values'],
    ['an object that holds itself', '&x {name: *x}', 'values are nested more than 8 levels deep'],
    ['very many levels', lists(30_000), 'Maximum call stack size exceeded at line 1, column \\d+'],
  ])('of %s is refused in YAML', (_, content, reason) => {
    expect(() => read('deep.yaml', content)).toThrow(new RegExp(`received no YAML that can be used; correct this: ${reason}$`));
  });

  test.each(['json', 'yaml'])('of a list eight levels deep is read from %s', (type) => {
    expect(read(`flat.${type}`, lists(9))).toEqual([[[[[[[[[]]]]]]]]]);
  });
});

describe('what a parser has to say does not quote', () => {
  test.each([
    ['json', 'hunter2'],
    ['json', '{"a": hunter2}'],
    ['json', '"hunter2'],
    ['json', '{"a": "b" "hunter2": 1}'],
    ['json', '{"hunter2": 1, "hunter2": 1}'],
    ['yaml', 'a: [hunter2'],
    ['yaml', 'hunter2\nhunter2: a'],
    ['yaml', 'a: *hunter2'],
    ['yaml', 'a: !hunter2 b'],
    ['yaml', 'a: |hunter2\n  b'],
    ['yaml', 'hunter2: a\nhunter2: b'],
    ['yaml', '%hunter2\n---\na: b'],
    ['yaml', 'a: "b" hunter2'],
  ])('a %s file with %p', (type, content) => {
    let message = '';
    try {
      read(`unquoted.${type}`, content);
    } catch (e) {
      message = (e as Error).message;
    }
    expect(message).toMatch(/^DefinitionFileInvalid \[[^\]]*\] definition: received no (JSON|YAML) that can be used; correct this: [^"]{9,}$/);
    expect(message).not.toContain('hunter2');
  });
});

test('fails with the reason of the parser, and where', () => {
  expect(() => read('broken.yaml', 'name: Acme\naccounts: [\n')).toThrow(/correct this: .*at line \d+, column \d+$/);
  expect(() => read('broken.json', '{')).toThrow(/correct this: .*JSON.*$/);
});
