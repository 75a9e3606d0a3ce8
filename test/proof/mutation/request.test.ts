import { matchesGlob } from './glob';
import { requestOf } from './request';
import { constructs, core, Scope, tools } from './scope';

const SCOPES: readonly Scope[] = [
  { name: 'core', title: 'core', threshold: 90, explained: true, files: ['src/policy/a.ts', 'src/policy/b.ts'], tests: [], needs: [] },
  { name: 'constructs', title: 'constructs', threshold: 90, explained: false, files: ['src/a.ts', 'src/cdk/x.ts'], tests: [], needs: [] },
  { name: 'reported', title: 'tools', explained: false, files: ['src/kit/y.ts'], tests: [], needs: [] },
];

/** What has changed since each commit. */
const HISTORY: Readonly<Record<string, readonly string[]>> = { v1: ['src/a.ts', 'src/policy/b.ts', 'src/kit/y.ts'], v2: ['src/kit/y.ts'], v3: [] };

function request(...argv: string[]) {
  return requestOf(argv, SCOPES, (ref, of) => ({ since: `the tag ${ref}`, files: of.filter((file) => HISTORY[ref].includes(file)) }));
}

const asked = (...argv: string[]) => request(...argv).runs.map((run) => [run.scope.name, ...run.files]);

test.each<[string[], string[][]]>([
  [[], [['core', 'src/policy/a.ts', 'src/policy/b.ts']]],
  [['--core'], [['core', 'src/policy/a.ts', 'src/policy/b.ts']]],
  [['--budget', '7'], [['core', 'src/policy/a.ts', 'src/policy/b.ts']]],
  [['--all'], [['core', 'src/policy/a.ts', 'src/policy/b.ts'], ['constructs', 'src/a.ts', 'src/cdk/x.ts'], ['reported', 'src/kit/y.ts']]],
  [['--since', 'v1'], [['core', 'src/policy/b.ts'], ['constructs', 'src/a.ts']]],
  [['--since', 'v1', '--core'], [['core', 'src/policy/a.ts', 'src/policy/b.ts'], ['constructs', 'src/a.ts']]],
  [['--mutate', 'src/policy/a.ts'], [['core', 'src/policy/a.ts']]],
  [['--mutate', 'src/*.ts,src/**/b.ts'], [['core', 'src/policy/b.ts'], ['constructs', 'src/a.ts']]],
  [['--mutate', 'src/kit/*'], [['reported', 'src/kit/y.ts']]],
])('%j asks for %j', (argv, runs) => {
  expect(asked(...argv)).toEqual(runs);
});

test.each([[['--since', 'v3']], [['--since', 'v2']], [['--since', 'v3', '--core']]])('%j is a failure, for nothing that is judged has changed', (argv) => {
  expect(() => request(...argv)).toThrow(/^nothing that mutation testing judges has changed since v/);
});

test('of what has changed outside the core, only a sample is tried; of all, everything', () => {
  const budgets = (...argv: string[]) => request(...argv).runs.map(({ scope, budget }) => [scope.name, budget]);
  expect(budgets('--since', 'v1')).toEqual([['core', undefined], ['constructs', expect.any(Number)]]);
  expect(budgets('--since', 'v1', '--budget', '7')).toEqual([['core', undefined], ['constructs', 7]]);
  expect(budgets('--all')).toEqual([['core', undefined], ['constructs', undefined], ['reported', undefined]]);
  expect(budgets('--all', '--budget', '7')).toEqual([['core', undefined], ['constructs', 7], ['reported', 7]]);
});

test('what is compared is told', () => {
  expect(request('--since', 'v1').since).toBe('the tag v1');
  expect(request('--all').since).toBeUndefined();
});

test('two workers run unless told otherwise', () => {
  expect(request().concurrency).toBe(2);
  expect(request('--concurrency', '1').concurrency).toBe(1);
});

test.each([
  [['--al']], [['core']], [['--mutate', 'src/nothing.ts']], [['--mutate', 'src/a.ts,src/{a}.ts']], [['--mutate']], [['--since', '--all']], [['--concurrency', '0']],
  [['--concurrency', 'x']], [['--budget', '0']], [['--all', '--since', 'v1']], [['--mutate', 'src/a.ts', '--since', 'v1']],
])('fails for %j', (argv) => {
  expect(() => request(...argv)).toThrow(/^unknown option|takes|exclude/);
});

test.each([
  ['src/a.ts', 'src/a.ts', true], ['src/a.ts', 'src/aXts', false], ['src/*.ts', 'src/a.ts', true], ['src/*.ts', 'src/b/a.ts', false],
  ['src/**/*.ts', 'src/a.ts', true], ['src/**/*.ts', 'src/b/c/a.ts', true], ['src/**', 'src/b/c/a.ts', true], ['src/**', 'test/a.ts', false],
  ['*/a.ts', 'src/a.ts', true], ['a.ts', 'src/a.ts', false],
])('%s and %s match: %s', (glob, path, matches) => {
  expect(matchesGlob(path, glob)).toBe(matches);
});

test('every source file but the lists of exports is in one scope, and each scope has tests', () => {
  const [policy, around, beside] = [core(), constructs(), tools()];
  expect(policy.files).toContain('src/policy/write/pack.ts');
  expect(around.files).toEqual(expect.arrayContaining([
    'src/api/vendor.ts', 'src/cdk/bind/bound-access.ts', 'src/constructs/vendor-s3-access-role.ts', 'src/policy/vendor/catalogue/hotglue.ts',
  ]));
  expect(beside.files).toEqual(expect.arrayContaining(['src/kit/stack/slot-policy.ts', 'src/cli/main.ts']));
  const all = [...policy.files, ...around.files, ...beside.files];
  expect(all.filter((file) => file.endsWith('/index.ts') || all.indexOf(file) !== all.lastIndexOf(file))).toEqual([]);
  expect(policy.tests).toContain('test/policy/write/pack.test.ts');
  expect(around.tests).toEqual(expect.arrayContaining(['test/cooperation/role.test.ts', 'test/vendors/hotglue.test.ts']));
  expect(beside.tests).toContain('test/kit/form/setup.test.ts');
  const tests = [...policy.tests, ...around.tests, ...beside.tests];
  expect(tests.filter((file) => tests.indexOf(file) !== tests.lastIndexOf(file))).toEqual([]);
});
