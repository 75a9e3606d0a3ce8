import * as fc from 'fast-check';
import { QUOTAS } from '../../../src/policy/aws';
import { compileIdentity, Location, SizeBound } from '../../../src/policy/grant';
import { documentSize, pack, roomsOf } from '../../../src/policy/write';
import { folders, KEY, location } from '../locations';

const OTHER_KEY = { ...KEY, keyArn: `${(KEY as { keyArn: string }).keyArn}-other` };
const WORDS = ['a', 'a/b', 'b', 'raw', ...Array.from({ length: 12 }, (_, i) => `tenant-${i}/${'x'.repeat(40 * i)}`)];

const anyLocation: fc.Arbitrary<Location> = fc.record({
  mode: fc.constantFrom('read' as const, 'write' as const, 'readWrite' as const),
  bucket: fc.constantFrom('one', 'two', 'three', 'four'),
  paths: fc.subarray(WORDS, { minLength: 1, maxLength: 3 }),
  keys: fc.constantFrom([], [KEY], [OTHER_KEY], [KEY, OTHER_KEY]),
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

test('leaves room for what division repeats', () => {
  const one = bound(...Array.from({ length: 60 }, (_, i) => plain(i)));
  const size = one.size;
  expect(one.fits([size + 2000])).toBe(true);
  expect(one.fits([size])).toBe(false);
  expect(one.fits([QUOTAS.managedPolicy, QUOTAS.managedPolicy])).toBe(true);
});
