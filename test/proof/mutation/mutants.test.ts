import { countOf, Mutant, mutantsOf, MutantStatus, MutationReport, ReportedMutant, score } from './mutants';
import { NOT_SAMPLED } from './sample';

const SOURCE = ['const a = 1;', '  if (a > 1) {', '    run(', '      a);', '  }'].join('\n');

function report(...mutants: Array<Omit<ReportedMutant, 'id'>>): MutationReport {
  const numbered = mutants.map((mutant, i) => ({ ...mutant, id: String(i) }));
  return { files: { 'src/b.ts': { source: SOURCE, mutants: numbered }, 'src/a.ts': { source: 'x', mutants: [] } } };
}

function at(line: number, column: number, endLine: number, endColumn: number) {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

function withStatus(...statuses: MutantStatus[]): Mutant[] {
  return statuses.map((status) => ({ file: 'src/a.ts', within: 'f', mutator: 'm', nth: 1, line: 'x', original: 'x', replacement: 'y', lineNumber: 1, status }));
}

test('a mutant is known by what it is in and by its kind; the rest is for readers', () => {
  expect(mutantsOf(report({ mutatorName: 'EqualityOperator', replacement: 'a >= 1', status: 'Survived', location: at(2, 7, 2, 12) }))).toEqual([{
    file: 'src/b.ts',
    within: '',
    mutator: 'EqualityOperator',
    nth: 1,
    line: 'if (a > 1) {',
    original: 'a > 1',
    replacement: 'a >= 1',
    lineNumber: 2,
    status: 'Survived',
    statusReason: undefined,
  }]);
});

test('what spans lines is put on one', () => {
  const [mutant] = mutantsOf(report({ mutatorName: 'BlockStatement', replacement: '{}', status: 'Killed', location: at(2, 14, 5, 4) }));
  expect([mutant.line, mutant.original]).toEqual(['if (a > 1) {', '{ run( a); }']);
});

test('mutants come in the order of their lines', () => {
  const one = (line: number) => ({ mutatorName: 'm', status: 'Killed' as const, location: at(line, 1, line, 2) });
  expect(mutantsOf(report(one(3), one(1), one(2))).map(({ lineNumber }) => lineNumber)).toEqual([1, 2, 3]);
});

test('what is put in place of code tells mutants apart, where it is the same for all code; then their order does', () => {
  const one = (column: number, replacement: string) => ({ mutatorName: 'm', status: 'Killed' as const, replacement, location: at(2, column, 2, column + 1) });
  expect(mutantsOf(report(one(9, 'true'), one(7, 'true'), one(8, 'false'), one(11, 'a'), one(12, 'b'))).map(({ becomes, nth }) => [becomes, nth]))
    .toEqual([['true', 1], ['false', 1], ['true', 2], [undefined, 1], [undefined, 2]]);
});

test('of a sample, only what is in it counts, and every second of two is still the second', () => {
  const one = (column: number, status: MutantStatus, statusReason?: string) => (
    { mutatorName: 'm', replacement: 'true', status, statusReason, location: at(2, column, 2, column + 1) });
  const found = report(one(7, 'RuntimeError', NOT_SAMPLED), one(8, 'Killed'), one(9, 'NoCoverage'), one(10, 'Survived'));
  expect(countOf(found)).toBe(4);
  expect(mutantsOf(found, 2).map(({ nth, status }) => [nth, status])).toEqual([[2, 'Killed'], [4, 'Survived']]);
  expect(() => mutantsOf(found, 4)).toThrow('Mutant 0 of src/b.ts was not tried, though it is in the sample');
});

test.each<[string, MutantStatus[], number | undefined]>([
  ['killed mutants count as detected', ['Killed', 'Killed', 'Killed', 'Survived'], 75],
  ['mutants that never end count as detected', ['Timeout', 'Survived'], 50],
  ['mutants that no test reaches count as not detected', ['Killed', 'NoCoverage'], 50],
  ['what cannot be loaded or compiled does not count', ['Killed', 'RuntimeError', 'CompileError'], 100],
  ['what is switched off does not count', ['Survived', 'Ignored'], 0],
  ['without mutants there is no score', [], undefined],
  ['without mutants that can be judged there is no score', ['RuntimeError'], undefined],
])('%s', (_, statuses, expected) => {
  expect(score(withStatus(...statuses))).toBe(expected);
});
