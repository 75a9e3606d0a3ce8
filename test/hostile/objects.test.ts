import { App, CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Attack, expectRefusal, newStack, refusals, VENDOR } from './support';
import * as library from '../../src';
import { S3Access, S3KeyScope, Vendor, VendorS3AccessRoleProps } from '../../src';
import { ErrorCode } from '../../src/policy/base/codes';
import { Loose, makeBucketAccess, makeDefinition, makeRole, makeUser } from '../cases/bad-input';

/** What plain JavaScript can hand over, of which the types know nothing. */
type Anything = any;

/** Objects that pretend to be text. None of them may ever be asked for it. */
const BOMBS: Readonly<Record<string, () => Anything>> = {
  'an object that becomes text': () => ({ toString: () => 'in', valueOf: () => 'in', toJSON: () => 'in', [Symbol.toPrimitive]: () => 'in' }),
  'an object that throws where it becomes text': () => {
    const explode = () => {
      throw new Error('boom');
    };
    return { toString: explode, valueOf: explode, toJSON: explode, [Symbol.toPrimitive]: explode, get [Symbol.toStringTag]() { return explode(); } };
  },
  'an object without a prototype': () => Object.create(null),
  'a boxed text': () => new String('in-2f9a'),
  'a function': () => () => 'in',
  'a symbol': () => Symbol('in'),
  'a large number': () => 10n ** 20n,
  'a proxy of text': () => new Proxy(new String('in-2f9a'), {}),
  'a promise': () => Promise.resolve('in'),
  'a list in a list': () => [['in']],
  'a token that is an object': () => Lazy.any({ produce: () => 'in' }),
};

/** Places, and their codes for what is no text; lists as text have the code of the list's first item. */
const PLACES: ReadonlyArray<readonly [string, ErrorCode, (value: Anything, stack: Stack) => unknown]> = [
  ['an external ID', 'ValueTypeInvalid', (externalId, stack) => makeRole(stack, { externalId })],
  ['a role name', 'ValueTypeInvalid', (roleName, stack) => makeRole(stack, { roleName })],
  ['a path', 'ValueTypeInvalid', (path, stack) => makeRole(stack, { path })],
  ['a description', 'ValueTypeInvalid', (description, stack) => makeRole(stack, { description })],
  ['a reason', 'ValueTypeInvalid', (withoutExternalId, stack) => makeRole(stack, { externalId: undefined, withoutExternalId })],
  ['an address', 'ValueTypeInvalid', (value, stack) => makeRole(stack, { allowedSourceIps: [value] })],
  ['a folder', 'ValueTypeInvalid', (value, stack) => makeRole(stack, { access: [S3Access.read(new Bucket(stack, 'B'), { prefixes: [value] })] })],
  ['a key', 'ValueTypeInvalid', (value, stack) => makeRole(stack, { access: [S3Access.read(new Bucket(stack, 'B'), { keys: [S3KeyScope.object(value)] })] })],
  ['a value of a variable', 'ValueTypeInvalid', (tenant, stack) => makeRole(stack, { access: [S3Access.read(new Bucket(stack, 'B'), { keys: [S3KeyScope.template('{tenant}', { tenant })] })] })],
  ['an owner', 'ValueTypeInvalid', (bucketOwner, stack) => makeRole(stack, { access: [S3Access.read(new Bucket(stack, 'B'), { wholeBucket: true, bucketOwner })] })],
  ['an account', 'DefinitionFieldInvalid', (value, stack) => makeRole(stack, { vendor: Vendor.account(value) })],
  ['a role ARN', 'ValueTypeInvalid', (value, stack) => makeRole(stack, { vendor: Vendor.role(value) })],
  ['a name in a definition', 'DefinitionFieldInvalid', (name) => makeDefinition({ name })],
  ['an organization in a definition', 'DefinitionFieldInvalid', (organizationId) => makeDefinition({ organizationId })],
  ['a user name', 'ValueTypeInvalid', (userName, stack) => makeUser(stack, { userName })],
  ['a switch', 'ValueTypeInvalid', (suspended, stack) => makeRole(stack, { suspended })],
  ['a switch of an access', 'ValueTypeInvalid', (value, stack) => makeRole(stack, { access: [S3Access.read(new Bucket(stack, 'B'), { wholeBucket: true, delete: value })] })],
  ['an expiry', 'ValueTypeInvalid', (expiresAt, stack) => makeRole(stack, { expiresAt })],
  ['a vendor', 'VendorTypeInvalid', (vendor, stack) => makeRole(stack, { vendor })],
  ['an access', 'AccessTypeInvalid', (value, stack) => makeRole(stack, { access: [value] })],
  ['a scope of keys', 'KeyScopeTypeInvalid', (value, stack) => makeRole(stack, { access: [S3Access.read(new Bucket(stack, 'B'), { keys: [value] })] })],
];

describe.each(PLACES)('%s', (_, code, put2) => {
  test.each(Object.entries(BOMBS))(`is refused as ${code}: %s`, (__, make) => {
    expectRefusal(code, () => put2(make(), newStack()));
  });
});

const attack = (name: string, code: ErrorCode, run: Attack['run']): Attack => ({ attack: name, code, run });
const inRole = (name: string, code: ErrorCode, props: (stack: Stack) => Loose<VendorS3AccessRoleProps>): Attack =>
  attack(name, code, (stack) => makeRole(stack, props(stack)));

/** An object that is an instance, as far as anybody can tell, and was never made. */
const forged = (type: { readonly prototype: object }, fields: object = {}) => Object.assign(Object.create(type.prototype), fields);

refusals('forged objects', [
  inRole('a vendor that was never made', 'VendorTypeInvalid', () => ({ vendor: forged(Vendor) })),
  inRole('a vendor that is only a definition', 'VendorTypeInvalid', () => ({ vendor: { definition: { name: 'Evil', accounts: [VENDOR] }, _kind: 'any' } })),
  inRole('a vendor of trust in everybody', 'AccountIdInvalid', () => ({ vendor: forged(Vendor, { known: { name: 'Evil', accounts: ['*'] }, kind: 'any' }) })),
  inRole('a vendor whose definition has no fields', 'DefinitionFieldMissing', () => ({ vendor: forged(Vendor, { known: {}, kind: 'any' }) })),
  inRole('a vendor of trust in a wildcard', 'ArnWildcard', () => ({ vendor: new (Vendor as Anything)({ name: 'Evil', principals: ['arn:aws:iam::*:role/x'] }, 'any', 'x') })),
  inRole('an access that was never made', 'AccessTypeInvalid', () => ({ access: [forged(S3Access)] })),
  inRole('an access in a mode of its own', 'AccessTypeInvalid', (stack) => ({ access: [new (S3Access as Anything)(new Bucket(stack, 'B'), 'everything', {})] })),
  inRole('an access in a mode that all objects have', 'AccessTypeInvalid', (stack) => ({ access: [new (S3Access as Anything)(new Bucket(stack, 'B'), 'constructor', {})] })),
  inRole('an access with options of its own', 'PropertyUnknown', (stack) => ({ access: [new (S3Access as Anything)(new Bucket(stack, 'B'), 'read', { actions: ['s3:*'] })] })),
  inRole('an access without a bucket', 'BucketInvalid', () => ({ access: [new (S3Access as Anything)({ bucketArn: 'arn:aws:s3:::*', env: {} }, 'read')] })),
  inRole('a scope that was never made', 'KeyScopeTypeInvalid', (stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), { keys: [forged(S3KeyScope)] })] })),
  ...[{ kind: 'raw', stem: '', open: true }, { kind: 'startingWith', start: '' }, { kind: 'folder', path: '' }, {}, null, 'raw', [], { kind: 'folder' }, { kind: 'template', template: 'x' }].map((scope) =>
    inRole(`a scope that binds to ${JSON.stringify(scope)}`, scope === null || typeof scope !== 'object' || Array.isArray(scope) || !('kind' in scope) || scope.kind === 'raw'
      ? 'KeyScopeTypeInvalid'
      : 'path' in scope || 'start' in scope ? 'KeyEmpty' : 'ValueTypeInvalid', (stack) => {
      const key: Anything = S3KeyScope.folder('in');
      key._bind = () => scope;
      return { access: [S3Access.read(new Bucket(stack, 'B'), { keys: [key] })] };
    })),
  inRole('a date that was never made', 'ValueTypeInvalid', () => ({ expiresAt: Object.create(Date.prototype) })),
  inRole('a date that is all methods', 'ValueTypeInvalid', () => ({ expiresAt: { getTime: () => 0, toISOString: () => '9999-12-31T00:00:00Z', getUTCFullYear: () => 2025 } })),
  inRole('half a duration', 'ValueTypeInvalid', () => ({ maxSessionDuration: { toSeconds: () => 3600 } })),
  inRole('a duration that was never made', 'ValueTypeInvalid', () => ({ maxSessionDuration: { isUnresolved: () => false } })),
  inRole('a boundary that is text', 'BoundaryInvalid', () => ({ permissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess' })),
  inRole('a key that is an object', 'KmsKeyInvalid', (stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), { wholeBucket: true, encryptionKeys: [{ keyArn: '*' } as Anything] })] })),
  inRole('a placement of its own', 'ValueTypeInvalid', () => ({ policyPlacement: 'nowhere' })),
  inRole('a placement that all objects have', 'ValueTypeInvalid', () => ({ policyPlacement: 'toString' })),
  inRole('bucket policies of its own', 'ValueTypeInvalid', () => ({ bucketPolicies: '__proto__' })),
]);

refusals('lists that are none', [
  inRole('an object with a length', 'ValueTypeInvalid', (stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), { prefixes: { 0: 'in', length: 1 } as Anything })] })),
  inRole('a list with a hole among folders', 'ValueTypeInvalid', (stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), { prefixes: [, 'in'] as Anything })] })), // eslint-disable-line no-sparse-arrays
  inRole('a list of nothing but holes', 'ValueTypeInvalid', (stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), { prefixes: new Array(3) })] })),
  inRole('a list with a hole among addresses', 'ValueTypeInvalid', () => ({ allowedSourceIps: [, '203.0.113.0/24'] })), // eslint-disable-line no-sparse-arrays
  inRole('a list with a hole among further parties', 'ValueTypeInvalid', () => ({ additionalTrust: new Array(1) })),
  inRole('a list with a hole among accesses', 'AccessTypeInvalid', () => ({ access: new Array(1) })),
  attack('a list with a hole among accounts', 'DefinitionFieldInvalid', () => makeDefinition({ accounts: new Array(1) })),
  inRole('an iterable', 'ValueTypeInvalid', (stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), { prefixes: new Set(['in']) as Anything })] })),
  inRole('a typed list', 'ValueTypeInvalid', () => ({ allowedSourceIps: new Uint8Array([1]) })),
  inRole('a text as list', 'ValueTypeInvalid', (stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), { prefixes: '*' as Anything })] })),
]);

refusals('options that hide', [
  ...(['prefixes', 'keys', 'wholeBucket'] as const).map((name) => inRole(`${name} that went missing`, 'ScopeMissing', (stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), { [name]: undefined })] }))),
  inRole('options with folders in their prototype', 'ValueTypeInvalid', (stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), Object.create({ prefixes: ['in'] }))] })),
  inRole('options of a class', 'ValueTypeInvalid', (stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), new (class { public get prefixes() { return ['in']; } })())] })),
  inRole('options in a map', 'ValueTypeInvalid', (stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), new Map([['prefixes', ['in']]]) as Anything)] })),
  inRole('options from JSON with __proto__', 'PropertyUnknown', (stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), JSON.parse('{"__proto__": {"prefixes": ["in"]}}'))] })),
  inRole('props from JSON with a misspelt limit', 'PropertyUnknown', () => JSON.parse('{"suspend": true}')),
  attack('a definition in a map', 'DefinitionFieldInvalid', () => Vendor.fromDefinition(new Map([['name', 'Evil']]) as Anything)),
  attack('a definition of a class', 'DefinitionFieldInvalid', () => Vendor.fromDefinition(new (class { public name = 'Evil'; })())),
  attack('a definition with its fields in the prototype', 'DefinitionFieldInvalid', () => Vendor.fromDefinition(Object.create({ name: 'Evil', accounts: [VENDOR] }))),
]);

describe('a second copy of the library', () => {
  let other: typeof library;
  beforeAll(() => {
    // With the same aws-cdk-lib, as npm gives it where two versions of the library are installed.
    jest.isolateModules(() => {
      other = jest.requireActual('../../src');
    });
  });

  test('is another one', () => {
    expect(other.Vendor).not.toBe(Vendor);
  });

  test.each<readonly [string, ErrorCode, (copy: typeof library, stack: Stack) => Loose<VendorS3AccessRoleProps>]>([
    ['a vendor', 'VendorTypeInvalid', (copy) => ({ vendor: copy.Vendor.account(VENDOR) })],
    ['an access', 'AccessTypeInvalid', (copy, stack) => ({ access: [copy.S3Access.read(new Bucket(stack, 'B'), { wholeBucket: true })] })],
    ['a scope of keys', 'KeyScopeTypeInvalid', (copy, stack) => ({ access: [S3Access.read(new Bucket(stack, 'B'), { keys: [copy.S3KeyScope.folder('in')] })] })],
  ])('gives %s that this one refuses', (_, code, props) => {
    const stack = newStack();
    expectRefusal(code, () => makeRole(stack, props(other, stack)));
    const honest = newStack();
    expect(() => makeRole(honest, props(library, honest))).not.toThrow();
  });
});

describe('buckets and keys of the app, made to lie', () => {
  test.each<readonly [string, ErrorCode, (bucket: Anything, stack: Stack) => void]>([
    ['a bucket whose ARN was replaced by a wildcard', 'ArnWildcard', (bucket) => Object.defineProperty(bucket, 'bucketArn', { value: 'arn:aws:s3:::*' })],
    ['a bucket whose account was replaced by a variable', 'AccountIdInvalid', (bucket) => Object.defineProperty(bucket, 'env', { value: { account: '${aws:ResourceAccount}', region: 'eu-west-1' } })],
    ['a bucket whose key was replaced', 'KmsKeyInvalid', (bucket) => Object.defineProperty(bucket, 'encryptionKey', { value: { keyArn: '*' } })],
    ['a bucket whose key is a wildcard', 'ArnWildcard', (bucket, stack) => Object.defineProperty(bucket, 'encryptionKey', { value: Object.assign(new Key(stack, 'K'), { keyArn: '*' }) })],
  ])('%s: %s', (_, code, change) => {
    const stack = newStack();
    const bucket = new Bucket(stack, 'B');
    change(bucket, stack);
    expectRefusal(code, () => makeRole(stack, { access: [S3Access.read(bucket, { wholeBucket: true })] }));
  });

  test('a lazy value that says something else later stops the synthesis', () => {
    const app = new App();
    const stack = new Stack(app, 'Test');
    let asked = 0;
    const parameter = [new CfnParameter(stack, 'One'), new CfnParameter(stack, 'Two')];
    const changingValue = Lazy.uncachedString({ produce: () => parameter[asked++ === 0 ? 0 : 1].valueAsString });
    makeRole(stack, { externalId: changingValue });
    expect(() => app.synth()).toThrow(/ValueChanged/);
  });
});

test('access in bucket policies takes no forged vendor either', () => {
  const stack = newStack();
  expectRefusal('VendorTypeInvalid', () => makeBucketAccess(stack, { vendor: forged(Vendor) }));
});
