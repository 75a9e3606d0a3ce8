import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { newStack, VENDOR } from './support';
import {
  S3Access, S3AccessMode, S3KeyScope, Vendor, VendorS3AccessRole, VendorS3AccessRoleProps, VendorS3AccessUser, VendorS3BucketAccess,
} from '../../src';
import { Loose, makeDefinition, makeRole } from '../cases/bad-input';
import { Caller } from '../support/caller';
import { Customer } from '../support/customer';
import { get, put } from '../support/probe';

/** What plain JavaScript can hand over, of which the types know nothing. */
type Anything = any;

/** A property that says one thing when it is first asked, and another from then on. */
function changing(name: string, first: unknown, then: unknown, asked: { count: number } = { count: 0 }): object {
  return Object.defineProperty({}, name, { enumerable: true, configurable: true, get: () => (asked.count++ === 0 ? first : then) });
}

/** Puts a getter into props: a spread would read it. */
function withGetter<T extends object>(props: T, getter: object): T {
  return Object.defineProperties({ ...props }, Object.getOwnPropertyDescriptors(getter)) as T;
}

describe('a property that changes between two looks', () => {
  const roleOf = (getter: (bucket: IBucket) => object) => {
    const stack = newStack();
    const bucket = new Bucket(stack, 'Bucket');
    const props = { vendor: Vendor.account(VENDOR), externalId: 'k3J-2f9a', access: [S3Access.read(bucket, { prefixes: ['in'] })] };
    new VendorS3AccessRole(stack, 'Access', withGetter<VendorS3AccessRoleProps>(props, getter(bucket)));
    return JSON.stringify(Template.fromStack(stack).toJSON());
  };

  test.each<readonly [string, unknown, unknown]>([
    ['externalId', 'first-2f9a', 'stolen'],
    ['path', '/vendors/', '/*/'],
    ['roleName', 'vendor-role', 'stolen'],
    ['description', 'first', 'stolen'],
    ['suspended', true, false],
    ['expiresAt', new Date('2031-01-01T00:00:00Z'), new Date('2999-01-01T00:00:00Z')],
    ['allowedSourceIps', ['203.0.113.0/24'], ['0.0.0.0/0']],
    ['maxSessionDuration', Duration.hours(2), Duration.hours(12)],
  ])('counts as it was first: %s', (name, first, then) => {
    const asked = { count: 0 };
    expect(roleOf(() => changing(name, first, then, asked))).toBe(roleOf(() => ({ [name]: first })));
    expect(asked.count).toBe(1);
    expect(roleOf(() => ({ [name]: first }))).not.toBe(roleOf(() => ({})));
  });

  test('is read once from the props of a user, and of access in bucket policies', () => {
    const [user, buckets] = [{ count: 0 }, { count: 0 }];
    const stack = newStack();
    const access = [S3Access.read(new Bucket(stack, 'Bucket'), { wholeBucket: true })];
    new VendorS3AccessUser(stack, 'User', withGetter({ vendor: Vendor.pending(), access }, changing('path', '/vendors/', '/*/', user)));
    new VendorS3BucketAccess(stack, 'Buckets', withGetter({ vendor: Vendor.account(VENDOR), access }, changing('suspended', true, false, buckets)));
    expect([user.count, buckets.count]).toEqual([1, 1]);
    expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toContain('/*/"');
  });

  test.each<readonly [string, unknown, unknown]>([
    ['prefixes', ['in'], ['*']],
    ['prefixes', ['in'], undefined],
    ['list', false, true],
    ['delete', false, true],
    ['wholeBucket', true, false],
    ['wholeBucket', false, true],
  ])('counts as it was first in the options of an access: %s', (name, first, then) => {
    const place = name === 'prefixes' || first === true ? {} : { prefixes: ['in'] };
    const template = (options: object) => roleOf((bucket) => ({ access: [S3Access.read(bucket, options as Anything)] }));
    expect(template(withGetter(place, changing(name, first, then)))).toBe(template({ ...place, [name]: first }));
  });

  test('counts as it was first in a folder, a template and its values', () => {
    const template = (keys: S3KeyScope[]) => roleOf((bucket) => ({ access: [S3Access.read(bucket, { keys })] }));
    expect(template([S3KeyScope.template('{tenant}', changing('tenant', 'acme', 'other') as Anything)])).toBe(template([S3KeyScope.template('{tenant}', { tenant: 'acme' })]));
  });

  test('counts as it was first, or is refused, in a definition', () => {
    for (const [name, first, then] of [['accounts', [VENDOR], ['111122223333']], ['organizationId', 'o-a1b2c3d4e5', '${aws:PrincipalOrgID}'], ['roleName', 'one', 'other']] as const) {
      for (let reads = 0; reads < 4; reads++) {
        const asked = { count: -reads };
        const given = withGetter({ name: 'Acme', accounts: [VENDOR] }, changing(name, first, then, asked));
        Object.defineProperty(given, name, { enumerable: true, get: () => (asked.count++ < 0 ? first : then) });
        let vendor: Vendor;
        try {
          vendor = Vendor.fromDefinition(given as Anything);
        } catch (e) {
          expect((e as Anything).code).toBe('OrganizationIdInvalid');
          continue;
        }
        const kept = vendor.definition[name];
        expect([first, then]).toContainEqual(kept);
        expect(vendor.definition[name]).toEqual(kept);
      }
    }
  });
});

describe('a list that lies', () => {
  class Liar extends Array<Anything> {
    public static lies: Anything[] = [];
    public map(): Anything { return Liar.lies; }
    public flatMap(): Anything { return Liar.lies; }
    public filter(): Anything { return Liar.lies; }
    public slice(): Anything { return Liar.lies; }
    public forEach(): void { /* hides all of it */ }
    public some(): Anything { return false; }
  }
  const liar = (truth: Anything[], lies: Anything[]): Anything => {
    Liar.lies = lies;
    const list = new Liar();
    truth.forEach((item) => list.push(item));
    return list;
  };

  test.each<readonly [string, Anything[], Anything[], (list: Anything, bucket: IBucket) => Loose<VendorS3AccessRoleProps>]>([
    ['addresses', ['203.0.113.0/24'], ['0.0.0.0/0'], (allowedSourceIps) => ({ allowedSourceIps })],
    ['folders', ['in'], ['*'], (prefixes, bucket) => ({ access: [S3Access.read(bucket, { prefixes })] })],
    ['patterns for principals', [`arn:aws:iam::${VENDOR}:role/x`], ['*'], (principalArns) => ({ vendor: Vendor.account(VENDOR, { principalArns }) })],
    ['further parties', [], [{ vendor: Vendor.account('444455556666'), externalId: 'stolen' }], (additionalTrust) => ({ additionalTrust })],
  ])('of %s counts for what it holds', (_, truth, lies, props) => {
    const template = (list: Anything[]) => {
      const stack = newStack();
      const bucket = new Bucket(stack, 'B');
      makeRole(stack, props(list, bucket));
      return JSON.stringify(Template.fromStack(stack).toJSON());
    };
    expect(template(liar(truth, lies))).toBe(template(truth));
  });

  test.each<readonly [string, Anything[], (list: Anything, bucket: IBucket) => Loose<VendorS3AccessRoleProps>]>([
    ['folders', ['/bad'], (prefixes, bucket) => ({ access: [S3Access.read(bucket, { prefixes })] })],
    ['addresses', ['0.0.0.0/0'], (allowedSourceIps) => ({ allowedSourceIps })],
    ['accounts', ['*'], (accounts) => ({ vendor: makeDefinition({ accounts }) })],
  ])('of %s cannot hide what is refused', (_, truth, props) => {
    const stack = newStack();
    const bucket = new Bucket(stack, 'B');
    expect(() => makeRole(stack, props(liar(truth, []), bucket))).toThrow(expect.objectContaining({ name: 'VendorS3AccessError' }));
  });
});

describe('a date that lies', () => {
  test('counts for the time that it holds', () => {
    const template = (expiresAt: Date) => {
      const stack = newStack();
      makeRole(stack, { expiresAt });
      return JSON.stringify(Template.fromStack(stack).toJSON());
    };
    const honest = new Date('2031-01-01T00:00:00Z');
    const liar = Object.assign(new Date(honest), { getTime: () => 1e15, toISOString: () => '9999-12-31T00:00:00.000Z', getUTCFullYear: () => 2000, valueOf: () => NaN });
    expect(template(liar)).toBe(template(honest));
  });
});

describe('objects that are changed after they were used', () => {
  test('change nothing: lists, options, props and methods', async () => {
    const customer = new Customer();
    const prefixes = ['in'];
    const options: Anything = { prefixes, list: true };
    const access = [S3Access.read(customer.orders, options)];
    const props: Anything = { vendor: Vendor.account(VENDOR), externalId: 'k3J-2f9a', access };
    new VendorS3AccessRole(customer.stack, 'Access', props);
    prefixes.push('secret');
    options.prefixes = ['secret'];
    access.push(S3Access.write(customer.orders, { wholeBucket: true }));
    props.externalId = 'stolen';
    Object.assign(access[0], { given: {}, mode: S3AccessMode.READ_WRITE });
    const template = customer.deploy();
    const caller = Caller.role(template);
    expect(await caller.request(get('in/1'))).toBe('allowed');
    expect(await caller.request(get('secret/1'))).toBe('denied');
    expect(await caller.request(put('in/1'))).toBe('denied');
    expect(JSON.stringify(template.trustPolicy())).not.toContain('stolen');
  });
});
