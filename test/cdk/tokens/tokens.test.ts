import { App, Aws, CfnParameter, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { maskTokens, TokenTable } from '../../../src/cdk/tokens';
import { jsonLength, literalParts } from '../../../src/policy/base';

const PSEUDO_PARAMETERS = [[Aws.PARTITION, 10], [Aws.REGION, 16], [Aws.ACCOUNT_ID, 12], [Aws.URL_SUFFIX, 20]] as const;

function setUp() {
  const stack = new Stack(new App(), 'Test');
  return { stack, table: new TokenTable(stack) };
}

test('a string without tokens stays as it is', () => {
  const { table } = setUp();
  expect(table.encode('plain', 'text', 'field')).toBe('plain');
  expect(table.encode(undefined as unknown as string, 'text', 'field')).toBeUndefined();
  expect(table.encode(5 as unknown as string, 'text', 'field')).toBe(5);
});

test('tokens become references, and come back as they were', () => {
  const { stack, table } = setUp();
  const bucket = new Bucket(stack, 'Bucket');
  const encoded = table.encode(`${bucket.bucketArn}/a/${Aws.REGION}`, 'bucketArn', 'field');
  expect(Token.isUnresolved(encoded)).toBe(false);
  expect(literalParts(encoded)).toEqual(['', '/a/', '']);
  const decoded = table.decode({ [encoded]: [encoded, 'plain', 5, null] });
  expect(stack.resolve(Object.keys(decoded)[0])).toEqual(stack.resolve(`${bucket.bucketArn}/a/${Aws.REGION}`));
  expect(stack.resolve(Object.values(decoded)[0])).toEqual([stack.resolve(`${bucket.bucketArn}/a/${Aws.REGION}`), 'plain', 5, null]);
});

test('one value has one reference, however often its token was made', () => {
  const { stack, table } = setUp();
  const bucket = new Bucket(stack, 'Bucket');
  const [once, twice] = [1, 2].map(() => table.encode(Fn.join('-', ['a', bucket.bucketName]), 'text', 'field'));
  expect(once).toBe(twice);
  expect(table.encode(bucket.bucketName, 'text', 'field')).not.toBe(once);
});

test('a value in a key is another reference than elsewhere, for it is escaped there', () => {
  const { stack, table } = setUp();
  const value = new CfnParameter(stack, 'Value').valueAsString;
  const [plain, escaped] = [table.encode(value, 'externalId', 'field'), table.encode(value, 'key', 'field')].map((one) => JSON.stringify(stack.resolve(table.decode(one))));
  expect(plain).toBe('{"Ref":"Value"}');
  expect(escaped).toContain('Fn::Split');
});

test.each(PSEUDO_PARAMETERS)('the pseudo parameter %s has a bound of its own', (pseudo, bound) => {
  const { table } = setUp();
  expect(jsonLength(table.encode(pseudo, 'text', 'field'))).toBe(bound);
  expect(jsonLength(table.encode(pseudo, 'key', 'field'))).toBe(bound);
});

test('the bound of a parameter is its greatest length, if that is the smaller one', () => {
  const { stack, table } = setUp();
  const length = (id: string, maxLength?: number) =>
    jsonLength(table.encode(new CfnParameter(stack, id, { maxLength }).valueAsString, 'externalId', 'field'));
  expect([length('Short', 40), length('Long', 4000), length('Unbounded')]).toEqual([40, 1224, 1224]);
});

test('a part of a key is escaped in policies, and plain for people', () => {
  const { stack, table } = setUp();
  const value = new CfnParameter(stack, 'Value').valueAsString;
  const key = table.encode(`a/${value}`, 'key', 'field');
  expect(key).not.toBe(table.encode(`a/${value}`, 'text', 'field'));
  expect(JSON.stringify(stack.resolve(table.decode(key)))).toContain('Fn::Split');
  expect(stack.resolve(table.describe(key))).toEqual({ 'Fn::Join': ['', ['a/', { Ref: 'Value' }]] });
});

test('a lazy value that is text already is taken, and checked, as that text', () => {
  const { table } = setUp();
  expect(table.encode(Lazy.string({ produce: () => 'late' }), 'text', 'field')).toBe('late');
  expect(table.encode(`a/${Lazy.string({ produce: () => '*' })}`, 'key', 'field')).toBe('a/*');
});

test.each(['\u0001', 'a\u0002b', '\u000163|x\u0002'])('fails for %j, which would read as a reference', (text) => {
  const { table } = setUp();
  expect(() => table.encode(text, 'text', 'field')).toThrow(expect.objectContaining({ code: 'KeyCharacterInvalid', field: 'field' }));
  expect(() => maskTokens({ a: [text] }, 'field')).toThrow(expect.objectContaining({ code: 'KeyCharacterInvalid', field: 'field.a[0]' }));
});

test('fails for a token that resolves to nothing', () => {
  const { table } = setUp();
  expect(() => table.encode(Lazy.string({ produce: () => undefined }), 'text', 'field')).toThrow(expect.objectContaining({ code: 'ValueTypeInvalid' }));
});

test('tokens are masked anywhere in plain data, and other things are left alone', () => {
  const date = 5;
  const masked = maskTokens({ a: [`x-${Aws.REGION}`, { b: Aws.ACCOUNT_ID }], c: date, d: null, e: undefined, f: true }, 'field');
  expect(masked).toEqual({ a: [expect.stringMatching(/^x-./), { b: expect.any(String) }], c: 5, d: null, e: undefined, f: true });
  expect(JSON.stringify(masked)).not.toContain('Token');
  const token = Lazy.any({ produce: () => 5 });
  expect(maskTokens(token, 'field')).toBe(token);
});

test('fails for a list that is a token', () => {
  const { stack } = setUp();
  const list = new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList;
  expect(() => maskTokens({ accounts: list }, 'definition')).toThrow(expect.objectContaining({ code: 'ListUnresolved', field: 'definition.accounts' }));
});

describe('values next to each other in a key', () => {
  const key = (make: (stack: Stack) => string) => {
    const { stack, table } = setUp();
    return () => table.encode(make(stack), 'key', 'access[0].prefixes[0]');
  };
  const open = (stack: Stack, id: string) => new CfnParameter(stack, id).valueAsString;

  test.each<[string, (stack: Stack) => string]>([
    ['side by side', (stack) => `${open(stack, 'A')}${open(stack, 'B')}`],
    ['with a beginning of one between', (stack) => `${open(stack, 'A')}{resolve:${open(stack, 'B')}`],
    ['around one that cannot', (stack) => `${open(stack, 'A')}{{${open(stack, 'B')}`],
  ])('are refused where together they could be a dynamic reference: %s', (_, make) => {
    expect(key(make)).toThrow(/KeyDynamicReference: access\[0\]\.prefixes\[0\]: received values next to each other.*put a slash between them/);
  });

  test.each<[string, (stack: Stack) => string]>([
    ['with a slash between', (stack) => `${open(stack, 'A')}/${open(stack, 'B')}`],
    ['one of which can hold no brace', (stack) => `${open(stack, 'A')}${new CfnParameter(stack, 'B', { allowedPattern: '[a-z]+' }).valueAsString}`],
    ['one of which is a pseudo parameter', (stack) => `${open(stack, 'A')}${Aws.REGION}`],
    ['alone', (stack) => `a${open(stack, 'A')}b`],
  ])('are no trouble %s', (_, make) => {
    expect(key(make)).not.toThrow();
  });

  test('are no trouble outside of keys', () => {
    const { stack, table } = setUp();
    expect(() => table.encode(`${open(stack, 'A')}${open(stack, 'B')}`, 'text', 'field')).not.toThrow();
  });
});

test.each<[string, unknown]>([
  ['nothing', undefined], ['null', null], ['an empty list', []], ['an empty object', {}], ['what CloudFormation leaves out', { Ref: 'AWS::NoValue' }],
  ['a function of nothing', { 'Fn::Join': ['', [null]] }], ['a choice of what it leaves out', { 'Fn::If': ['A', { Ref: 'AWS::NoValue' }, 'x'] }],
  ['a list that ends in null', ['a', null]], ['a field of null', { 'Fn::Base64': null }],
])('a token that resolves to %s is refused, for a condition would vanish with it', (_, value) => {
  const { table } = setUp();
  expect(() => table.encode(Lazy.string({ produce: () => value as never }), 'externalId', 'externalId')).toThrow(/ValueTypeInvalid: externalId/);
});

test('a token that only mentions such a thing is none', () => {
  const { table } = setUp();
  for (const value of ['null', 'x AWS::NoValue', { 'Fn::Join': ['', ['null', { Ref: 'AWS::Region' }]] }]) {
    expect(() => table.encode(Lazy.string({ produce: () => value as never }), 'externalId', 'externalId')).not.toThrow();
  }
});

test('a value that the CDK has still to look up is let through, whatever it is for', () => {
  const { table } = setUp();
  const encoded = table.encode('dummy-value-for-/path', 'key', 'field');
  expect(encoded).not.toBe('dummy-value-for-/path');
  expect(table.decode(encoded)).toBe('dummy-value-for-/path');
  expect(table.describe(encoded)).toBe('dummy-value-for-/path');
});

test('what another stack cannot say is told by the fields that it was given in; what it can is said as it is there', () => {
  const app = new App();
  const [here, there] = ['Here', 'There'].map((id) => new Stack(app, id, { env: { account: '111122223333', region: id === 'Here' ? 'eu-west-1' : 'us-east-1' } }));
  const table = new TokenTable(here);
  const [second, first] = ['second', 'first'].map((field) => table.encode(new CfnParameter(here, field).valueAsString, 'text', field));
  const region = table.encode(Aws.REGION, 'region', 'third');
  expect(table.decodeIn([second, region, first], there)).toEqual({ unsaid: ['first', 'second'] });
  expect(table.decodeIn([region, 'x'], there)).toEqual({ value: ['eu-west-1', 'x'] });
  expect(here.resolve(table.decodeIn([second], here).value)).toEqual([{ Ref: 'second' }]);
});

test('a value that was written in another stack is that stack\'s, though it reads alike', () => {
  const app = new App();
  const [here, there] = ['Here', 'There'].map((id) => new Stack(app, id));
  const table = new TokenTable(here);
  const own = table.encode(new CfnParameter(here, 'Name').valueAsString, 'text', 'own');
  const other = table.encode(new CfnParameter(there, 'Name').valueAsString, 'text', 'other', there);
  expect(own).not.toBe(other);
  expect(table.decodeIn(own, there)).toEqual({ unsaid: ['own'] });
  expect(there.resolve(table.decodeIn(other, there).value)).toEqual({ Ref: 'Name' });
});
