import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { basename, join } from 'path';
import { Vendor } from '../../src';
import { cpuTime } from '../support/cpu-time';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'definition-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function load(file: string, text: string | Buffer): Vendor {
  const path = join(folder, file);
  writeFileSync(path, text);
  return Vendor.fromDefinitionFile(path);
}

function errorOf(read: () => unknown): Error {
  try {
    read();
  } catch (e) {
    return e as Error;
  }
  throw new Error('Nothing was thrown');
}

/** One line: code, file, field. */
function expectError(error: Error, code: string, file: string, field: string): void {
  expect(error.name).toBe('VendorS3AccessError');
  expect(error.message).toMatch(/^[^\n]+$/);
  const [, actualCode, place, actualField] = /^(\w+) \[([^\]]*)\] (\S+): /.exec(error.message) ?? [];
  expect([actualCode, basename(place), actualField]).toEqual([code, file, field]);
}

/** Sixty-odd characters a level, a thousand million strings in the end. */
const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map((name, i) =>
  `${name}: &${name} [${Array<string>(10).fill(`*${'abcdefgh'[i]}`).join(', ')}]`)].join('\n');

const WRONG: ReadonlyArray<readonly [string, string, object | string, code: string, field: string]> = [
  ['an unknown field', 'unknown', { name: 'X', roleNames: ['x'] }, 'DefinitionFieldUnknown', 'roleNames'],
  ['a field in other case', 'case', { name: 'X', rolename: 'x' }, 'DefinitionFieldUnknown', 'rolename'],
  ['an unknown field deep down', 'deep', { name: 'X', companionBuckets: [{ bucketName: 'abc', ownerAccount: '123456789012', mode: 'read', prefix: 'a' }] }, 'DefinitionFieldUnknown', 'companionBuckets[0].prefix'],
  ['a missing name', 'missing', { accounts: ['123456789012'] }, 'DefinitionFieldMissing', 'name'],
  ['an empty name', 'empty-name', { name: '' }, 'DefinitionFieldInvalid', 'name'],
  ['a missing field deep down', 'missing-deep', { name: 'X', companionBuckets: [{ bucketName: 'abc', mode: 'read' }] }, 'DefinitionFieldMissing', 'companionBuckets[0].ownerAccount'],
  ['a number for a string', 'number', { name: 'X', accounts: [123456789012] }, 'DefinitionFieldInvalid', 'accounts[0]'],
  ['a string for a list', 'string', { name: 'X', accounts: '123456789012' }, 'DefinitionFieldInvalid', 'accounts'],
  ['a string for a boolean', 'boolean', { name: 'X', exportOutputs: 'true' }, 'DefinitionFieldInvalid', 'exportOutputs'],
  ['a list for an object', 'list', { name: 'X', pathVariables: ['tenant'] }, 'DefinitionFieldInvalid', 'pathVariables'],
  ['null for a string', 'null', { name: 'X', roleName: null }, 'DefinitionFieldInvalid', 'roleName'],
  ['an account of eleven digits', 'account', { name: 'X', accounts: ['12345678901'] }, 'AccountIdInvalid', 'accounts[0]'],
  ['a principal with a wildcard', 'principal', { name: 'X', principals: ['arn:aws:iam::123456789012:role/*'] }, 'ArnWildcard', 'principals[0]'],
  ['a principal that is everybody', 'everybody', { name: 'X', principals: ['*'] }, 'ArnWildcard', 'principals[0]'],
  ['a pattern without an account', 'pattern', { name: 'X', principalArns: ['arn:aws:iam::123456789012:role/x'] }, 'DefinitionFieldInvalid', 'principalArns[0]'],
  ['a pattern for another account', 'outside', { name: 'X', accounts: ['123456789012'], principalArns: ['arn:aws:iam::222222222222:role/x'] }, 'PrincipalAccountMismatch', 'principalArns[0]'],
  ['a wildcard action', 'wildcard', { name: 'X', readActions: ['s3:Get*'] }, 'ActionUnknown', 'readActions[0]'],
  ['every action', 'every', { name: 'X', writeActions: ['s3:PutObjectAcl', '*'] }, 'ActionUnknown', 'writeActions[1]'],
  ['an action of another service', 'service', { name: 'X', readActions: ['iam:PassRole'] }, 'ActionUnknown', 'readActions[0]'],
  ['an action named like a property of all objects', 'inherited', { name: 'X', readActions: ['constructor'] }, 'ActionUnknown', 'readActions[0]'],
  ['an action that reading has no use for', 'mode', { name: 'X', readActions: ['s3:PutObject'] }, 'ActionWrongMode', 'readActions[0]'],
  ['a wrong value for the external ID', 'enum', { name: 'X', externalId: 'Required' }, 'DefinitionFieldInvalid', 'externalId'],
  ['a wrong mode', 'enum-list', { name: 'X', modes: ['read', 'delete'] }, 'DefinitionFieldInvalid', 'modes[1]'],
  ['a wrong kind of encryption', 'encryption', { name: 'X', acceptedEncryption: ['aws:fsx'] }, 'DefinitionFieldInvalid', 'acceptedEncryption[0]'],
  ['an empty list of modes', 'empty', { name: 'X', modes: [] }, 'DefinitionFieldInvalid', 'modes'],
  ['a path variable that is no format', 'variable', { name: 'X', pathVariables: { tenant: 'a*' } }, 'DefinitionFieldInvalid', 'pathVariables.tenant'],
  ['a page without https', 'url', { name: 'X', documentationUrl: 'http://example.com' }, 'DefinitionFieldInvalid', 'documentationUrl'],
  ['a session tag that AWS reserves', 'tag', { name: 'X', sessionTags: [{ key: 'aws:x' }] }, 'SessionTagInvalid', 'sessionTags[0].key'],
  ['a role name with a slash', 'role', { name: 'X', roleName: 'a/b' }, 'NameInvalid', 'roleName'],
  ['a companion bucket with a wildcard', 'companion', { name: 'X', companionBuckets: [{ bucketName: 'a*', ownerAccount: '123456789012', mode: 'read' }] }, 'ArnWildcard', 'companionBuckets[0].bucketName'],
  ['a list', 'top-list', [], 'DefinitionFieldInvalid', 'definition'],
  ['nothing but null', 'top-null', 'null', 'DefinitionFieldInvalid', 'definition'],
  ['nothing but a string', 'top-string', '"X"', 'DefinitionFieldInvalid', 'definition'],
];

describe('a definition file with', () => {
  test.each(WRONG)('%s is refused by the name of its field, in JSON and in YAML', (_, file, content, code, field) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    // JSON is YAML, too.
    for (const name of [`${file}.json`, `${file}.yaml`, `${file}.yml`]) {
      expectError(errorOf(() => load(name, text)), code, name, field);
    }
  });

  test.each([
    ['a prototype in JSON', 'proto.json', '{"name":"X","__proto__":{"roleName":"admin"}}', 'DefinitionFieldUnknown', '__proto__'],
    ['a prototype in YAML', 'proto.yaml', 'name: X\n__proto__: {roleName: admin}', 'DefinitionFieldUnknown', '__proto__'],
    ['a constructor', 'constructor.yaml', 'name: X\nconstructor: a', 'DefinitionFieldUnknown', 'constructor'],
    ['an account number that lost its leading zero', 'zero.yaml', 'name: X\naccounts: [012345678901]', 'DefinitionFieldInvalid', 'accounts[0]'],
    ['a yes that is no boolean', 'yes.yaml', 'name: X\nexportOutputs: yes', 'DefinitionFieldInvalid', 'exportOutputs'],
    ['a name of two lines', 'lines.json', '{"name":"X\\nERROR all is well"}', 'DefinitionFieldInvalid', 'name'],
    ['a name that reads backwards', 'bidi.json', '{"name":"X\u202eY"}', 'DefinitionFieldInvalid', 'name'],
    ['a name of 101 characters', 'name.json', `{"name":"${'x'.repeat(101)}"}`, 'DefinitionFieldInvalid', 'name'],
    ['a merge of other fields', 'merge.yaml', 'name: X\n<<: {roleName: admin}', 'DefinitionFieldUnknown', '<<'],
  ])('%s is refused by the name of its field', (_, file, text, code, field) => {
    expectError(errorOf(() => load(file, text)), code, file, field);
    expect(({} as any).roleName).toBeUndefined();
  });

  test.each([
    ['no JSON', 'bad.json', '{name: X}'],
    ['JSON that ends too early', 'short.json', '{"name": "X"'],
    ['nothing in it', 'empty.json', ''],
    ['YAML in a JSON file', 'yaml.json', 'name: X'],
    ['an open bracket in YAML', 'bad.yaml', 'name: [X'],
    ['tabs in YAML', 'tab.yaml', 'name: X\n\taccounts: []'],
    ['one field twice in YAML', 'twice.yaml', 'name: X\nname: Y'],
    ['one field twice in JSON', 'twice.json', '{"name": "X", "name": "Y"}'],
    ['a map that is no object', 'omap.yaml', 'name: X\npathVariables: !!omap [a: "*"]'],
    ['a set that is no object', 'set.yaml', 'name: X\npathVariables: !!set {a}'],
    ['a version of YAML', 'version.yaml', '%YAML 1.1\n---\nname: X\nexportOutputs: yes'],
    ['two documents in YAML', 'two.yaml', 'name: X\n---\nname: Y'],
    ['a bomb of aliases', 'bomb.yaml', BOMB],
    ['an alias without an anchor', 'alias.yaml', 'name: *missing'],
    ['a token of the CDK', 'token.json', '{"name":"X","accounts":["${Token[AWS.AccountId.4]}"]}'],
    ['a tag that nobody knows', 'tag.yaml', 'name: !foo X'],
    ['a tag of code', 'code.yaml', 'name: !!js/function "X"'],
    ['deep nesting in JSON', 'deep.json', `{"name": ${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
    ['deep nesting in YAML', 'deep.yaml', `name: ${'['.repeat(100)}${']'.repeat(100)}`],
    ['a list that holds itself', 'cycle.yaml', 'name: X\naccounts: &x [*x]'],
    ['bytes that are no text', 'latin1.yaml', Buffer.from('name: Ü', 'latin1')],
  ])('%s cannot be read', (_, file, text) => {
    const started = cpuTime();
    expectError(errorOf(() => load(file, text)), 'DefinitionFileInvalid', file, 'definition');
    expect(cpuTime() - started).toBeLessThan(1000);
  });

  const expectPath = (error: Error, file: string, says: string) => {
    expectError(error, 'DefinitionFileInvalid', 'Vendor.fromDefinitionFile', 'path');
    expect(error.message).toContain(`received ${JSON.stringify(join(folder, file))}; ${says}`);
  };

  test.each([
    ['more than 64 KiB', 'large.json', JSON.stringify({ name: 'x'.repeat(64 * 1024) }), 'the file has more than 65536 bytes; give'],
    ['another extension', 'vendor.toml', 'name = "X"', 'give the path of a .json, .yaml or .yml file'],
    ['no extension', 'vendor', '{"name": "X"}', 'give the path of a .json, .yaml or .yml file'],
  ])('%s is refused by its path', (_, file, text, says) => {
    expectPath(errorOf(() => load(file, text)), file, says);
  });

  test('a missing file says so', () => {
    expectPath(errorOf(() => Vendor.fromDefinitionFile(join(folder, 'absent.yaml'))), 'absent.yaml', 'there is no such file; ');
  });

  test('a folder in its place says so', () => {
    mkdirSync(join(folder, 'folder.json'));
    expectPath(errorOf(() => Vendor.fromDefinitionFile(join(folder, 'folder.json'))), 'folder.json', 'this is not a regular file; ');
  });

  test.each([undefined, null, 7, '', {}])('%p in place of a path says so', (path) => {
    expect(errorOf(() => Vendor.fromDefinitionFile(path as any)).message).toMatch(/^DefinitionFileInvalid \[Vendor\.fromDefinitionFile\] path: received [^\n]+; give the path of a \.json/);
  });
});

describe('a file that is no definition', () => {
  test.each([
    ['an unknown field with a text', 'text.yaml', 'name: X\npassword: hunter2', 'password', 'a string'],
    ['an unknown field with a number', 'number.json', '{"name": "X", "pin": 4711}', 'pin', 'a number'],
    ['an unknown field with a boolean', 'boolean.yaml', 'name: X\nadmin: true', 'admin', 'a boolean'],
    ['an unknown field with a list', 'list.json', '{"name": "X", "passwords": ["hunter2", 4711]}', 'passwords', 'a list of 2'],
    ['an unknown field with an object', 'object.yaml', 'name: X\nlogin: {password: hunter2}', 'login', 'a value of type object'],
    ['an unknown field deep down', 'deep.yaml', 'name: X\nsessionTags: [{key: a, password: hunter2}]', 'sessionTags[0].password', 'a string'],
    ['a text', 'whole.yaml', 'hunter2', 'definition', 'a string'],
    ['a number', 'whole.json', '4711', 'definition', 'a number'],
    ['a list', 'lines.yaml', '- hunter2', 'definition', 'a list of 1'],
  ])('is not shown, only the type of what was found: %s', (_, file, text, field, shown) => {
    const { message } = errorOf(() => load(file, text));
    expect(message).toContain(`] ${field}: received ${shown}; `);
    expect(message).not.toMatch(/hunter2|4711/);
  });

  test('but a definition is: the value of a known field is shown', () => {
    expect(errorOf(() => load('known.yaml', 'name: X\naccounts: [acme]')).message).toContain('accounts[0]: received "acme"; ');
  });
});

describe('a definition file may have', () => {
  test.each([
    ['an extension in capitals', 'VENDOR.JSON', '{"name":"X"}'],
    ['letters of any language', 'unicode.json', '{"name":"Ünïcode 注文"}'],
    ['comments, in YAML', 'comment.yaml', '# A vendor\nname: X # its name\n'],
    ['a few aliases, in YAML', 'aliases.yaml', 'name: X\npathVariables:\n  a: &any "*"\n  b: *any\n  c: *any\n'],
    ['a byte order mark, in YAML', 'mark.yaml', '\ufeffname: X'],
    ['a byte order mark, in JSON', 'mark.json', '\ufeff{"name":"X"}'],
    ['almost 64 KiB, most of it comment', 'long.yaml', `name: X\n# ${'x'.repeat(63 * 1024)}\n`],
  ])('%s', (_, file, text) => {
    expect(load(file, text).definition.name).toMatch(/^(X|Ünïcode 注文)$/);
  });
});
