import { runTest, TestFile } from './test-file';

/** A file with tests of its own; it finds the globals that the runner has set. */
type Globals = Record<'describe' | 'test' | 'beforeAll' | 'afterAll' | 'beforeEach' | 'afterEach' | 'expect', any>;

const KEPT = Object.fromEntries(['describe', 'test', 'beforeAll', 'afterAll', 'beforeEach', 'afterEach', 'expect', 'jest'].map((name) => [name, (globalThis as any)[name]]));

async function load(body: (globals: Globals) => void): Promise<TestFile> {
  try {
    return await TestFile.load('a.test.ts', () => body(globalThis as unknown as Globals));
  } finally {
    Object.assign(globalThis, KEPT);
  }
}

const idsOf = (file: TestFile) => file.tests.map(({ id }) => id);

test('tests are found in blocks and tables, each under an ID of its own', async () => {
  const file = await load(({ describe: block, test: check }) => {
    check('one', () => undefined);
    block('outer', () => {
      block.each([['x'], ['y']])('inner %s', () => check.each([[1], [2]])('two %d', () => undefined));
      check('three', () => undefined);
    });
    check('one', () => undefined);
  });
  expect(idsOf(file)).toEqual([
    'a.test.ts › one', 'a.test.ts › outer › inner x › two 1', 'a.test.ts › outer › inner x › two 2', 'a.test.ts › outer › inner y › two 1',
    'a.test.ts › outer › inner y › two 2', 'a.test.ts › outer › three', 'a.test.ts › one (2)',
  ]);
});

test('a test passes, or says why it fails, at once or later', async () => {
  const file = await load(({ test: check, expect: wish }) => {
    check('passes', () => wish(1).toBe(1));
    check('fails', () => wish(1).toBe(2));
    check.each([[3]])('fails with %d', (value: number) => wish(value).toBe(4));
    check('throws', () => { throw new Error('out of order'); });
    check('fails later', async () => Promise.reject(new Error('too late')));
    check('passes later', async () => Promise.resolve());
  });
  const results = [];
  for (const one of file.tests) {
    results.push(await runTest(one));
  }
  expect(results).toEqual([undefined, expect.stringContaining('Expected: '), expect.stringContaining('Received: '), 'out of order', 'too late', undefined]);
});

test('what prepares a block runs once, before its tests; where it fails, they do', async () => {
  const seen: string[] = [];
  const file = await load(({ describe: block, test: check, beforeAll: before, afterAll: after }) => {
    block('well prepared', () => {
      before(async () => void seen.push('prepared'));
      after(() => seen.push('cleared'));
      check('one', () => seen.push('one'));
      check('two', () => seen.push('two'));
    });
    block('badly prepared', () => {
      before(() => { throw new Error('no preparation'); });
      check('three', () => seen.push('three'));
    });
    check('four', () => seen.push('four'));
  });
  const results = [];
  for (const one of file.tests) {
    results.push(await runTest(one));
  }
  await file.finish();
  expect(seen).toEqual(['prepared', 'one', 'two', 'four', 'cleared']);
  expect(results).toEqual([undefined, undefined, 'no preparation', undefined]);
});

test('what stands around each test runs before and after it, also when it fails, and only in its block', async () => {
  const seen: string[] = [];
  const file = await load(({ describe: block, test: check, beforeEach: before, afterEach: after }) => {
    before(() => seen.push('('));
    after(() => seen.push(')'));
    block('a block', () => {
      before(async () => void seen.push('['));
      after(() => seen.push(']'));
      check('one', () => seen.push('one'));
      check('two', () => { throw new Error('out of order'); });
    });
    block('badly surrounded', () => {
      before(() => { throw new Error('no preparation'); });
      check('three', () => seen.push('three'));
    });
    block('badly cleared', () => {
      after(() => { throw new Error('no clearing'); });
      check('four', () => seen.push('four'));
    });
  });
  const results = [];
  for (const one of file.tests) {
    results.push(await runTest(one));
  }
  expect(seen.join(' ')).toBe('( [ one ] ) ( [ ] ) ( ) ( four )');
  expect(results).toEqual([undefined, 'out of order', 'no preparation', 'no clearing']);
});

test('fails to load when the file does', async () => {
  await expect(load(() => { throw new Error('broken'); })).rejects.toThrow('broken');
});
