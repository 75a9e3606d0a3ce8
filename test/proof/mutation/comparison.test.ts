import { compare, describeMutant, EquivalentMutant, orphans } from './comparison';
import { EQUIVALENTS } from './equivalents';
import { Mutant } from './mutants';

const MUTANT: Mutant = { file: 'src/a.ts', mutator: 'EqualityOperator', line: 'if (a > 1) {', original: 'a > 1', replacement: 'a >= 1', lineNumber: 7, status: 'Survived' };
const ENTRY: EquivalentMutant = { file: 'src/a.ts', mutator: 'EqualityOperator', line: 'if (a > 1) {', original: 'a > 1', replacement: 'a >= 1', reason: 'a is never 1.' };
const FILES = ['src/a.ts'];

test('a survivor that is listed is explained, wherever its line has moved to', () => {
  expect(compare([MUTANT], [ENTRY], FILES)).toEqual({ unexplained: [], stale: [] });
  expect(compare([{ ...MUTANT, lineNumber: 99 }], [ENTRY], FILES)).toEqual({ unexplained: [], stale: [] });
  expect(compare([{ ...MUTANT, status: 'NoCoverage' }], [ENTRY], FILES)).toEqual({ unexplained: [], stale: [] });
});

test('a survivor that is not listed is unexplained', () => {
  expect(compare([MUTANT], [], FILES).unexplained).toEqual([MUTANT]);
  expect(compare([{ ...MUTANT, status: 'NoCoverage' }], [], FILES).unexplained).toHaveLength(1);
});

test.each(['file', 'mutator', 'line', 'original', 'replacement'] as const)('an entry for another %s explains nothing, and is stale', (part) => {
  const other = { ...ENTRY, [part]: 'other' };
  expect(compare([MUTANT], [other], [...FILES, 'other'])).toEqual({ unexplained: [MUTANT], stale: [other] });
});

test.each(['', '  '])('an entry with the reason %j explains nothing', (reason) => {
  expect(compare([MUTANT], [{ ...ENTRY, reason }], FILES).unexplained).toEqual([MUTANT]);
});

test.each(['Killed', 'Timeout', 'RuntimeError'] as const)('an entry whose mutant is %s is stale', (status) => {
  expect(compare([{ ...MUTANT, status }], [ENTRY], FILES)).toEqual({ unexplained: [], stale: [ENTRY] });
});

test('an entry for a file that was not mutated is left alone', () => {
  expect(compare([], [ENTRY], ['src/b.ts'])).toEqual({ unexplained: [], stale: [] });
  expect(compare([], [ENTRY], FILES).stale).toEqual([ENTRY]);
});

test('an entry for a file that does not exist is an orphan', () => {
  expect(orphans([ENTRY], FILES)).toEqual([]);
  expect(orphans([ENTRY], ['src/b.ts'])).toEqual([ENTRY]);
});

test('a mutant is described with its place, its line and its change', () => {
  expect(describeMutant(MUTANT)).toBe('src/a.ts:7 EqualityOperator (Survived)\n  in: if (a > 1) {\n  a > 1\n  -> a >= 1');
  expect(describeMutant(ENTRY)).toMatch(/^src\/a\.ts EqualityOperator\n/);
  expect(describeMutant({ ...ENTRY, original: 'x'.repeat(300) })).toContain(`\n  ${'x'.repeat(200)}…\n`);
});

describe('the list of equivalent mutants', () => {
  test('names each mutant once', () => {
    const keys = EQUIVALENTS.map(({ file, mutator, line, original, replacement }) => [file, mutator, line, original, replacement].join('\n'));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test('gives a reason in a sentence', () => {
    EQUIVALENTS.forEach(({ reason }) => expect(reason).toMatch(/^[A-Z].{20,}\.$/));
  });
});
