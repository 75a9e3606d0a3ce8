import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { expectCleanPrototypes, expectRefusal, VENDOR } from './support';
import { S3Access, S3KeyScope, Vendor } from '../../src';
import { ErrorCode } from '../../src/policy/base/codes';
import { Caller } from '../support/caller';
import { Customer } from '../support/customer';
import { get, list, put } from '../support/probe';

const directory = mkdtempSync(join(tmpdir(), 'hostile-'));

afterAll(() => rmSync(directory, { recursive: true }));

let files = 0;

/** Each file has a name of its own. */
function file(type: string, content: string | Buffer): string {
  const path = join(directory, `${files++}.${type}`);
  writeFileSync(path, content);
  return path;
}

type Rows = ReadonlyArray<readonly [attack: string, code: ErrorCode, type: string, content: string | Buffer]>;

function refusedFiles(topic: string, rows: Rows): void {
  describe(topic, () => {
    test.each(rows)('%s: %s', (_, code, type, content) => {
      expectRefusal(code, () => Vendor.fromDefinitionFile(file(type, content)));
      expectCleanPrototypes();
    });
  });
}

const json = (fields: string) => `{"name": "Evil", "accounts": ["${VENDOR}"], ${fields}}`;
const yaml = (fields: string) => `name: Evil\naccounts: ["${VENDOR}"]\n${fields}\n`;

refusedFiles('a file that reaches for the prototype of all objects', [
  ['__proto__ at the top of JSON', 'DefinitionFieldUnknown', 'json', json('"__proto__": {"polluted": true}')],
  ['__proto__ at the top of YAML', 'DefinitionFieldUnknown', 'yaml', yaml('__proto__: {polluted: true}')],
  ['__proto__ with a list', 'DefinitionFieldUnknown', 'json', json('"__proto__": [1]')],
  ['__proto__ with nothing', 'DefinitionFieldUnknown', 'json', json('"__proto__": null')],
  ['an escaped __proto__', 'DefinitionFieldUnknown', 'json', json('"\\u005f_proto__": {"polluted": true}')],
  ['constructor.prototype in JSON', 'DefinitionFieldUnknown', 'json', json('"constructor": {"prototype": {"polluted": true}}')],
  ['constructor.prototype in YAML', 'DefinitionFieldUnknown', 'yml', yaml('constructor: {prototype: {polluted: true}}')],
  ['toString', 'DefinitionFieldUnknown', 'yaml', yaml('toString: x')],
  ['__proto__ of the path variables', 'DefinitionFieldInvalid', 'json', json('"pathVariables": {"__proto__": {"tenant": "*", "polluted": "*"}}')],
  ['__proto__ of the path variables in YAML', 'DefinitionFieldInvalid', 'yaml', yaml('pathVariables: {__proto__: {polluted: "*"}}')],
  ['constructor of the path variables', 'DefinitionFieldInvalid', 'json', json('"pathVariables": {"constructor": {"prototype": {"polluted": "*"}}}')],
  ['__proto__ of a companion bucket', 'DefinitionFieldUnknown', 'json', json('"companionBuckets": [{"bucketName": "transfer", "mode": "read", "__proto__": {"ownerAccount": "111122223333"}}]')],
  ['__proto__ of a session tag', 'DefinitionFieldUnknown', 'json', json('"sessionTags": [{"key": "team", "__proto__": {"values": ["a"]}}]')],
  ['__proto__ of a list', 'DefinitionFieldInvalid', 'json', json('"readActions": {"__proto__": ["s3:GetObjectTagging"], "length": 1}')],
  ['a merge in YAML', 'DefinitionFieldUnknown', 'yaml', yaml('<<: {externalId: unsupported}')],
  ['a merge of an anchor in YAML', 'DefinitionFieldUnknown', 'yaml', yaml('modes: &x [read]\n<<: *x')],
  ['a merge in path variables', 'DefinitionFieldInvalid', 'yaml', yaml('pathVariables: {<<: {tenant: "*"}}')],
]);

test('a path variable may be called __proto__, and is then a variable and nothing else', async () => {
  const vendor = Vendor.fromDefinitionFile(file('json', json('"pathVariables": {"__proto__": "????"}')));
  expectCleanPrototypes();
  expect(Object.getPrototypeOf(vendor.definition.pathVariables)).toBe(Object.prototype);
  const customer = new Customer();
  customer.role([S3Access.read(customer.orders, { keys: [S3KeyScope.template('in/{__proto__}')] })], { vendor });
  const caller = Caller.role(customer.deploy());
  expect(await caller.request(get('in/2025/1'))).toBe('allowed');
  expect(await caller.request(get('in/25/1'))).toBe('denied');
});

const bomb = (levels: number, width: number) => Array.from({ length: levels }, (_, i) =>
  `l${i}: &l${i} [${Array(width).fill(i === 0 ? 'x' : `*l${i - 1}`).join(', ')}]`).join('\n');
const nested = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels);

refusedFiles('a file that explodes', [
  ['a billion laughs', 'DefinitionFileInvalid', 'yaml', bomb(9, 9)],
  ['a few laughs, each of many', 'DefinitionFileInvalid', 'yaml', bomb(3, 2000)],
  ['laughs in keys of a map', 'DefinitionFileInvalid', 'yaml', `a: &a {${Array.from({ length: 9 }, (_, i) => `k${i}: x`)}}\nb: [${Array(60).fill('*a').join()}]`],
  ['an anchor that holds itself', 'DefinitionFileInvalid', 'yaml', yaml('modes: &x [*x]')],
  ['an anchor that holds itself many times', 'DefinitionFileInvalid', 'yaml', '&x {a: *x, b: *x, c: *x, d: *x, e: *x, f: *x, g: *x}'],
  ['an alias of nothing', 'DefinitionFileInvalid', 'yaml', yaml('modes: *missing')],
  ['100,000 levels of JSON', 'DefinitionFileInvalid', 'json', nested('[', ']', 100_000)],
  ['100,000 levels of YAML', 'DefinitionFileInvalid', 'yaml', nested('[', ']', 100_000)],
  ['all the levels that a file holds, of JSON lists', 'DefinitionFileInvalid', 'json', nested('[', ']', 32_000)],
  ['all the levels that a file holds, of JSON objects', 'DefinitionFileInvalid', 'json', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['all the levels that a file holds, of YAML lists', 'DefinitionFileInvalid', 'yaml', nested('[', ']', 32_000)],
  ['all the levels that a file holds, of YAML maps', 'DefinitionFileInvalid', 'yaml', `${'{a: '.repeat(12_000)}1${'}'.repeat(12_000)}`],
  ['lists in lists, on one line', 'DefinitionFileInvalid', 'yaml', `${'- '.repeat(32_000)}x`],
  ['explicit keys in keys', 'DefinitionFileInvalid', 'yaml', `${'? '.repeat(32_000)}x`],
  ['brackets that are never closed', 'DefinitionFileInvalid', 'yaml', '['.repeat(64_000)],
  ['braces that are never closed', 'DefinitionFileInvalid', 'json', '{"a":'.repeat(12_000)],
  ['as many anchors as there is room for', 'DefinitionFileInvalid', 'yaml', `[${Array.from({ length: 6000 }, (_, i) => `&a${i} x`).join()}, ${Array(2000).fill('*a1').join()}]`],
  ['10 MB of honest JSON', 'DefinitionFileInvalid', 'json', `${json('"modes": ["read"]')}${' '.repeat(10_000_000)}`],
  ['10 MB of honest YAML', 'DefinitionFileInvalid', 'yaml', `${yaml('modes: [read]')}${'# x\n'.repeat(2_500_000)}`],
  ['10 MB in one string', 'DefinitionFileInvalid', 'json', json(`"name2": "${'x'.repeat(10_000_000)}"`)],
  ['20,000 accounts', 'DefinitionFileInvalid', 'json', `{"name": "Evil", "accounts": [${Array(20_000).fill('1').join()}]}`],
]);

refusedFiles('a file that would run, or be something else', [
  ['a function', 'DefinitionFileInvalid', 'yaml', yaml('partition: !!js/function "function () { return process.exit(3) }"')],
  ['a regular expression', 'DefinitionFileInvalid', 'yaml', yaml('partition: !!js/regexp /(a+)+$/')],
  ['undefined', 'DefinitionFileInvalid', 'yaml', yaml('partition: !!js/undefined x')],
  ['an object of Python', 'DefinitionFileInvalid', 'yaml', yaml('partition: !!python/object/apply:os.system ["id"]')],
  ['a tag of CloudFormation', 'DefinitionFileInvalid', 'yaml', yaml('partition: !Sub "${AWS::Partition}"')],
  ['a binary', 'DefinitionFileInvalid', 'yaml', yaml('partition: !!binary YXdz')],
  ['a prefix for tags', 'DefinitionFileInvalid', 'yaml', `%TAG ! tag:evil.example,2025:\n---\n${yaml('')}`],
  ['an older YAML', 'DefinitionFileInvalid', 'yaml', `%YAML 1.1\n---\n${yaml('exportOutputs: yes')}`],
  ['several documents', 'DefinitionFileInvalid', 'yaml', `${yaml('')}---\n${yaml('externalId: unsupported')}`],
  ['one key twice in YAML', 'DefinitionFileInvalid', 'yaml', yaml('externalId: required\nexternalId: unsupported')],
  ['one key twice in JSON', 'DefinitionFileInvalid', 'json', json('"externalId": "required", "externalId": "unsupported"')],
  ['one key twice, once escaped', 'DefinitionFileInvalid', 'json', json('"externalId": "required", "\\u0065xternalId": "unsupported"')],
  ['comments in JSON', 'DefinitionFileInvalid', 'json', `/* x */ ${json('"modes": ["read"]')}`],
  ['a token of the CDK', 'DefinitionFileInvalid', 'json', '{"name": "Evil", "accounts": ["${Token[AWS.AccountId.4]}"]}'],
  ['a list token of the CDK', 'DefinitionFileInvalid', 'yaml', 'name: Evil\naccounts: ["#{Token[TOKEN.1]}"]'],
  ['bytes that are no text', 'DefinitionFileInvalid', 'json', Buffer.from([0x7b, 0xc3, 0x28, 0x7d])],
  ['a surrogate in UTF-8', 'DefinitionFileInvalid', 'json', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ['UTF-16 with a mark', 'DefinitionFileInvalid', 'json', Buffer.from(`\ufeff${json('"modes": ["read"]')}`, 'utf16le')],
  ['UTF-16 without one', 'DefinitionFileInvalid', 'json', Buffer.from(json('"modes": ["read"]'), 'utf16le')],
  ['an empty JSON file', 'DefinitionFileInvalid', 'json', ''],
  ['an empty YAML file', 'DefinitionFieldInvalid', 'yaml', ''],
  ['null', 'DefinitionFieldInvalid', 'json', 'null'],
  ['nothing but null characters', 'DefinitionFileInvalid', 'json', Buffer.alloc(1000)],
]);

refusedFiles('values that are read as something else', [
  ['an account as a number', 'DefinitionFieldInvalid', 'yaml', 'name: Evil\naccounts: [999988887777]'],
  ['an account as an octal number', 'DefinitionFieldInvalid', 'yaml', 'name: Evil\naccounts: [0o16432451210]'],
  ['an account with leading zeros', 'DefinitionFieldInvalid', 'yaml', 'name: Evil\naccounts: [012345678901]'],
  ['an account in hexadecimal', 'DefinitionFieldInvalid', 'yaml', 'name: Evil\naccounts: [0xE8D4A50FFF]'],
  ['an account with an exponent', 'DefinitionFieldInvalid', 'json', '{"name": "Evil", "accounts": [1e11]}'],
  ['an account that no number can hold', 'DefinitionFieldInvalid', 'json', `{"name": "Evil", "accounts": [${'9'.repeat(400)}]}`],
  ['a country for a switch', 'DefinitionFieldInvalid', 'yaml', yaml('exportOutputs: no')],
  ['yes for a switch', 'DefinitionFieldInvalid', 'yaml', yaml('exportOutputs: yes')],
  ['a word for a switch', 'DefinitionFieldInvalid', 'json', json('"exportOutputs": "false"')],
  ['true for a word', 'DefinitionFieldInvalid', 'yaml', yaml('externalId: true')],
  ['infinity for a name', 'DefinitionFieldInvalid', 'yaml', `name: .inf\naccounts: ["${VENDOR}"]`],
  ['no value for a list', 'DefinitionFieldInvalid', 'yaml', yaml('principalArns:')],
]);

describe('what no rule but the type of a file could know', () => {
  test('a country is a name like any other', () => {
    expect(Vendor.fromDefinitionFile(file('yaml', `name: NO\naccounts: ["${VENDOR}"]`)).definition.name).toBe('NO');
  });

  test('an account keeps its zeros in quotes, and after a byte order mark', () => {
    expect(Vendor.fromDefinitionFile(file('yaml', '\ufeffname: Acme\naccounts: ["012345678901"]')).definition.accounts).toEqual(['012345678901']);
  });

  test('a few honest aliases are read', () => {
    expect(Vendor.fromDefinitionFile(file('yaml', `name: Acme\naccounts: ["${VENDOR}"]\nmodes: &m [read]\naccessMethods: [role]\nreadActions: []`)).definition.modes).toEqual(['read']);
  });
});

describe('a path', () => {
  const link = (target: string) => {
    const path = join(directory, `${files++}.yaml`);
    symlinkSync(target, path);
    return path;
  };
  const folder = () => {
    const path = join(directory, `${files++}.yaml`);
    mkdirSync(path);
    return path;
  };
  const pipe = () => {
    const path = join(directory, `${files++}.json`);
    execFileSync('mkfifo', [path]);
    return path;
  };
  const loop = () => {
    const [one, other] = [join(directory, `${files++}.json`), join(directory, `${files++}.json`)];
    symlinkSync(one, other);
    symlinkSync(other, one);
    return one;
  };

  test.each<readonly [string, () => unknown]>([
    ['to a folder', folder],
    ['to a device that never ends', () => link('/dev/zero')],
    ['to a device that has nothing', () => link('/dev/null')],
    ['to the terminal', () => link('/dev/tty')],
    ['to a pipe that nobody writes to', pipe],
    ['to a link to a pipe', () => link(pipe())],
    ['to a link to itself', loop],
    ['to a link to nothing', () => link(join(directory, 'missing'))],
    ['to nothing', () => join(directory, 'missing.json')],
    ['with a null character', () => `${directory}/a\u0000.json`],
    ['with a null character before another type', () => '/etc/passwd\u0000.json'],
    ['to a file of another type', () => '/etc/passwd'],
    ['to a name without a type', () => '.json'],
    ['with a command to the terminal', () => '\u001b[2J\n[ok] All checks passed.json'],
    ['of a megabyte', () => `${'a/'.repeat(500_000)}x.json`],
    ['that is empty', () => ''],
    ['that is an address', () => 'https://evil.example/vendor.json'],
    ['that is an object', () => ({ toString: () => file('json', json('"modes": ["read"]')) })],
    ['that is an address object', () => new URL('file:///etc/passwd.json')],
    ['that is bytes', () => Buffer.from('x.json')],
    ['that is a number', () => 0],
    ['that is not there', () => undefined],
  ])('%s is refused, at once', (_, path) => {
    const given = path();
    expectRefusal('DefinitionFileInvalid', () => Vendor.fromDefinitionFile(given as string));
  });

  test('may climb up: it is the customer\'s own, and relative to where the process runs', () => {
    const path = relative(process.cwd(), file('json', json('"modes": ["read"]')));
    expect(path).toMatch(/^\.\./);
    expect(Vendor.fromDefinitionFile(path).definition.name).toBe('Evil');
  });

  test('to the wrong file gives away nothing of what is in it', () => {
    const secret = 'hunter2-and-more';
    for (const content of [secret, `{"a": ${secret}}`, `${secret}: ${secret}\n- x`, `password = "${secret}"`]) {
      for (const type of ['json', 'yaml']) {
        const path = file(type, content);
        let message = '';
        try {
          Vendor.fromDefinitionFile(path);
        } catch (e) {
          message = (e as Error).message;
        }
        expect(message).toMatch(/^Definition/);
        expect(message.replace(/definition\.[^:]*/, '')).not.toContain(secret);
      }
    }
  });
});

describe('a definition that widens as far as it can', () => {
  const greedy = () => Vendor.fromDefinition({
    name: 'Greedy',
    accounts: [VENDOR],
    readActions: ['s3:GetObjectVersion', 's3:GetObjectTagging', 's3:ListBucketVersions', 's3:GetObjectAttributes'],
    writeActions: ['s3:PutObjectAcl', 's3:PutObjectTagging', 's3:ListBucketMultipartUploads', 's3:ListBucket'],
    pathVariables: { tenant: '*', date: '*', full_date: '*' },
  });
  const caller = () => {
    const customer = new Customer();
    const access = S3Access.readWrite(customer.orders, { keys: [S3KeyScope.template('exports/{tenant}/{full_date}')] });
    customer.role([access], { vendor: greedy() });
    return Caller.role(customer.deploy());
  };

  test('stays below the literal part of a template, and never deletes', async () => {
    const session = caller();
    expect(await session.request(get('exports/acme/any/1'))).toBe('allowed');
    expect(await session.request(put('exports/acme/any/1'))).toBe('allowed');
    for (const probe of [get('payroll.csv'), put('payroll.csv'), get('exports-secret/a/b/1'), list(), list(''), list('exports')]) {
      expect(await session.request(probe)).toBe('denied');
    }
    expect(await session.request({ ...get('exports/acme/any/1'), action: 's3:DeleteObject' })).toBe('denied');
    expect(await session.request({ ...get('exports/acme/any/1'), action: 's3:GetObjectAcl' })).toBe('denied');
  });

  test.each(['s3:*', 's3:Get*', '*', 'S3:GETOBJECT', 's3:GetObject ', 'iam:PassRole', 's3:PutBucketPolicy', '__proto__', 'constructor', 'hasOwnProperty'])('cannot ask for %j', (action) => {
    expectRefusal('ActionUnknown', () => Vendor.fromDefinition({ name: 'Greedy', accounts: [VENDOR], readActions: [action] }));
    expectRefusal('ActionUnknown', () => Vendor.fromDefinition({ name: 'Greedy', accounts: [VENDOR], writeActions: [action] }));
  });

  test.each(['read', 'write'])('cannot ask for deletion with its actions to %s', (half) => {
    expectRefusal('ActionWrongMode', () => Vendor.fromDefinition({ name: 'Greedy', accounts: [VENDOR], [`${half}Actions`]: ['s3:DeleteObject'] }));
  });

  test.each(['*/', '**', '*?', '?'.repeat(101), '', 'in/*', '${aws:username}', '????/', '..', 'x'])('cannot give a variable the pattern %j', (pattern) => {
    expectRefusal('DefinitionFieldInvalid', () => Vendor.fromDefinition({ name: 'Greedy', accounts: [VENDOR], pathVariables: { tenant: pattern } }));
  });

  test.each([
    'javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'data:text/html,<script>alert(1)</script>', 'http://example.com', 'file:///etc/passwd', '//example.com', 'https:/example.com',
    'https://', 'https:// example.com', 'https://example.com/\u202egpj', 'https://example.com/\u001b[2J', 'https://example.com/"onclick="alert(1)', 'https://example.com/<b>',
    'https://aws.amazon.com@evil.example/', 'https://aws.amazon.com:x@evil.example/', 'https://example.com/)[x](javascript:alert(1))', 'https://example.com/`x`', 'https://ex\u0430mple.com',
    'https://example.com\\@evil.example', 'https://[::1]/', ' https://example.com', 'https://example.com ', `https://example.com/${'a'.repeat(2000)}`,
  ])('cannot send a reader to %j', (documentationUrl) => {
    expectRefusal('DefinitionFieldInvalid', () => Vendor.fromDefinition({ name: 'Greedy', accounts: [VENDOR], documentationUrl }));
  });

  test.each(['https://example.com', 'https://docs.example.com:8443/a/b-c_d~e?x=1&y=%20#top'])('can send a reader to %j', (documentationUrl) => {
    expect(Vendor.fromDefinition({ name: 'Honest', accounts: [VENDOR], documentationUrl }).definition.documentationUrl).toBe(documentationUrl);
  });
});
