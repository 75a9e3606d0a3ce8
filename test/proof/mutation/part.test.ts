import { EquivalentMutant } from './comparison';
import { Mutant, MutantStatus } from './mutants';
import { judge } from './part';
import { Scope } from './scope';
import { Recorder } from '../report/recorder';

const SCOPE: Scope = { name: 'core', title: 'the pure core', threshold: 90, explained: true, files: ['src/a.ts', 'src/b.ts'], tests: [], needs: [] };

function mutants(file: string, ...statuses: MutantStatus[]): Mutant[] {
  return statuses.map((status, i) => ({
    file, within: 'f', mutator: 'm', nth: i + 1, line: `x${i}`, original: `x${i}`, replacement: 'y', lineNumber: i + 1, status,
  }));
}

function judged(found: readonly Mutant[], equivalents: readonly EquivalentMutant[] = [], files = SCOPE.files, scope = SCOPE, all = found.length) {
  const recorder = new Recorder('mutation');
  judge(recorder, { scope, files }, found, equivalents, all);
  return recorder.finish();
}

const failures = (...args: Parameters<typeof judged>) => judged(...args).failures.map(({ check }) => check);

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
  ['one fills the engine until it gives up',
    [...mutants('src/a.ts', ...KILLED), { ...mutants('src/a.ts', 'RuntimeError')[0], statusReason: 'Test runner crashed. Fatal JavaScript invalid size error 7' }], [], []],
  ['one cannot be loaded', [...mutants('src/a.ts', ...KILLED), { ...mutants('src/a.ts', 'RuntimeError')[0], statusReason: 'x is not a function' }], [], []],
  ['none can be loaded', mutants('src/a.ts', 'RuntimeError'), [], [SCORE]],
])('when %s, the failures are as they should be', (_, found, equivalents, expected) => {
  expect(failures(found, equivalents)).toEqual(expected);
});

describe('where some may survive', () => {
  const tolerant: Scope = { ...SCOPE, name: 'constructs', title: 'the constructs', explained: false, files: ['src/x/a.ts', 'src/y/b.ts'] };
  const bad = mutants('src/y/b.ts', ...KILLED, 'Survived', 'Survived');
  const many = (count: number, alive: number) => mutants('src/x/a.ts', ...Array<MutantStatus>(count - alive).fill('Killed'), ...Array<MutantStatus>(alive).fill('Survived'));
  const folder = (name: string) => `${name}: at least 90 % of mutants are detected, or listed as equivalent`;

  test.each<[string, Mutant[], EquivalentMutant[], string[]]>([
    ['a tenth is', mutants('src/x/a.ts', ...KILLED, 'Survived'), [], []],
    ['more than a tenth of a folder is', [...many(200, 0), ...bad], [], [folder('src/y')]],
    ['more than a tenth is, but that is listed', [...many(200, 0), ...bad], [{ ...ENTRY, file: 'b.ts' }], []],
  ])('%s alive', (_, found, equivalents, expected) => {
    expect(failures(found, equivalents, tolerant.files, tolerant)).toEqual(expected);
  });

  test('some files are judged together', () => {
    expect(failures([...many(200, 0), ...bad], [], ['src/y/b.ts'], tolerant)).toEqual([]);
    expect(failures(bad, [], ['src/y/b.ts'], tolerant)).toEqual([folder('the constructs')]);
  });

  test('a sample is judged as one, misses no entry of the list, and may be a little worse by chance', () => {
    expect(failures([...many(189, 18), ...bad], [{ ...ENTRY, file: 'a.ts' }], tolerant.files, tolerant, 1000)).toEqual([]);
    expect(failures([...many(189, 32), ...bad], [], tolerant.files, tolerant, 1000)).toEqual([folder('the constructs')]);
    expect(judged(many(200, 10), [], tolerant.files, tolerant, 1000).notes.join()).toContain('95.00 %; a sample of 200 of 1000 mutants (20 %)');
  });

  test('the score of each folder is told', () => {
    expect(judged([...many(200, 10), ...bad], [], tolerant.files, tolerant).notes).toContain('By folder: src/x 95.00 %, src/y 81.81 %.');
  });

  test('without a threshold, it is only told', () => {
    expect(failures(bad, [], tolerant.files, { ...tolerant, threshold: undefined })).toEqual([]);
  });
});

test('some of the files have no score of their own', () => {
  expect(failures(mutants('src/a.ts', 'Killed', 'Survived').map((m) => ({ ...m, nth: 10 })), [ENTRY], ['src/a.ts'])).toEqual([]);
});

test('without any mutant nothing was shown', () => {
  expect(failures([])).toContain('something was checked');
});
