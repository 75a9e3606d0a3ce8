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

function broken(wrong: string, name: string, content: string, reason: string): BadInput {
  const form = name.endsWith('.json') ? 'JSON' : 'YAML';
  return file(wrong, name, content, 'DefinitionFileInvalid', `definition: received no ${form} that can be used`, `correct this: ${reason}`);
}

function path(wrong: string, given: unknown, shown: string, says: string): BadInput {
  return { wrong, code: 'DefinitionFileInvalid', finding: `path: received ${shown}`, says, place: 'Vendor.fromDefinitionFile', build: () => void Vendor.fromDefinitionFile(given as string) };
}

const KINDS = 'give the path of a .json, .yaml or .yml file';
const READABLE = 'give the path of a file that can be read, of at most 65536 bytes';
const MAPPING = 'give a mapping with named fields';
const OBJECT = 'give an object with named fields';

export const DEFINITION_FILES: readonly BadInput[] = [
  path('a file of another kind', 'vendor.toml', '"vendor.toml"', KINDS),
  path('a file without a kind', 'vendor', '"vendor"', KINDS),
  path('an empty path of a file', '', '""', KINDS),
  path('no path of a file', undefined, 'nothing', KINDS),
  path('an object as path of a file', { path: 'vendor.json' }, 'a value of type object', KINDS),
  path('a file that does not exist', 'nowhere/vendor.json', '"nowhere/vendor.json"', `there is no such file; ${READABLE}`),
  path('a path with a line break', 'no\nwhere.json', '"no\\nwhere.json"', `there is no such file; ${READABLE}`),
  path('a path with a null character', 'no\u0000where.json', '"no\\u0000where.json"', 'no path has a null character in it'),

  {
    ...file('a file that is too large', 'large.json', ' '.repeat(64 * 1024 + 1), 'DefinitionFileInvalid', /^path: received ".*\/large\.json"$/, 'the file has more than 65536 bytes'),
    place: 'Vendor.fromDefinitionFile',
  },
  broken('JSON that breaks off', 'broken.json', '{"name": "Acme"', 'Expected \',\' or \'}\' after property value in JSON at position 15'),
  broken('JSON with a comment', 'comment.json', '// Acme\n{"name": "Acme"}', 'Unexpected token \'/\' makes it no valid JSON'),
  broken('JSON with one field twice', 'twice.json', '{"name": "Acme",\n "name": "Emca"}', 'keys must be unique at line 2, column 2'),
  broken('an empty JSON file', 'empty.json', '', 'Unexpected end of JSON input'),
  broken('YAML that breaks off', 'broken.yaml', 'name: "Acme', 'Missing closing "quote at line 1, column 12'),
  broken('YAML with a tab as indent', 'tab.yml', 'accounts:\n\t- "111122223333"\n', 'Tabs are not allowed as indentation at line 2, column 1'),
  broken('YAML with one field twice', 'twice.yaml', 'name: Acme\nname: Emca\n', 'keys must be unique at line 2, column 1'),
  broken('YAML that explodes', 'bomb.yaml', [
    'a: &a [x,x,x,x,x,x,x,x,x]', 'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]', 'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]', 'd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]',
  ].join('\n'), 'Excessive alias count'),
  broken('YAML that holds itself', 'cycle.yaml', '&x [*x]', 'values are nested more than 8 levels deep'),
  broken('YAML with a tag', 'tag.yaml', 'name: !!str Acme', 'tags are not supported at line 1, column 13'),
  broken('YAML with a directive', 'directive.yaml', '%YAML 1.1\n---\nname: Acme', 'directives are not supported at line 1, column 1'),
  broken('YAML with a list as key', 'key.yaml', '? [name]\n: Acme', 'keys must be plain text at line 1, column 3'),
  broken('two YAML documents', 'two.yaml', 'name: Acme\n---\nname: Emca\n', 'a second document starts at line 2, column 1'),

  file('an empty YAML file', 'empty.yaml', '', 'DefinitionFieldInvalid', 'definition: received null', MAPPING),
  file('a text in a YAML file', 'text.yaml', 'Acme\n', 'DefinitionFieldInvalid', 'definition: received a string', MAPPING),
  file('a list in a JSON file', 'list.json', '[]', 'DefinitionFieldInvalid', 'definition: received a list of 0', OBJECT),
  file('an account that YAML reads as a number', 'number.yaml', 'name: Acme\naccounts: [111122223333]\n',
    'DefinitionFieldInvalid', 'accounts[0]: received 111122223333', 'YAML reads this as a number, without leading zeros: write it in quotes'),
  file('an external ID rule that YAML reads as a boolean', 'boolean.yaml', 'name: Acme\nexternalId: true\n',
    'DefinitionFieldInvalid', 'externalId: received true', 'give one of required, optional, unsupported'),
  file('a merge key in YAML', 'merge.yaml', 'name: Acme\n<<: {accounts: ["111122223333"]}\n',
    'DefinitionFieldUnknown', '<<: received a value of type object', 'the fields here are'),
  file('__proto__ in a JSON file', 'proto.json', '{"name": "Acme", "__proto__": {"accounts": ["111122223333"]}}',
    'DefinitionFieldUnknown', '__proto__: received a value of type object', 'the fields here are'),
  file('__proto__ in a YAML file', 'proto.yaml', 'name: Acme\n__proto__: {accounts: ["111122223333"]}\n',
    'DefinitionFieldUnknown', '__proto__: received a value of type object', 'the fields here are'),
  file('a definition file without a name', 'nameless.yml', 'accounts: ["111122223333"]\n',
    'DefinitionFieldMissing', 'name: received nothing', 'add this field'),
  file('a malformed account in a file', 'account.json', '{"name": "Acme", "accounts": ["1"]}',
    'AccountIdInvalid', 'accounts[0]: received "1"', 'give the 12 digits'),
];
