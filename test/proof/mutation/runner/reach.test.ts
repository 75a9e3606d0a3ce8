import { Reach } from './reach';

const SOURCES = {
  'src/cdk/a.ts': 'const T = (stryCov_1("0"), 1);\nfunction f() { stryCov_1("1"); stryCov_1("2", "3"); stryCov_1("4"); }\nfunction g() { stryCov_1("5"); }\n',
  'src/b.ts': 'function h() { stryCov_1("6"); }\n',
};

const hits = (...mutants: string[]) => Object.fromEntries(mutants.map((mutant) => [mutant, 1]));

function reach(perTest: Record<string, string[]>): Reach {
  const tests = Object.keys(perTest).filter((id) => !id.endsWith('is loaded'));
  return Reach.of(SOURCES, tests, { perTest: Object.fromEntries(Object.entries(perTest).map(([id, mutants]) => [id, hits(...mutants)])) });
}

test('mutants are counted, and found in their declarations', () => {
  const known = reach({});
  expect(known.mutants).toBe(7);
  expect(known.declarationOf('src/cdk/a.ts', '3')).toBe('f');
  expect(known.declarationOf('src/b.ts', '6')).toBe('h');
});

test('of the tests that reach a mutant, one of each way goes first, a way that few take before others; then one of each file', () => {
  const known = reach({
    'test/x.test.ts › 1': ['1', '2', '3'],
    'test/x.test.ts › 2': ['1', '2', '3'],
    'test/x.test.ts › 3': ['1', '4'],
    'test/y.test.ts › 4': ['5'],
    'test/y.test.ts › 5': ['1', '2', '3'],
  });
  expect(known.testsOf('src/cdk/a.ts', '1')).toEqual(['test/x.test.ts › 3', 'test/x.test.ts › 1', 'test/y.test.ts › 5', 'test/x.test.ts › 2']);
  expect(known.testsOf('src/cdk/a.ts', '2')).toEqual(['test/x.test.ts › 1', 'test/y.test.ts › 5', 'test/x.test.ts › 2']);
  expect(known.testsOf('src/b.ts', '6')).toEqual([]);
});

test('of one way, the tests of the file go first, then those of the folder, then those that reach little of the file', () => {
  const known = reach({
    'test/x.test.ts › wide': ['1', '5'],
    'test/x.test.ts › close': ['1', '6'],
    'test/cdk/z.test.ts › near': ['1'],
    'test/cdk/a.test.ts › own': ['1', '5'],
  });
  expect(known.testsOf('src/cdk/a.ts', '1'))
    .toEqual(['test/cdk/a.test.ts › own', 'test/cdk/z.test.ts › near', 'test/x.test.ts › close', 'test/x.test.ts › wide']);
});

test('what a file of tests reaches while it is loaded, all of its tests reach', () => {
  const known = reach({ 'test/x.test.ts › is loaded': ['5'], 'test/x.test.ts › 1': [], 'test/x.test.ts › 2': ['6'], 'test/y.test.ts › 3': [] });
  expect(known.testsOf('src/cdk/a.ts', '5')).toEqual(['test/x.test.ts › 1', 'test/x.test.ts › 2']);
  expect([known.loadingReaches('test/x.test.ts', '5'), known.loadingReaches('test/x.test.ts', '6'), known.loadingReaches('test/y.test.ts', '5')]).toEqual([true, false, false]);
});

test('on a mutant that acts while its file is loaded, all tests are tried: those of its declaration, of its file, and the rest', () => {
  const known = reach({ 'test/x.test.ts › 1': ['6'], 'test/x.test.ts › 2': ['1'], 'test/cdk/z.test.ts › 3': [], 'test/y.test.ts › 4': ['5'] });
  expect(known.allTests('src/cdk/a.ts', '5')).toEqual(['test/y.test.ts › 4', 'test/x.test.ts › 2', 'test/cdk/z.test.ts › 3', 'test/x.test.ts › 1']);
  expect(known.allTests('src/cdk/a.ts', '0')).toEqual(['test/x.test.ts › 2', 'test/y.test.ts › 4', 'test/cdk/z.test.ts › 3', 'test/x.test.ts › 1']);
});

test('the order does not depend on which other files are mutated', () => {
  const perTest = { 'test/x.test.ts › 1': hits('1', '6'), 'test/y.test.ts › is loaded': hits('6'), 'test/y.test.ts › 2': hits('1') };
  const tests = ['test/x.test.ts › 1', 'test/y.test.ts › 2'];
  const alone = Reach.of({ 'src/cdk/a.ts': SOURCES['src/cdk/a.ts'] }, tests, { perTest: { 'test/x.test.ts › 1': hits('1'), 'test/y.test.ts › 2': hits('1') } });
  expect(Reach.of(SOURCES, tests, { perTest }).testsOf('src/cdk/a.ts', '1')).toEqual(alone.testsOf('src/cdk/a.ts', '1'));
});
