import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { readDefinitionFile } from '../../src/private/definition-file';

const directory = mkdtempSync(join(tmpdir(), 'definition-'));

afterAll(() => rmSync(directory, { recursive: true }));

function read(name: string, content: string): unknown {
  const path = join(directory, name);
  writeFileSync(path, content);
  return readDefinitionFile(path);
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
  expect(read('largest.json', content(256 * 1024))).toEqual({ name: 'Acme' });
  expect(() => read('larger.json', content(256 * 1024 + 1))).toThrow(expect.objectContaining({ code: 'DefinitionFileInvalid' }));
});

test('fails for a directory', () => {
  expect(() => readDefinitionFile(`${directory}/../${directory.split('/').pop()}.json`)).toThrow(expect.objectContaining({ code: 'DefinitionFileInvalid' }));
});

test('fails with the reason of the parser, and where', () => {
  expect(() => read('broken.yaml', 'name: Acme\naccounts: [\n')).toThrow(/at line \d+, column \d+"; correct the YAML$/);
  expect(() => read('broken.json', '{')).toThrow(/JSON.*"; correct the JSON$/);
});
