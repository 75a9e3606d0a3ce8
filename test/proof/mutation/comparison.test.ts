import { compare, describeMutant, EquivalentMutant, orphans } from './comparison';
import { EQUIVALENTS } from './equivalents';
import { Mutant } from './mutants';

const MUTANT: Mutant = {
  file: 'src/a.ts',
  within: 'f',
  mutator: 'ConditionalExpression',
  becomes: 'true',
  nth: 2,
  line: 'if (a > 1) {',
  original: 'a > 1',
  replacement: 'true',
  lineNumber: 7,
  status: 'Survived',
};
const ENTRY: EquivalentMutant = { file: 'a.ts', within: 'f', mutator: 'ConditionalExpression', becomes: 'true', nth: 2, reason: 'a is never 1.' };
const FILES = ['src/a.ts'];

test('a survivor that is listed is explained, wherever it has moved to, and however it is written', () => {
  expect(compare([MUTANT], [ENTRY], FILES)).toEqual({ unexplained: [], stale: [] });
  expect(compare([{ ...MUTANT, lineNumber: 99, line: 'x', original: 'x' }], [ENTRY], FILES)).toEqual({ unexplained: [], stale: [] });
  expect(compare([{ ...MUTANT, file: 'src/deep/er/a.ts' }], [ENTRY], ['src/deep/er/a.ts'])).toEqual({ unexplained: [], stale: [] });
  expect(compare([{ ...MUTANT, status: 'NoCoverage' }], [ENTRY], FILES)).toEqual({ unexplained: [], stale: [] });
});

test('a survivor that is not listed is unexplained', () => {
  expect(compare([MUTANT], [], FILES).unexplained).toEqual([MUTANT]);
  expect(compare([{ ...MUTANT, status: 'NoCoverage' }], [], FILES).unexplained).toHaveLength(1);
});

test.each([['file', 'other.ts'], ['within', 'g'], ['mutator', 'other'], ['becomes', 'false'], ['nth', 1], ['nth', undefined]] as const)('an entry for another %s explains nothing, and is stale: %s', (part, value) => {
  const other = { ...ENTRY, [part]: value };
  expect(compare([MUTANT], [other], [...FILES, 'src/other.ts'])).toEqual({ unexplained: [MUTANT], stale: [other] });
});

test('an entry for each mutant of a kind explains those that survive, and is stale where none does', () => {
  const each: EquivalentMutant = { ...ENTRY, nth: 'each' };
  const another = { ...MUTANT, nth: 5 };
  expect(compare([MUTANT, another, { ...MUTANT, nth: 6, status: 'Killed' }], [each], FILES)).toEqual({ unexplained: [], stale: [] });
  expect(compare([{ ...another, within: 'g' }], [each], FILES)).toEqual({ unexplained: [{ ...another, within: 'g' }], stale: [each] });
  expect(compare([{ ...MUTANT, status: 'Killed' }], [each], FILES).stale).toEqual([each]);
  expect(describeMutant(each)).toBe('a.ts: in f, ConditionalExpression to true, each of them');
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

test('an entry whose file was only mutated under one of two paths is left alone', () => {
  expect(compare([], [ENTRY], FILES, [...FILES, 'src/deep/a.ts']).stale).toEqual([]);
});

test('an entry for a file that does not exist is an orphan', () => {
  expect(orphans([ENTRY], FILES)).toEqual([]);
  expect(orphans([ENTRY], ['src/b.ts'])).toEqual([ENTRY]);
});

test('a mutant is described with its place, its line and its change', () => {
  expect(describeMutant(MUTANT)).toBe('src/a.ts:7: in f, ConditionalExpression to true, number 2 (Survived)\n  in: if (a > 1) {\n  a > 1\n  -> true');
  expect(describeMutant(ENTRY)).toBe('a.ts: in f, ConditionalExpression to true, number 2');
  expect(describeMutant({ ...MUTANT, original: 'x'.repeat(300) })).toContain(`\n  ${'x'.repeat(200)}…\n`);
});

describe.each(Object.entries(EQUIVALENTS))('the list of equivalent mutants of the %s', (_, entries) => {
  test('names each mutant once', () => {
    const keys = entries.map(({ file, within, mutator, becomes, nth = 1 }) => JSON.stringify([file, within, mutator, becomes, nth]));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test('gives a reason in a sentence', () => {
    entries.forEach(({ reason }) => expect(reason).toMatch(/^[A-Z].{20,}\.$/));
  });
});
