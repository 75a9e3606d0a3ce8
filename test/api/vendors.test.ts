import { Vendor, Vendors } from '../../src';

/** As plain JavaScript may call it. */
type Factory = (options: object) => Vendor;

const FACTORIES: Readonly<Record<string, readonly [Factory, ...known: string[]]>> = {
  'Vendor.account': [(options) => Vendor.account('123456789012', options), 'organizationId', 'principalArns'],
  'Vendors.cloudglue': [(options) => Vendors.cloudglue(options), 'transferBucket'],
  'Vendors.hotglue': [(options) => Vendors.hotglue(options), 'principalArn'],
  'Vendors.coactive': [(options) => Vendors.coactive(options as never), 'roleArn'],
  'Vendors.apperate': [(options) => Vendors.apperate(options), 'userArn'],
};

test.each(Object.entries(FACTORIES))('%s refuses a property that it does not know, and says which there are', (place, [make, ...known]) => {
  expect(() => make({ misspelt: 'x' })).toThrow(`PropertyUnknown [${place}] options.misspelt: received "x"; the properties are ${known.join(', ')}`);
});

const ROLE = 'arn:aws:iam::123456789012:role/x';
const USER = 'arn:aws:iam::123456789012:user/x';

test('a vendor is who the factory was given, and nobody more', () => {
  expect(Vendor.account('123456789012', { organizationId: 'o-a1b2c3d4e5', principalArns: [ROLE] }).definition)
    .toMatchObject({ accounts: ['123456789012'], organizationId: 'o-a1b2c3d4e5', principalArns: [ROLE] });
  expect(Vendor.account('123456789012').definition.principals).toBeUndefined();
  for (const [vendor, arn] of [[Vendor.role(ROLE), ROLE], [Vendor.user(USER), USER], [Vendors.hotglue({ principalArn: ROLE }), ROLE],
    [Vendors.coactive({ roleArn: ROLE }), ROLE], [Vendors.apperate({ userArn: USER }), USER]] as const) {
    expect(vendor.definition.principals).toEqual([arn]);
    expect(vendor.definition.accounts).toBeUndefined();
  }
});

test('a vendor that is named later is nobody until then', () => {
  for (const vendor of [Vendor.pending(), Vendors.hotglue(), Vendors.apperate()]) {
    expect([vendor.definition.principals, vendor.definition.accounts]).toEqual([undefined, undefined]);
  }
});

test('the kind that was promised is the one that is demanded', () => {
  expect([Vendor.account('123456789012')._kind, Vendor.pending()._kind, Vendor.role(ROLE)._kind, Vendor.user(USER)._kind]).toEqual(['any', 'any', 'role', 'user']);
});

test('Cloudglue brings a bucket of its own, unless that is not wanted', () => {
  expect(Vendors.cloudglue().definition.companionBuckets).toHaveLength(1);
  expect(Vendors.cloudglue({ transferBucket: true }).definition.companionBuckets).toHaveLength(1);
  expect(Vendors.cloudglue({ transferBucket: false }).definition.companionBuckets).toEqual([]);
});

test.each<[string, (id: string) => Vendor, string]>([
  ['account', (id) => Vendor.account(id), '123456789012'], ['role', (id) => Vendor.role(id), ROLE], ['user', (id) => Vendor.user(id), USER],
])('an %s is called what it is, unless that is long or not even text', (kind, make, id) => {
  expect(make(id).definition.name).toBe(`${kind} ${id}`);
  expect(make('x'.repeat(95 - kind.length)).definition.name).toContain('xxx');
  expect(make('x'.repeat(100)).definition.name).toBe(`an AWS ${kind}`);
  expect(make(7 as never).definition.name).toBe(`an AWS ${kind}`);
});
