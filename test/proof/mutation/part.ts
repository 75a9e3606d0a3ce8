import { dirname } from 'path';
import { compare, describeMutant, EquivalentMutant, orphans } from './comparison';
import { countOf, isDetected, isSurvivor, Mutant, mutantsOf, score } from './mutants';
import { Request, Run } from './request';
import { Scope } from './scope';
import { runStryker, STRYKER_VERSION, writeSurvivors } from './stryker';
import { PartResult } from '../report/part';
import { Recorder } from '../report/recorder';

/** What the engine says when a mutant without a bound has filled it, each time anew; that one counts neither as detected nor as not. */
const BURST = /Fatal JavaScript invalid size error|out of memory/;

/** Runs mutation tests, and compares the survivors with the list of equivalent mutants. */
export function mutation(
  { runs, concurrency, since }: Request, equivalents: Readonly<Record<Scope['name'], readonly EquivalentMutant[]>>, scopes: readonly Scope[],
): PartResult {
  const recorder = new Recorder('mutation');
  recorder.note(`StrykerJS ${STRYKER_VERSION}, all its mutators; property tests with a fixed seed.`);
  if (since !== undefined) {
    recorder.note(`Changed since ${since}.`);
  }
  for (const run of runs) {
    const report = runStryker(run, concurrency);
    const mutants = mutantsOf(report, run.budget);
    judge(recorder, run, mutants, equivalents[run.scope.name], countOf(report));
    writeSurvivors(run.scope, compare(mutants, equivalents[run.scope.name], run.files, run.scope.files).unexplained.map(describeMutant));
  }
  recorder.check('the list of equivalent mutants names files that exist', listed(scopes.flatMap(({ name, files }) => orphans(equivalents[name], files))));
  return recorder.finish();
}

/** The checks of a run; `mutants` may be a sample of `all`. */
export function judge(
  recorder: Recorder, { scope, files }: Run, mutants: readonly Mutant[], equivalents: readonly EquivalentMutant[], all = mutants.length,
): void {
  recorder.judged(mutants.length);
  const { title, threshold, explained } = scope;
  const { unexplained, stale } = compare(mutants, equivalents, files, scope.files);
  const isSample = mutants.length < all;
  const isWhole = files.length === scope.files.length && !isSample;
  if (explained) {
    for (const file of new Set(mutants.map((mutant) => mutant.file))) {
      recorder.check(`${file}: every mutant is detected, or listed as equivalent`, listed(unexplained.filter((mutant) => mutant.file === file)));
    }
  } else if (threshold !== undefined) {
    const groups = isWhole ? byFolder(mutants) : [[title, mutants] as const];
    for (const [name, group] of groups) {
      const open = group.filter((mutant) => unexplained.includes(mutant));
      recorder.check(`${name}: at least ${threshold} % of mutants are detected, or listed as equivalent`,
        isTooMuch(open.length, group.length, (100 - threshold) / 100, isSample) ? `${open.length} of ${group.length} are not\n${listed(open)}` : undefined);
    }
  }
  if (!isSample) {
    recorder.check(`${title}: every entry in the list of equivalent mutants is one that survives`, listed(stale));
  }
  recorder.check(`${title}: no mutant is switched off or left out`,
    listed(mutants.filter(({ status }) => status === 'Ignored' || status === 'Pending')));
  // It would not count, and so raise the score.
  recorder.check(`${title}: no mutant is given up because its worker broke down`,
    listed(mutants.filter(({ status, statusReason = '' }) =>
      status === 'RuntimeError' && statusReason.startsWith('Test runner crashed') && !BURST.test(statusReason))));
  // Of a few files, the score says little: one equivalent mutant may be a tenth of all.
  if (isWhole && threshold !== undefined) {
    const reached = score(mutants);
    recorder.check(`${title}: at least ${threshold} % of all mutants are detected`,
      reached !== undefined && reached >= threshold ? undefined : `${reached?.toFixed(2)} %`);
  }
  const tally = (of: (mutant: Mutant) => boolean) => mutants.filter(of).length;
  recorder.note(`${title[0].toUpperCase()}${title.slice(1)}${files.length === scope.files.length ? '' : ` (${some(files, scope.files.length)})`}: `
    + `${percent(mutants)}; ${isSample ? `a sample of ${mutants.length} of ${all} mutants (${Math.floor(100 * mutants.length / all)} %)` : `${all} mutants`} `
    + `in ${files.length} files, ${tally(isDetected)} detected (${tally(({ status }) => status === 'Timeout')} by running too long), ${tally(isSurvivor)} not, `
    + `of which ${tally(isSurvivor) - unexplained.length} listed as equivalent; `
    + `${tally(({ status }) => status === 'RuntimeError' || status === 'CompileError')} could not be loaded and do not count.`);
  if (!explained && !isSample) {
    recorder.note(`By folder: ${byFolder(mutants).map(([folder, group]) => `${folder} ${percent(group)}`).join(', ')}.`);
  }
}

/**
 * Whether more of a group are open than may be. Of a sample, only what is too much to be chance counts: were the share in all as it may be,
 * one sample in a hundred would have so many.
 */
function isTooMuch(open: number, of: number, share: number, isSample: boolean): boolean {
  const allowance = isSample ? 2.33 * Math.sqrt(of * share * (1 - share)) : 0;
  return open > of * share + allowance;
}

function byFolder(mutants: readonly Mutant[]): Array<readonly [string, readonly Mutant[]]> {
  const folders = [...new Set(mutants.map(({ file }) => dirname(file)))].sort();
  return folders.map((folder) => [folder, mutants.filter(({ file }) => dirname(file) === folder)] as const);
}

function percent(mutants: readonly Mutant[]): string {
  const reached = score(mutants);
  return reached === undefined ? 'no score' : `${(Math.floor(reached * 100) / 100).toFixed(2)} %`;
}

function some(files: readonly string[], all: number): string {
  return files.length > 5 ? `${files.length} of ${all} files` : `only ${files.join(', ')}`;
}

function listed(mutants: ReadonlyArray<Mutant | EquivalentMutant>): string | undefined {
  return mutants.length === 0 ? undefined : mutants.map(describeMutant).join('\n');
}
