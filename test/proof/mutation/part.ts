import { compare, describeMutant, EquivalentMutant, orphans } from './comparison';
import { isDetected, isSurvivor, Mutant, mutantsOf, score } from './mutants';
import { Request } from './request';
import { Scope } from './scope';
import { runStryker, STRYKER_VERSION, writeSurvivors } from './stryker';
import { PartResult } from '../report/part';
import { Recorder } from '../report/recorder';

/** Runs mutation tests, and compares the survivors with the list of equivalent mutants. */
export function mutation(
  { runs, concurrency }: Request, equivalents: Readonly<Record<Scope['name'], readonly EquivalentMutant[]>>, scopes: readonly Scope[],
): PartResult {
  const recorder = new Recorder('mutation');
  recorder.note(`StrykerJS ${STRYKER_VERSION}, all its mutators; property tests with a fixed seed.`);
  for (const { scope, files } of runs) {
    const mutants = mutantsOf(runStryker(scope, files, concurrency));
    judge(recorder, scope, files, mutants, equivalents[scope.name]);
    writeSurvivors(scope, compare(mutants, equivalents[scope.name], files, scope.files).unexplained.map(describeMutant));
  }
  recorder.check('the list of equivalent mutants names files that exist', listed(scopes.flatMap(({ name, files }) => orphans(equivalents[name], files))));
  return recorder.finish();
}

/** The checks of one scope, or of some of its files. */
export function judge(
  recorder: Recorder, scope: Scope, files: readonly string[], mutants: readonly Mutant[], equivalents: readonly EquivalentMutant[],
): void {
  recorder.judged(mutants.length);
  const { unexplained, stale } = compare(mutants, equivalents, files, scope.files);
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const open = unexplained.filter((mutant) => mutant.file === file);
    const share = 100 * open.length / mutants.filter((mutant) => mutant.file === file).length;
    recorder.check(`${file}: ${scope.tolerance === 0 ? 'every mutant is' : `all mutants but ${scope.tolerance} % are`} detected, or listed as equivalent`,
      share <= scope.tolerance ? undefined : listed(open));
  }
  recorder.check(`${scope.title}: every entry in the list of equivalent mutants is one that survives`, listed(stale));
  recorder.check(`${scope.title}: no mutant is switched off or left out`,
    listed(mutants.filter(({ status }) => status === 'Ignored' || status === 'Pending')));
  // It would not count, and so raise the score.
  recorder.check(`${scope.title}: no mutant is given up because its worker broke down`,
    listed(mutants.filter(({ status, statusReason }) => status === 'RuntimeError' && statusReason?.startsWith('Test runner crashed'))));
  const reached = score(mutants);
  // Of a few files, the score says little: one equivalent mutant may be a tenth of all.
  if (files.length === scope.files.length) {
    recorder.check(`${scope.title}: at least ${scope.threshold} % of all mutants are detected`,
      reached !== undefined && reached >= scope.threshold ? undefined : `${reached?.toFixed(2)} %`);
  }
  const tally = (of: (mutant: Mutant) => boolean) => mutants.filter(of).length;
  recorder.note(`${scope.title[0].toUpperCase()}${scope.title.slice(1)}${files.length === scope.files.length ? '' : ` (only ${files.join(', ')})`}: `
    + `${reached === undefined ? 'no score' : `${(Math.floor(reached * 100) / 100).toFixed(2)} %`}; ${mutants.length} mutants in ${files.length} files, `
    + `${tally(isDetected)} detected (${tally(({ status }) => status === 'Timeout')} by running too long), ${tally(isSurvivor)} not, `
    + `of which ${tally(isSurvivor) - unexplained.length} listed as equivalent; `
    + `${tally(({ status }) => status === 'RuntimeError' || status === 'CompileError')} could not be loaded and do not count.`);
}

function listed(mutants: ReadonlyArray<Mutant | EquivalentMutant>): string | undefined {
  return mutants.length === 0 ? undefined : mutants.map(describeMutant).join('\n');
}
