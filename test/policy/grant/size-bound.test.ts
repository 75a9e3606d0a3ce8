import * as fc from 'fast-check';
import { QUOTAS } from '../../../src/policy/aws';
import { AccessOptions, compileIdentity, Location, Mode, SizeBound } from '../../../src/policy/grant';
import { documentSize, pack, roomsOf } from '../../../src/policy/write';
import { folders, KEY, location } from '../locations';

const OTHER_KEY = { ...KEY, keyArn: `${(KEY as { keyArn: string }).keyArn}-other` };
const WORDS = ['a', 'a/b', 'b', 'raw', ...Array.from({ length: 12 }, (_, i) => `tenant-${i}/${'x'.repeat(40 * i)}`)];

const anyLocation: fc.Arbitrary<Location> = fc.record({
  mode: fc.constantFrom('read' as const, 'write' as const, 'readWrite' as const),
  bucket: fc.constantFrom('one', 'two', 'three', 'four'),
  paths: fc.subarray(WORDS, { minLength: 1, maxLength: 3 }),
  kmsKeys: fc.constantFrom([], [KEY], [OTHER_KEY], [KEY, OTHER_KEY]),
  requireTls: fc.constantFrom(true, true, true, false),
  acceptedEncryption: fc.constantFrom(undefined, undefined, ['aws:kms']),
  options: fc.constantFrom({}, {}, { delete: true }, { list: false }),
}).map(({ mode, bucket, paths, options, ...more }) => location(mode, { ...more, bucketArn: `arn:aws:s3:::${bucket}`, scopes: folders(...paths) }, options));

/** Two folders of one bucket, of the same kind, that have nothing to do with each other. */
const plain = (i: number, bucket = 'one') => location('read', { bucketArn: `arn:aws:s3:::${bucket}`, scopes: folders(`tenant-${i}/in`) });

function bound(...locations: Location[]): SizeBound {
  return new SizeBound(locations, compileIdentity(locations, {}), {});
}

test('is never below what compiling gives, and what it lets in is packed', () => {
  let counted = 0;
  fc.assert(fc.property(fc.array(anyLocation, { minLength: 2, maxLength: 40 }), fc.nat(), (all, cut) => {
    const known = all.slice(0, 1 + cut % (all.length - 1));
    const one = bound(...known);
    for (const next of all.slice(known.length)) {
      if (!one.add([next])) {
        return;
      }
      counted++;
      known.push(next);
      const statements = compileIdentity(known, {});
      expect(one.size).toBeGreaterThanOrEqual(documentSize(statements) - documentSize([]));
      const capacity = [...Array(10).keys()].map((managedPolicies) => ({ managedPolicies })).find((some) => one.fits(roomsOf(some)));
      if (capacity) {
        expect(pack(statements, capacity, 'access').managed.length).toBeLessThanOrEqual(capacity.managedPolicies);
      }
    }
  }), { numRuns: 300 });
  expect(counted).toBeGreaterThan(100);
});

test('follows what many plain declarations compile to', () => {
  const all = Array.from({ length: 300 }, (_, i) => plain(i, `bucket-${i % 20}`));
  const one = bound(all[0]);
  expect(one.add(all.slice(1))).toBe(true);
  expect(one.size / documentSize(compileIdentity(all, {}))).toBeLessThan(1.05);
});

test('counts one folder in many buckets as the one statement that it becomes', () => {
  const all = Array.from({ length: 300 }, (_, i) => plain(0, `bucket-${i}`));
  const one = bound(all[0]);
  expect(one.add(all.slice(1))).toBe(true);
  expect(one.size / documentSize(compileIdentity(all, {}))).toBeLessThan(1.1);
});

test.each<[string, Location]>([
  ['a folder above', location('read', { scopes: folders('tenant-1') })],
  ['a folder below', location('read', { scopes: folders('tenant-1/in/deep') })],
  ['the same folder', location('read', { scopes: folders('tenant-1/in') })],
  ['access of another kind', location('write', { scopes: folders('other') })],
])('does not know what becomes of %s', (_, next) => {
  expect(bound(location('read', { scopes: folders('tenant-1/in') })).add([next])).toBe(false);
});

/** Access to folders of a bucket with a name of three letters. The numbers below are characters of JSON, and 3 for each statement. */
const at = (mode: Mode, paths: string[], bucket = 'one', more: Partial<Location> = {}, options: AccessOptions = {}) =>
  location(mode, { bucketArn: `arn:aws:s3:::${bucket}`, scopes: folders(...paths), ...more }, options);

/** Write access that lists nothing: one statement. */
const writeOnly = (paths: string[], more: Partial<Location> = {}) => at('write', paths, 'one', more, { list: false });

/** `,"arn:aws:s3:::one"`, `,"arn:aws:s3:::one/a/*"`, `,"a/*"` */
const [BUCKET, OBJECTS, PREFIX] = [19, 23, 6];

/** A listing of one bucket with one prefix of one letter. */
const LISTING = 212 + 3;

/** Adds locations one by one, and gives by how much each adds to the size; undefined where it cannot be told. */
function growth(one: SizeBound, ...more: Location[]): (number | undefined)[] {
  return more.map((next) => {
    const before = one.size;
    return one.add([next]) ? one.size - before : undefined;
  });
}

test('begins with the size of the statements that are there', () => {
  expect(bound(writeOnly(['a'])).size).toBe(240 + 3);
  expect(bound(at('read', ['a'])).size).toBe(186 + 182 + 212 + 3 * 3);
  expect(bound(at('read', ['a']), at('read', ['a'], 'two')).size).toBe(207 + 207 + 233 + 3 * 3);
});

test('a further folder adds its name to each statement on objects, on keys and on listings', () => {
  expect(growth(bound(writeOnly(['a'])), writeOnly(['b']))).toEqual([OBJECTS]);
  expect(growth(bound(at('read', ['a'])), at('read', ['b']), at('read', ['c', 'd']))).toEqual([OBJECTS + PREFIX, 2 * (OBJECTS + PREFIX)]);
  // Uploads have a statement of their own where encryption is demanded.
  const demanding = { acceptedEncryption: ['aws:kms'], kmsKeys: [KEY] };
  expect(growth(bound(at('readWrite', ['a'], 'one', demanding)), at('readWrite', ['b'], 'one', demanding))).toEqual([3 * OBJECTS + PREFIX]);
});

test('a further bucket adds its names to statements that are there, and a listing', () => {
  expect(growth(bound(at('read', ['a'], 'one', { kmsKeys: [KEY] })), at('read', ['b'], 'two', { kmsKeys: [KEY] })))
    .toEqual([BUCKET + OBJECTS + LISTING + BUCKET + OBJECTS]);
});

test('a further bucket with the same folder joins the listing, and nobody knows what becomes of the two when it gets more', () => {
  expect(growth(bound(at('read', ['a'])), at('read', ['a'], 'two'), at('read', ['b'], 'two'))).toEqual([BUCKET + OBJECTS + BUCKET, undefined]);
});

test('a bucket that gets more leaves its listing to those that have joined it, once; later ones do not join it', () => {
  expect(growth(bound(at('read', ['a'])), at('read', ['a'], 'two'), at('read', ['b']), at('read', ['c']), at('read', ['a'], 'six'), at('read', ['d']))).toEqual([
    BUCKET + OBJECTS + BUCKET, OBJECTS + PREFIX + LISTING, OBJECTS + PREFIX, BUCKET + OBJECTS + LISTING, OBJECTS + PREFIX,
  ]);
});

test('of a listing that buckets had together from the start, nothing is known', () => {
  const both = [at('read', ['a']), at('read', ['a'], 'two')];
  expect(growth(bound(...both), at('read', ['b']))).toEqual([undefined]);
  expect(growth(bound(...both), at('read', ['b'], 'two'))).toEqual([undefined]);
  expect(growth(bound(...both), at('read', ['a'], 'six'))).toEqual([BUCKET + OBJECTS + LISTING]);
});

test('each bucket knows the kinds of its own access', () => {
  expect(growth(bound(at('read', ['a']), at('read', ['b'], 'two')), at('read', ['c'], 'two'))).toEqual([OBJECTS + PREFIX]);
});

test('access that other access covers has no statements of its own that more could be added to', () => {
  expect(bound(at('readWrite', ['a']), at('read', ['a/b'])).add([at('read', ['c'])])).toBe(false);
  expect(bound(at('readWrite', ['a']), at('read', ['b'])).add([at('read', ['c'])])).toBe(true);
});

test('two listings of one bucket under different conditions may meet; without listings, there is nothing that could', () => {
  const withoutTls = { requireTls: false };
  expect(bound(at('read', ['a']), at('read', ['b'], 'one', withoutTls)).add([at('read', ['c'])])).toBe(false);
  expect(bound(at('read', ['a']), at('read', ['b'])).add([at('read', ['c'])])).toBe(true);
  expect(bound(writeOnly(['a']), writeOnly(['b'], withoutTls)).add([writeOnly(['c'])])).toBe(true);
});

test('one location or folder of which nothing is known is enough for a no, and what was added counts', () => {
  expect(bound(at('read', ['a'])).add([at('read', ['b']), at('read', ['a/b'])])).toBe(false);
  expect(bound(at('read', ['a'])).add([at('read', ['b', 'a/b'])])).toBe(false);
  expect(growth(bound(at('read', ['a'])), at('read', ['b']), at('read', ['b']))).toEqual([OBJECTS + PREFIX, undefined]);
});

test('fits to the character: in each document, the largest frame twice and the longest value stay free', () => {
  const one = bound(writeOnly(['a']));
  const free = 39 + 2 * 240 + 22;
  expect([one.fits([free + 243]), one.fits([free + 242])]).toEqual([true, false]);
  expect([one.fits([free + 100, free + 143, 10]), one.fits([free + 100, free + 142, 10])]).toEqual([true, false]);
  const three = bound(at('read', ['a']));
  expect([three.fits([39 + 2 * 212 + 22 + 589]), three.fits([39 + 2 * 212 + 22 + 588])]).toEqual([true, false]);
});

test('a longer name that comes later needs its room as well', () => {
  const long = (i: number) => writeOnly([`${i}`.padStart(1000, 'x')]);
  const one = bound(writeOnly(['a']));
  one.add([long(0)]);
  const free = 39 + 2 * 240 + 1021;
  expect([one.fits([free + one.size]), one.fits([free + one.size - 1])]).toEqual([true, false]);
  // Five fit into a document, and there is much left that no sixth fits into.
  const all = Array.from({ length: 53 }, (_, i) => long(i));
  one.add(all.slice(1));
  expect(one.fits(roomsOf({ managedPolicies: 10 }))).toBe(false);
  expect(() => pack(compileIdentity([writeOnly(['a']), ...all], {}), { managedPolicies: 10 }, 'access')).toThrow('ManagedPoliciesExceeded');
});

test('leaves room for what division repeats', () => {
  const one = bound(...Array.from({ length: 60 }, (_, i) => plain(i)));
  const size = one.size;
  expect(one.fits([size + 2000])).toBe(true);
  expect(one.fits([size])).toBe(false);
  expect(one.fits([QUOTAS.managedPolicy, QUOTAS.managedPolicy])).toBe(true);
});
