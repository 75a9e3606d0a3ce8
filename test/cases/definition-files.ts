import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { BadInput } from './bad-input';
import { Vendor } from '../../src';

/** A file that exists for as long as it takes to read it. */
function file(wrong: string, name: string, content: string, code: BadInput['code'], finding: BadInput['finding'], says: string): BadInput {
  return {
    wrong,
    code,
    finding,
    says,
    place: new RegExp(`/${name.replace('.', '\\.')}$`),
    build: () => {
      const directory = mkdtempSync(join(tmpdir(), 'definition-'));
      try {
        writeFileSync(join(directory, name), content);
        Vendor.fromDefinitionFile(join(directory, name));
      } finally {
        rmSync(directory, { recursive: true });
      }
    },
  };
}

function broken(wrong: string, name: string, content: string, finding: BadInput['finding']): BadInput {
  return file(wrong, name, content, 'DefinitionFileInvalid', finding, `correct the ${name.endsWith('.json') ? 'JSON' : 'YAML'}`);
}

function path(wrong: string, given: unknown, finding: BadInput['finding'], says: string, place = 'Vendor.fromDefinitionFile'): BadInput {
  return { wrong, code: 'DefinitionFileInvalid', finding, says, place, build: () => void Vendor.fromDefinitionFile(given as string) };
}

const KINDS = 'give the path of a .json, .yaml or .yml file';
const READABLE = 'give the path of a file that can be read, of at most 65536 bytes';
const OBJECT = 'give an object with named fields';

export const DEFINITION_FILES: readonly BadInput[] = [
  path('a file of another kind', 'vendor.toml', 'definition: received "vendor.toml"', KINDS, 'vendor.toml'),
  path('a file without a kind', 'vendor', 'definition: received "vendor"', KINDS, 'vendor'),
  path('an empty path of a file', '', 'definition: received ""', KINDS),
  path('no path of a file', undefined, 'definition: received undefined', KINDS),
  path('an object as path of a file', { path: 'vendor.json' }, 'definition: received a value of type object', KINDS),
  path('a file that does not exist', 'nowhere/vendor.json', /^definition: received "ENOENT: .*nowhere\/vendor\.json.*"$/, READABLE, 'nowhere/vendor.json'),
  path('a path with a line break', 'no\nwhere.json', /^definition: received "ENOENT: .*"$/, READABLE, 'no\\u000awhere.json'),
  path('a path with a null character', 'no\u0000where.json', /^definition: received ".*null bytes/, READABLE, 'no\\u0000where.json'),

  file('a file that is too large', 'large.json', ' '.repeat(64 * 1024 + 1),
    'DefinitionFileInvalid', 'definition: received "the file has more than 65536 bytes"', READABLE),
  broken('JSON that breaks off', 'broken.json', '{"name": "Acme"', /^definition: received ".*JSON.*"$/),
  broken('JSON with a comment', 'comment.json', '// Acme\n{"name": "Acme"}', /^definition: received ".*JSON.*"$/),
  broken('JSON with one field twice', 'twice.json', '{"name": "Acme",\n "name": "Emca"}', 'definition: received "keys must be unique at line 2, column 2"'),
  broken('an empty JSON file', 'empty.json', '', /^definition: received ".*JSON.*"$/),
  broken('YAML that breaks off', 'broken.yaml', 'name: "Acme', /^definition: received ".*at line 1, column 12"$/),
  broken('YAML with a tab as indent', 'tab.yml', 'accounts:\n\t- "111122223333"\n', /^definition: received ".*[Tt]ab.*"$/),
  broken('YAML with one field twice', 'twice.yaml', 'name: Acme\nname: Emca\n', /^definition: received ".*unique.*"$/),
  broken('YAML that explodes', 'bomb.yaml', [
    'a: &a [x,x,x,x,x,x,x,x,x]', 'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]', 'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]', 'd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]',
  ].join('\n'), /^definition: received ".*alias.*"$/),
  broken('YAML that holds itself', 'cycle.yaml', '&x [*x]', 'definition: received "values are nested more than 8 levels deep"'),
  broken('YAML with a tag', 'tag.yaml', 'name: !!str Acme', 'definition: received "tags are not supported at line 1, column 13"'),
  broken('YAML with a directive', 'directive.yaml', '%YAML 1.1\n---\nname: Acme', 'definition: received "directives are not supported at line 1, column 1"'),
  broken('YAML with a list as key', 'key.yaml', '? [name]\n: Acme', 'definition: received "keys must be plain text at line 1, column 3"'),
  broken('two YAML documents', 'two.yaml', 'name: Acme\n---\nname: Emca\n', /^definition: received ".*document.*"$/),

  file('an empty YAML file', 'empty.yaml', '', 'DefinitionFieldInvalid', 'definition: received null', OBJECT),
  file('a text in a YAML file', 'text.yaml', 'Acme\n', 'DefinitionFieldInvalid', 'definition: received a string', OBJECT),
  file('a list in a JSON file', 'list.json', '[]', 'DefinitionFieldInvalid', 'definition: received a list of 0', OBJECT),
  file('an account that YAML reads as a number', 'number.yaml', 'name: Acme\naccounts: [111122223333]\n',
    'DefinitionFieldInvalid', 'definition.accounts[0]: received 111122223333', 'in YAML, quote what could be read as a number'),
  file('an external ID rule that YAML reads as a boolean', 'boolean.yaml', 'name: Acme\nexternalId: true\n',
    'DefinitionFieldInvalid', 'definition.externalId: received true', 'give a string that is not empty'),
  file('a merge key in YAML', 'merge.yaml', 'name: Acme\n<<: {accounts: ["111122223333"]}\n',
    'DefinitionFieldUnknown', 'definition.<<: received a value of type object', 'the fields here are'),
  file('__proto__ in a JSON file', 'proto.json', '{"name": "Acme", "__proto__": {"accounts": ["111122223333"]}}',
    'DefinitionFieldUnknown', 'definition.__proto__: received a value of type object', 'the fields here are'),
  file('__proto__ in a YAML file', 'proto.yaml', 'name: Acme\n__proto__: {accounts: ["111122223333"]}\n',
    'DefinitionFieldUnknown', 'definition.__proto__: received a value of type object', 'the fields here are'),
  file('a definition file without a name', 'nameless.yml', 'accounts: ["111122223333"]\n',
    'DefinitionFieldMissing', 'definition.name: received undefined', 'add this field'),
  file('a malformed account in a file', 'account.json', '{"name": "Acme", "accounts": ["1"]}',
    'AccountIdInvalid', 'definition.accounts[0]: received "1"', 'give the 12 digits'),
];
