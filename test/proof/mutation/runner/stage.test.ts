import { Sandbox } from './sandbox';
import { Stage } from './stage';
import { Test, TestFile } from './test-file';

/** Code under test: what a file of tests has seen of the mutant, while it was loaded and now. */
const shared: { activeMutant?: string } = {};

function fileOfTests(loads: string[], finished: string[], titles = ['a.test.ts › 1', 'a.test.ts › 2']): TestFile {
  const loadedWith = shared.activeMutant;
  loads.push(String(loadedWith));
  const run = (id: string) => () => {
    throw new Error(`${id}: loaded with ${loadedWith}, runs with ${shared.activeMutant}`);
  };
  const test = (id: string): Test => ({ id, setUp: [], before: [], after: [], run: run(id) });
  return { tests: titles.map(test), finish: async () => void finished.push(String(loadedWith)) } as unknown as TestFile;
}

function sandbox(titles?: string[]) {
  const [loads, finished]: string[][] = [[], []];
  const kept = fileOfTests([], finished);
  const box = { testFile: async () => kept, freshTestFile: async () => fileOfTests(loads, finished, titles), useTemporary: () => undefined };
  return { loads, finished, sandbox: box as unknown as Sandbox };
}

test('a test runs with the mutant, in a file that was loaded without it', async () => {
  const { sandbox: box, loads } = sandbox();
  const stage = new Stage(box, shared, '7', () => false);
  expect(await stage.run('a.test.ts › 2')).toBe('a.test.ts › 2: loaded with undefined, runs with 7');
  expect(loads).toEqual([]);
  await stage.close();
  expect(shared.activeMutant).toBeUndefined();
});

test('where loading reaches the mutant, the file is loaded with it, once, and done away with afterwards', async () => {
  const { sandbox: box, loads, finished } = sandbox();
  const stage = new Stage(box, shared, '7', () => true);
  expect(await stage.run('a.test.ts › 1')).toBe('a.test.ts › 1: loaded with 7, runs with 7');
  expect(await stage.run('a.test.ts › 2')).toBe('a.test.ts › 2: loaded with 7, runs with 7');
  expect([loads, finished]).toEqual([['7'], []]);
  await stage.close();
  expect(finished).toEqual(['7']);
});

test('without a mutant, nothing is switched on', async () => {
  expect(await new Stage(sandbox().sandbox, shared, undefined, () => true).run('a.test.ts › 1')).toBe('a.test.ts › 1: loaded with undefined, runs with undefined');
});

test('a file that cannot be loaded with the mutant notices it', async () => {
  const box = { freshTestFile: async () => { throw new Error('broken'); } } as unknown as Sandbox;
  expect(await new Stage(box, shared, '7', () => true).run('a.test.ts › 1')).toBe('broken');
});

test('where the mutant has changed the titles, all tests of the file stand in, once', async () => {
  const stage = new Stage(sandbox(['a.test.ts › other']).sandbox, shared, '7', () => true);
  expect(await stage.run('a.test.ts › 1')).toContain('a.test.ts › other');
  expect(await stage.run('a.test.ts › 2')).toBeUndefined();
});
