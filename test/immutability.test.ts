import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, S3AccessOptions, S3KeyScope, Vendor, VendorDefinition, Vendors, VendorS3AccessRole } from '../src';

type Changeable = any;

const ACCOUNT = '111122223333';
const DEFINITION = (): VendorDefinition => ({
  name: 'Acme',
  accounts: [ACCOUNT],
  companionBuckets: [{ bucketName: 'acme-transfer', ownerAccount: ACCOUNT, mode: 'write', prefixes: ['in'] } as Changeable],
  sessionTags: [{ key: 'team', values: ['a'] }],
  pathVariables: { year: '????' },
});

function tryTo(change: () => void): void {
  try {
    change();
  } catch (e) {
    expect(e).toBeInstanceOf(TypeError);
  }
}

/** The template of a role, with buckets and keys that are made anew. */
function template(vendor: Vendor, access = (bucket: Bucket) => S3Access.read(bucket, { prefixes: ['in'] })): string {
  const stack = new Stack(new App(), 'Stack');
  new VendorS3AccessRole(stack, 'Role', { vendor, externalId: 'k3J-2f9a', access: [access(new Bucket(stack, 'Bucket'))] });
  return JSON.stringify(Template.fromStack(stack).toJSON());
}

const VENDORS: ReadonlyArray<readonly [string, () => Vendor]> = [
  ['Vendor.account', () => Vendor.account(ACCOUNT, { principalArns: [`arn:aws:iam::${ACCOUNT}:role/x`] })],
  ['Vendor.role', () => Vendor.role(`arn:aws:iam::${ACCOUNT}:role/x`)],
  ['Vendor.user', () => Vendor.user(`arn:aws:iam::${ACCOUNT}:user/x`)],
  ['Vendor.pending', () => Vendor.pending()],
  ['Vendor.fromDefinition', () => Vendor.fromDefinition(DEFINITION())],
  ['Vendors.cloudglue', () => Vendors.cloudglue()],
  ['Vendors.hotglue', () => Vendors.hotglue()],
  ['Vendors.creativeForce', () => Vendors.creativeForce()],
  ['Vendors.apperate', () => Vendors.apperate()],
];

/** Changes whatever can be changed, at every level; tells what it was refused. */
function vandalize(value: Changeable, refused: string[] = [], path = 'value'): string[] {
  for (const name of Reflect.ownKeys(value)) {
    const place = `${path}.${String(name)}`;
    if (typeof value[name] === 'object') {
      vandalize(value[name], refused, place);
    }
    for (const change of [() => (value[name] = 'changed'), () => delete value[name], () => Object.defineProperty(value, name, { value: 'changed' })]) {
      try {
        change();
      } catch {
        refused.push(place);
      }
    }
  }
  tryTo(() => (Array.isArray(value) ? value.push('added') : value.roleName = 'added'));
  return refused;
}

describe.each(VENDORS)('what %s gives', (_, make) => {
  test('says the same after every attempt to change its definition', () => {
    const vendor = make();
    const before = JSON.stringify(vendor.definition);
    const [used, asOther] = [template(vendor), template(make())];
    vandalize(vendor.definition);
    tryTo(() => ((vendor as Changeable).definition = { name: 'Other' }));
    expect(JSON.stringify(vendor.definition)).toBe(before);
    expect(JSON.stringify(make().definition)).toBe(before);
    expect([template(vendor), template(make())]).toEqual([used, asOther]);
  });

  test('refuses each change to a field that is there, loudly', () => {
    const { definition } = make();
    const refused = new Set(vandalize(definition));
    expect(refused).toEqual(new Set(places(make().definition)));
  });

  test('can be given to another language, which marks each object', () => {
    const { definition } = make();
    for (const struct of [definition, ...definition.companionBuckets ?? [], ...definition.sessionTags ?? []]) {
      Object.defineProperty(struct, Symbol.for('mark'), { value: 'Object@10000' });
      expect((struct as Changeable)[Symbol.for('mark')]).toBe('Object@10000');
    }
    expect(Object.getOwnPropertySymbols(make().definition)).toEqual([]);
  });
});

/** The places of all fields and entries. */
function places(value: Changeable, path = 'value'): string[] {
  return Reflect.ownKeys(value).flatMap((name) => {
    const place = `${path}.${String(name)}`;
    return typeof value[name] === 'object' ? [place, ...places(value[name], place)] : [place];
  });
}

describe('a vendor does not change with', () => {
  test.each<readonly [string, (given: Changeable) => void]>([
    ['a field', (given) => (given.name = 'Other')],
    ['a new field', (given) => (given.roleName = 'other')],
    ['a field that is gone', (given) => delete given.accounts],
    ['a list', (given) => given.accounts.push('444455556666')],
    ['an entry', (given) => (given.accounts[0] = '444455556666')],
    ['a companion bucket', (given) => (given.companionBuckets[0].bucketName = 'other')],
    ['a list in a companion bucket', (given) => given.companionBuckets[0].prefixes.push('')],
    ['a session tag', (given) => given.sessionTags[0].values.push('b')],
    ['a path variable', (given) => (given.pathVariables.year = '*')],
  ])('%s of the definition that it was made from', (_, change) => {
    const given = DEFINITION();
    const vendor = Vendor.fromDefinition(given);
    const before = template(vendor);
    change(given);
    expect(vendor.definition).toEqual(DEFINITION());
    expect(given).not.toEqual(DEFINITION());
    expect(template(vendor)).toBe(before);
  });

  test('a definition that says something else each time it is asked', () => {
    let asked = 0;
    const vendor = Vendor.fromDefinition({ get name() { return `Acme ${asked++}`; }, accounts: [ACCOUNT] });
    const { name } = vendor.definition;
    expect(name).toMatch(/^Acme \d$/);
    expect(vendor.definition.name).toBe(name);
  });

  test('the options of Vendor.account', () => {
    const principalArns = [`arn:aws:iam::${ACCOUNT}:role/x`];
    const vendor = Vendor.account(ACCOUNT, { principalArns });
    principalArns.push(`arn:aws:iam::${ACCOUNT}:role/*`);
    expect(vendor.definition.principalArns).toEqual([`arn:aws:iam::${ACCOUNT}:role/x`]);
  });
});

test('no vendor changes with another of the same factory', () => {
  const [one, other] = [Vendors.cloudglue(), Vendors.cloudglue()];
  expect(() => one.definition.accounts!.push(ACCOUNT)).toThrow(TypeError);
  expect(other.definition.accounts).toEqual(['992382634011']);
  expect(one.definition).toEqual(other.definition);
});

test('a definition may be given on, whole or with changes', () => {
  const { definition } = Vendors.cloudglue();
  expect(Vendor.fromDefinition(definition).definition).toEqual(definition);
  const other = Vendor.fromDefinition({ ...definition, accounts: [...definition.accounts ?? [], ACCOUNT] });
  expect(other.definition.accounts).toEqual(['992382634011', ACCOUNT]);
});

describe('the options of an access', () => {
  const stack = new Stack();
  const bucket = new Bucket(stack, 'Bucket');
  const key = new Key(stack, 'Key');
  const scope = S3KeyScope.object('a');
  const all = (): S3AccessOptions => ({ prefixes: ['in'], keys: [scope], encryptionKeys: [key], tagging: true });

  test.each<readonly [string, (given: Changeable) => void]>([
    ['a prefix', (given) => given.prefixes.push('secret')],
    ['another prefix', (given) => (given.prefixes[0] = 'secret')],
    ['a scope', (given) => given.keys.push(S3KeyScope.startingWith(''))],
    ['a KMS key', (given) => given.encryptionKeys.pop()],
    ['an option', (given) => (given.tagging = false)],
    ['a new option', (given) => (given.versions = true)],
    ['an option that is gone', (given) => delete given.prefixes],
  ])('do not change with %s', (_, change) => {
    const given = all();
    const access = S3Access.read(bucket, given);
    change(given);
    expect(given).not.toEqual(all());
    tryTo(() => change(access.options));
    expect(access.options).toEqual(all());
    tryTo(() => ((access as Changeable).options = {}));
    expect(access.options).toEqual(all());
  });

  test('refuse a change to a field or a list that is there', () => {
    const { options } = S3Access.read(bucket, all());
    expect(() => options.prefixes!.push('secret')).toThrow(TypeError);
    expect(() => ((options as Changeable).tagging = false)).toThrow(TypeError);
    expect(() => delete (options as Changeable).prefixes).toThrow(TypeError);
  });

  test('keep what the lists hold, as it was given', () => {
    const { options } = S3Access.read(bucket, all());
    expect(options.keys![0]).toBe(scope);
    expect(options.encryptionKeys![0]).toBe(key);
    expect([scope, key].map(Object.isFrozen)).toEqual([false, false]);
  });

  test.each<readonly [string, S3AccessOptions | undefined, string[]]>([
    ['nothing', undefined, []],
    ['no option', {}, []],
    ['an option that is unset', { prefixes: undefined }, ['prefixes']],
    ['options that are set and unset', { keys: undefined, prefixes: ['in'] }, ['keys', 'prefixes']],
  ])('are those that were given, and no others: %s', (_, given, names) => {
    const { options } = S3Access.read(bucket, given as S3AccessOptions);
    expect(Object.keys(options)).toEqual(names);
    names.forEach((name) => expect(Object.prototype.hasOwnProperty.call(options, name)).toBe(true));
  });

  test('do not change a template that is made later', () => {
    const later = (change: (given: Changeable) => void) => template(Vendor.account(ACCOUNT), (own) => {
      const given = { prefixes: ['in'], requireTls: true };
      const access = S3Access.read(own, given);
      change(given);
      return access;
    });
    const before = later(() => undefined);
    expect(later((given) => given.prefixes.push('secret'))).toBe(before);
    expect(later((given) => (given.requireTls = false))).toBe(before);
    expect(template(Vendor.account(ACCOUNT), (own) => S3Access.read(own, { prefixes: ['in', 'secret'] }))).not.toBe(before);
  });
});

describe('a key scope', () => {
  test('does not change with the values that it was made from', () => {
    const values: { [name: string]: string } = { tenant: 'acme' };
    const scope = S3KeyScope.template('exports/{tenant}/{full_date}', values);
    values.tenant = 'other';
    values.full_date = '20250101';
    expect(scope._bind()).toEqual({ kind: 'template', template: 'exports/{tenant}/{full_date}', values: { tenant: 'acme' } });
  });

  test.each([
    ['folder', S3KeyScope.folder('a')],
    ['startingWith', S3KeyScope.startingWith('a')],
    ['object', S3KeyScope.object('a')],
    ['template', S3KeyScope.template('a/{b}', { b: 'c' })],
  ])('refuses changes: %s', (_, scope) => {
    const bound: Changeable = scope._bind();
    const before = JSON.stringify(bound);
    expect(() => (bound.kind = 'other')).toThrow(TypeError);
    expect(() => (bound.path = '')).toThrow(TypeError);
    expect(() => ((bound.values ?? bound).b = '*')).toThrow(TypeError);
    expect(JSON.stringify(scope._bind())).toBe(before);
  });
});
