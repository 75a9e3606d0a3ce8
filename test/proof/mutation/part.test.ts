import { EquivalentMutant } from './comparison';
import { Mutant, MutantStatus } from './mutants';
import { judge } from './part';
import { Scope } from './scope';
import { Recorder } from '../report/recorder';

const SCOPE: Scope = { name: 'core', title: 'the pure core', threshold: 90, tolerance: 0, files: ['src/a.ts', 'src/b.ts'], tests: [], needs: [] };

function mutants(file: string, ...statuses: MutantStatus[]): Mutant[] {
  return statuses.map((status, i) => ({
    file, within: 'f', mutator: 'm', nth: i + 1, line: `x${i}`, original: `x${i}`, replacement: 'y', lineNumber: i + 1, status,
  }));
}

function failures(found: readonly Mutant[], equivalents: readonly EquivalentMutant[] = [], files = SCOPE.files, scope = SCOPE): string[] {
  const recorder = new Recorder('mutation');
  judge(recorder, scope, files, found, equivalents);
  return recorder.finish().failures.map(({ check }) => check);
}

const KILLED = Array<MutantStatus>(9).fill('Killed');
const ENTRY: EquivalentMutant = { file: 'a.ts', within: 'f', mutator: 'm', nth: 10, reason: 'There is no difference.' };
const SURVIVES = 'src/a.ts: every mutant is detected, or listed as equivalent';
const STALE = 'the pure core: every entry in the list of equivalent mutants is one that survives';
const SCORE = 'the pure core: at least 90 % of all mutants are detected';

test.each<[string, Mutant[], EquivalentMutant[], string[]]>([
  ['all are detected', mutants('src/a.ts', ...KILLED, 'Timeout'), [], []],
  ['the one that survives is listed', mutants('src/a.ts', ...KILLED, 'Survived'), [ENTRY], []],
  ['one survives', mutants('src/a.ts', ...KILLED, 'Survived'), [], [SURVIVES]],
  ['no test reaches one', mutants('src/a.ts', ...KILLED, 'NoCoverage'), [], [SURVIVES]],
  ['one survives in another file than the list says', mutants('src/b.ts', ...KILLED, 'Survived'), [ENTRY],
    ['src/b.ts: every mutant is detected, or listed as equivalent', STALE]],
  ['the listed one is detected', mutants('src/a.ts', ...KILLED, 'Killed'), [ENTRY], [STALE]],
  ['too many are equivalent', mutants('src/b.ts', ...KILLED.slice(1)).concat(mutants('src/a.ts', ...KILLED, 'Survived').slice(9)), [ENTRY], [SCORE]],
  ['one is switched off', mutants('src/a.ts', ...KILLED, 'Ignored'), [], ['the pure core: no mutant is switched off or left out']],
  ['a worker broke down', [...mutants('src/a.ts', ...KILLED), { ...mutants('src/a.ts', 'RuntimeError')[0], statusReason: 'Test runner crashed. Tried twice' }], [],
    ['the pure core: no mutant is given up because its worker broke down']],
  ['one cannot be loaded', [...mutants('src/a.ts', ...KILLED), { ...mutants('src/a.ts', 'RuntimeError')[0], statusReason: 'x is not a function' }], [], []],
  ['none can be loaded', mutants('src/a.ts', 'RuntimeError'), [], [SCORE]],
])('when %s, the failures are as they should be', (_, found, equivalents, expected) => {
  expect(failures(found, equivalents)).toEqual(expected);
});

test('where some may survive, too many may not', () => {
  const tolerant = { ...SCOPE, threshold: 50, tolerance: 10 };
  expect(failures(mutants('src/a.ts', ...KILLED, 'Survived'), [], SCOPE.files, tolerant)).toEqual([]);
  expect(failures(mutants('src/a.ts', ...KILLED, 'Survived', 'Survived'), [], SCOPE.files, tolerant))
    .toEqual(['src/a.ts: all mutants but 10 % are detected, or listed as equivalent']);
});

test('some of the files have no score of their own', () => {
  expect(failures(mutants('src/a.ts', 'Killed', 'Survived').map((m) => ({ ...m, nth: 10 })), [ENTRY], ['src/a.ts'])).toEqual([]);
});

test('without any mutant nothing was shown', () => {
  expect(failures([])).toContain('something was checked');
});
