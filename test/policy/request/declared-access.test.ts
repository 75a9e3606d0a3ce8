import { Issue, Issues, reference } from '../../../src/policy/base';
import { KeyScope, Location, Mode, WHOLE_BUCKET } from '../../../src/policy/grant';
import { Declaration, DeclaredAccess } from '../../../src/policy/request';
import { ALIAS, folders, KEY, location, VIDEOS } from '../locations';

const ACCOUNT = '111122223333';
const OTHER = '444455556666';
const THIRD = '777788889999';
const LATER = reference('AccountId', 12);

function declared(mode: Mode, more: Partial<Location> = {}, name = 'second'): Declaration {
  return { location: location(mode, more), named: { field: name, value: `${name} bucket` } };
}

/** What is wrong with the last one, beside all before it: kept already, or declared together with it. */
function wrong(all: readonly Declaration[], kept: number): Issue[] {
  const issues = new Issues();
  const known = new DeclaredAccess();
  // One by one or together is the same.
  all.slice(0, kept).forEach((one) => known.keep([one]));
  known.check(all.slice(kept), issues);
  return issues.all;
}

const DUPLICATE: Issue = { code: 'AccessDuplicate', field: 'second', received: '"second bucket"', remedy: 'declare it once' };

function conflict(owner: string, known: string): Issue {
  return {
    code: 'BucketOwnerConflict',
    field: 'second',
    received: '"second bucket"',
    remedy: `a bucket has one owner, and here it is ${owner}, elsewhere ${known}`,
  };
}

function objects(...keys: string[]): KeyScope[] {
  return keys.map((key) => ({ kind: 'object', key }));
}

const PLACES = folders('a', 'b');

test.each<[string, Partial<Location>, Partial<Location>, Issue[]]>([
  ['the same again', {}, {}, [DUPLICATE]],
  ['the same, from another field', { field: 'access[0]' }, { field: 'access[1]' }, [DUPLICATE]],
  ['the same folders', { scopes: PLACES }, { scopes: PLACES }, [DUPLICATE]],
  ['the same folders in another order', { scopes: PLACES }, { scopes: [...PLACES].reverse() }, [DUPLICATE]],
  ['the same folder, spelled otherwise', { scopes: folders('a') }, { scopes: [{ kind: 'startingWith', start: 'a/' }] }, [DUPLICATE]],
  ['the same keys', { kmsKeys: [KEY] }, { kmsKeys: [KEY] }, [DUPLICATE]],
  ['another bucket', {}, { bucketArn: `${VIDEOS}-2` }, []],
  ['other actions', {}, { actions: ['s3:GetObject'] }, []],
  ['another folder', { scopes: folders('a') }, { scopes: folders('b') }, []],
  ['another folder of two', { scopes: PLACES }, { scopes: folders('a', 'c') }, []],
  ['more folders', { scopes: folders('a') }, { scopes: PLACES }, []],
  ['a folder beside all of the bucket', { scopes: WHOLE_BUCKET }, { scopes: folders('a') }, []],
  ['what starts like one object', { scopes: objects('a') }, { scopes: [{ kind: 'startingWith', start: 'a' }] }, []],
  ['other keys', { kmsKeys: [KEY] }, { kmsKeys: [ALIAS] }, []],
  ['no demand of TLS', { requireTls: true }, { requireTls: false }, []],
  ['no owner', {}, { owner: undefined }, []],
  ['an owner, where there was none', { owner: undefined }, {}, []],
])('declared twice: %s', (_, first, second, issues) => {
  const both = [declared('read', first, 'first'), declared('read', second)];
  expect(wrong(both, 1)).toEqual(issues);
  expect(wrong(both, 0)).toEqual(issues);
});

test.each<[string, ReadonlyArray<string | undefined>, Issue[]]>([
  ['the same', [ACCOUNT, ACCOUNT], []],
  ['another', [ACCOUNT, OTHER], [conflict(OTHER, ACCOUNT)]],
  ['none, after one', [ACCOUNT, undefined], []],
  ['one, after none', [undefined, ACCOUNT], []],
  ['one that comes later', [ACCOUNT, LATER], []],
  ['one, after one that comes later', [LATER, ACCOUNT], []],
  ['another, after none and one', [undefined, ACCOUNT, OTHER], [conflict(OTHER, ACCOUNT)]],
  ['another, after one and none', [ACCOUNT, undefined, OTHER], [conflict(OTHER, ACCOUNT)]],
  ['another, after one that comes later and one', [LATER, ACCOUNT, OTHER], [conflict(OTHER, ACCOUNT)]],
  ['another, after one and one that comes later', [ACCOUNT, LATER, OTHER], [conflict(OTHER, ACCOUNT)]],
])('the owner of a bucket: %s', (_, owners, issues) => {
  const all = owners.map((owner, i) => declared('read', { owner, scopes: folders(`f${i}`) }, i === owners.length - 1 ? 'second' : `before[${i}]`));
  expect(wrong(all, all.length - 1)).toEqual(issues);
  expect(wrong(all, 0)).toEqual(issues);
});

test('a bucket is the same one whether its partition is written out or not', () => {
  const written = declared('read', {}, 'first');
  const later = declared('read', { bucketArn: VIDEOS.replace('arn:aws:', `arn:${reference('Partition', 10)}:`) });
  expect(wrong([written, later], 1)).toEqual([DUPLICATE]);
  expect(wrong([written, { ...later, location: { ...later.location, owner: OTHER } }], 1)).toHaveLength(1);
});

test('buckets whose ARNs only the deployment knows are told apart', () => {
  const [one, other] = ['One', 'Other'].map((id) => declared('read', { bucketArn: reference(id, 83) }));
  expect(wrong([one, other], 1)).toEqual([]);
  expect(wrong([one, { ...one }], 1)).toEqual([DUPLICATE]);
});

test('each bucket has an owner of its own', () => {
  expect(wrong([declared('read', { owner: ACCOUNT }, 'first'), declared('read', { owner: OTHER, bucketArn: `${VIDEOS}-2` })], 1)).toEqual([]);
});

test('the first owner is the one that others are compared with', () => {
  const known = new DeclaredAccess();
  known.keep([declared('read'), declared('write', { owner: OTHER })]);
  const issues = new Issues();
  known.check([declared('readWrite', { owner: THIRD })], issues);
  expect(issues.all).toEqual([conflict(THIRD, ACCOUNT)]);
});

test('what was only checked does not count', () => {
  const known = new DeclaredAccess();
  const issues = new Issues();
  known.check([declared('read')], issues);
  known.check([declared('read'), declared('write', { owner: undefined })], issues);
  known.check([declared('read', { owner: OTHER })], issues);
  expect(issues.all).toEqual([]);
});

test('all that is wrong is told, each at its own field', () => {
  expect(wrong([declared('read', {}, 'first'), declared('read'), declared('write', { owner: OTHER }, 'third')], 1)).toEqual([
    DUPLICATE, { ...conflict(OTHER, ACCOUNT), field: 'third', received: '"third bucket"' },
  ]);
});
