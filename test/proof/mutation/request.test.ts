import { matchesGlob } from './glob';
import { requestOf } from './request';
import { core, Scope, wiring } from './scope';

function scope(name: Scope['name'], files: readonly string[]): Scope {
  return { name, title: name, threshold: 90, tolerance: 0, files, tests: [], needs: [] };
}

const SCOPES = [scope('core', ['src/policy/a.ts', 'src/policy/b.ts']), scope('wiring', ['src/a.ts', 'src/vendors/x.ts'])];

function asked(...argv: string[]) {
  return requestOf(argv, SCOPES, (ref) => (ref === 'v1' ? ['src/a.ts', 'src/policy/b.ts', 'src/index.ts'] : [])).runs
    .map((run) => [run.scope.name, ...run.files]);
}

test.each<[string[], string[][]]>([
  [[], [['core', 'src/policy/a.ts', 'src/policy/b.ts']]],
  [['--all'], [['core', 'src/policy/a.ts', 'src/policy/b.ts'], ['wiring', 'src/a.ts', 'src/vendors/x.ts']]],
  [['--since', 'v1'], [['core', 'src/policy/b.ts'], ['wiring', 'src/a.ts']]],
  [['--since', 'v2'], []],
  [['--mutate', 'src/policy/a.ts'], [['core', 'src/policy/a.ts']]],
  [['--mutate', 'src/*.ts,src/**/b.ts'], [['core', 'src/policy/b.ts'], ['wiring', 'src/a.ts']]],
])('%j asks for %j', (argv, runs) => {
  expect(asked(...argv)).toEqual(runs);
});

test('two workers run unless told otherwise', () => {
  expect(requestOf([], SCOPES).concurrency).toBe(2);
  expect(requestOf(['--concurrency', '1'], SCOPES).concurrency).toBe(1);
});

test.each([['--al'], ['core'], ['--mutate', 'src/nothing.ts'], ['--mutate', 'src/a.ts,src/{a}.ts'], ['--mutate'], ['--since', '--all'], ['--concurrency', '0'], ['--concurrency', 'x']])('fails for %j %j', (...argv) => {
  expect(() => requestOf(argv, SCOPES)).toThrow(/unknown option|takes/);
});

test.each([
  ['src/a.ts', 'src/a.ts', true], ['src/a.ts', 'src/aXts', false], ['src/*.ts', 'src/a.ts', true], ['src/*.ts', 'src/b/a.ts', false],
  ['src/**/*.ts', 'src/a.ts', true], ['src/**/*.ts', 'src/b/c/a.ts', true], ['src/**', 'src/b/c/a.ts', true], ['src/**', 'test/a.ts', false],
  ['*/a.ts', 'src/a.ts', true], ['a.ts', 'src/a.ts', false],
])('%s and %s match: %s', (glob, path, matches) => {
  expect(matchesGlob(path, glob)).toBe(matches);
});

test('every source file but the lists of exports is in one scope, and each scope has tests', () => {
  const [policy, rest] = [core(), wiring()];
  expect(policy.files).toContain('src/policy/write/pack.ts');
  expect(rest.files).toEqual(expect.arrayContaining(['src/api/vendor.ts', 'src/cdk/tokens/tokens.ts', 'src/kit/stack/slot-policy.ts', 'src/policy/vendor/catalogue/hotglue.ts']));
  expect(rest.tests).toContain('test/vendors/hotglue.test.ts');
  const all = [...policy.files, ...rest.files];
  expect(all.filter((file) => file.endsWith('/index.ts') || all.indexOf(file) !== all.lastIndexOf(file))).toEqual([]);
  expect(policy.tests).toContain('test/policy/write/pack.test.ts');
  expect(rest.tests).toContain('test/cooperation/role.test.ts');
  expect(rest.tests.filter((file) => policy.tests.includes(file))).toEqual([]);
});
