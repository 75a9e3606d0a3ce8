import { readFileSync } from 'fs';
import { join } from 'path';
import { App, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, S3KeyScope, Vendor, VendorDefinition, Vendors, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess } from '../../src';
import { cpuTime } from '../support/cpu-time';

const fixture = (file: string) => join(__dirname, 'fixtures', file);
const parsed = (file: string): VendorDefinition => JSON.parse(readFileSync(fixture(file), 'utf8'));

/** Everything that a vendor can be used for, in one stack; what it does not support is left out. */
function template(vendor: Vendor, { writes = false, externalId = true, methods = ['role'] }: Use): string {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  const bucket = new Bucket(stack, 'Bucket');
  const access = [
    S3Access.read(bucket, { prefixes: ['in'], keys: [S3KeyScope.template('by-day/{full_date}')], encryptionKeys: [new Key(stack, 'Key')] }),
    ...(writes ? [S3Access.write(bucket, { prefixes: ['out'] })] : []),
  ];
  if (methods.includes('role')) {
    new VendorS3AccessRole(stack, 'Role', { vendor, access, externalId: externalId ? 'k3J-2f9a' : undefined });
  }
  if (methods.includes('bucketPolicy')) {
    new VendorS3BucketAccess(stack, 'BucketAccess', { vendor, access });
  }
  if (methods.includes('accessKey')) {
    new VendorS3AccessUser(stack, 'User', { vendor, access });
  }
  return JSON.stringify(Template.fromStack(stack).toJSON(), undefined, 1);
}

interface Use {
  readonly writes?: boolean;
  readonly externalId?: boolean;
  readonly methods?: ReadonlyArray<'role' | 'bucketPolicy' | 'accessKey'>;
}

const VENDORS: ReadonlyArray<readonly [string, () => Vendor, Use, json: string, yaml: string]> = [
  ['cloudglue', () => Vendors.cloudglue(), { writes: true }, 'cloudglue.json', 'cloudglue.yaml'],
  [
    'hotglue', () => Vendors.hotglue({ principalArn: 'arn:aws:iam::555544443333:role/hotglue-runner' }),
    { writes: true, methods: ['role', 'accessKey'] }, 'hotglue.json', 'hotglue.yaml',
  ],
  [
    'coactive', () => Vendors.coactive({ roleArn: 'arn:aws:iam::666677778888:role/coactive-ingest' }),
    { externalId: false, methods: ['role', 'bucketPolicy'] }, 'coactive.json', 'coactive.yaml',
  ],
  ['creativeForce', () => Vendors.creativeForce(), { writes: true }, 'creative-force.json', 'creative-force.yaml'],
  ['apperate', () => Vendors.apperate({ userArn: 'arn:aws:iam::222233334444:user/apperate-workspace-17' }), {}, 'apperate.json', 'apperate.yml'],
];

describe.each(VENDORS)('Vendors.%s', (_name, factory, use, json, yaml) => {
  test.each([
    ['plain data', () => Vendor.fromDefinition(parsed(json))],
    [`the file ${json}`, () => Vendor.fromDefinitionFile(fixture(json))],
    [`the file ${yaml}`, () => Vendor.fromDefinitionFile(fixture(yaml))],
    ['its own definition', () => Vendor.fromDefinition(factory().definition)],
    ['its own definition, by way of JSON', () => Vendor.fromDefinition(JSON.parse(JSON.stringify(factory().definition)))],
  ])('gives byte for byte the template that %s gives', (_source, vendor) => {
    expect(template(vendor(), use)).toBe(template(factory(), use));
  });

  test('says the same about itself as the data', () => {
    const { externalIdIssuer, ...facts } = parsed(json);
    expect(factory().definition).toMatchObject(facts);
    expect(factory().definition.externalIdIssuer).toBe(externalIdIssuer);
  });

  test('differs from any other vendor, so that the comparison can fail', () => {
    const other = Vendor.fromDefinition({ ...parsed(json), name: 'Another' });
    expect(template(other, use)).not.toBe(template(factory(), use));
  });
});

describe('data that has no end', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  const wide: unknown[] = [];
  wide.push(...Array<unknown>(20).fill(wide));
  const knot: { [name: string]: unknown } = {};
  knot.knot = knot;
  const nested = (levels: number) => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 'x');
  const shared = (levels: number) => Array.from({ length: levels }).reduce<unknown>((inner) => Array<unknown>(10).fill(inner), 'x');
  test.each([
    ['a list that holds itself', 'accounts', cycle, 'a list of 1'],
    ['a list that holds itself many times', 'accounts', wide, 'a list of 20'],
    ['an object that holds itself', 'pathVariables', knot, 'a value of type object'],
    ['an unknown field that holds itself', 'self', knot, 'a value of type object'],
    ['very deep lists', 'principals', nested(100_000), 'a list of 1'],
    ['lists that multiply', 'principals', shared(8), 'a list of 10'],
    ['a list without an end to its length', 'accounts', new Array(4_000_000_000), 'a list of 4000000000'],
  ])('is refused by the name of its field: %s', (_, name, value, shown) => {
    const started = cpuTime();
    expect(() => Vendor.fromDefinition({ name: 'X', [name]: value } as any)).toThrow(expect.objectContaining({
      name: 'VendorS3AccessError',
      code: 'DefinitionFieldInvalid',
      message: expect.stringMatching(new RegExp(
        `^DefinitionFieldInvalid \\[Vendor\\.fromDefinition\\] definition\\.${name}: received ${shown}; (values are nested|there are more than)[^\n]*$`)),
    }));
    expect(cpuTime() - started).toBeLessThan(1000);
  });

  test('is not looked for in a construct, which is no data at all', () => {
    const principals = [new Bucket(new Stack(new App(), 'Stack'), 'Principal')] as any;
    expect(() => Vendor.fromDefinition({ name: 'X', principals })).toThrow(/^DefinitionFieldInvalid .* definition\.principals\[0\]: received a value of type object; /);
  });

  test('is refused as a whole: a definition that holds itself, and nothing else', () => {
    expect(() => Vendor.fromDefinition(cycle as any)).toThrow(expect.objectContaining({ code: 'DefinitionFieldInvalid' }));
    expect(() => Vendor.fromDefinition(knot as any)).toThrow(expect.objectContaining({ code: 'DefinitionFieldInvalid', field: 'definition.knot' }));
  });

  test.each([
    ['Vendor.account', () => Vendor.account(cycle as any), 'vendor'],
    ['Vendor.account', () => Vendor.account('111122223333', { principalArns: cycle as any }), 'vendor.principalArns'],
    ['Vendor.role', () => Vendor.role(knot as any), 'vendor'],
    ['Vendor.user', () => Vendor.user(nested(100_000) as any), 'vendor'],
    ['Vendors', () => Vendors.coactive({ roleArn: cycle as any }), 'vendor'],
  ])('is refused by %s, too: %#', (place, make, field) => {
    expect(make).toThrow(new RegExp(`^DefinitionFieldInvalid \\[${place}\\] ${field}: received [^\n]+$`));
  });

  test('is told from data that says one thing in several places, and from long lists', () => {
    const prefixes = ['in', 'out'];
    const bucket = { bucketName: 'acme-transfer', ownerAccount: '111122223333', mode: 'write', prefixes };
    const accounts = ['111122223333'];
    expect(() => Vendor.fromDefinition({ name: 'X', accounts, companionBuckets: [bucket] } as any)).not.toThrow();
    expect(() => Vendor.fromDefinition({ name: 'X', accounts: Array<string>(5000).fill('111122223333') })).not.toThrow(RangeError);
  });

  test('is told from a token, which may point to a construct', () => {
    const stack = new Stack(new App(), 'Stack');
    const token = Lazy.any({ produce: () => stack });
    expect(() => Vendor.fromDefinition({ name: 'X', roleName: new Bucket(stack, 'Bucket').bucketName })).not.toThrow();
    expect(() => Vendor.fromDefinition({ name: 'X', roleName: token as any })).toThrow(expect.objectContaining({ field: 'definition.roleName' }));
    expect(() => Vendor.fromDefinition({ name: 'X', roleName: Fn.getAtt('A', 'B') as any })).toThrow(/definition\.roleName: received a value of type object; give a string/);
  });
});

describe('an ID that has no text', () => {
  const given: ReadonlyArray<readonly [string, unknown]> = [
    ['a symbol', Symbol('x')],
    ['an object without a prototype', Object.create(null)],
    ['an object that will not be text', { toString: () => { throw new Error('no'); } }],
    ['nothing', undefined],
    ['null', null],
    ['a number', 111122223333],
  ];

  test.each(given)('is refused where it is used, and not before: %s', (_, id) => {
    for (const vendor of [Vendor.account(id as any), Vendor.role(id as any), Vendor.user(id as any)]) {
      expect(vendor.definition.name).toMatch(/^an AWS (account|role|user)$/);
      expect(() => template(vendor, {})).toThrow(expect.objectContaining({ name: 'VendorS3AccessError' }));
    }
  });

  test('differs from one that has', () => {
    expect(Vendor.account('111122223333').definition.name).toBe('account 111122223333');
    expect(() => template(Vendor.account('111122223333'), {})).not.toThrow();
  });
});
