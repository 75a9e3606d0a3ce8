import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { MutationReport } from './mutants';
import { Run } from './request';
import { RunnerOptions } from './runner/in-process-runner';
import { ROOT, Scope } from './scope';
import { REPORTS } from '../report/publish';

const FOLDER = join(REPORTS, 'mutation');

/** Its version, for the report. */
export const STRYKER_VERSION: string = JSON.parse(readFileSync(require.resolve('@stryker-mutator/core/package.json'), 'utf8')).version;

/**
 * Lets Stryker mutate files of a scope, and gives its report.
 *
 * A process of its own: Stryker starts workers with the settings of the process that it runs in, and ends them by signals.
 */
export function runStryker(run: Run, concurrency: number): MutationReport {
  const { scope } = run;
  mkdirSync(FOLDER, { recursive: true });
  const report = join(FOLDER, `${scope.name}.json`);
  const config = join(FOLDER, `${scope.name}.config.json`);
  rmSync(report, { force: true });
  writeFileSync(config, JSON.stringify(options(run, concurrency, report), undefined, 2));
  const stryker = join(require.resolve('@stryker-mutator/core/package.json'), '..', 'bin', 'stryker.js');
  // With a path as short as under Jest: messages are cut, and so would be what tests expect of them.
  const temporary = mkdtempSync(join(tmpdir(), 'm-'));
  const { status, signal } = spawnSync(process.execPath, [stryker, 'run', config], { cwd: ROOT, stdio: 'inherit', env: { ...process.env, TMPDIR: temporary } });
  rmSync(temporary, { recursive: true, force: true });
  if (status !== 0) {
    throw new Error(`Stryker ended with ${status ?? signal}`);
  }
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** @see https://stryker-mutator.io/docs/stryker-js/configuration */
function options({ scope: { tests, testsPerMutant, needs }, files, budget }: Run, concurrency: number, report: string): object {
  const own: RunnerOptions = { testSuite: tests, testsPerMutant, mutantBudget: budget };
  return {
    ...own,
    mutate: files,
    // The sandbox holds what the tests need, and nothing that colleagues or builds leave in the working tree.
    ignorePatterns: ['**', ...['/package.json', '/tsconfig.json', '/tsconfig.dev.json', ...needs].map((pattern) => `!${pattern}`)],
    plugins: ['./test/proof/mutation/runner/plugin.js'],
    testRunner: 'in-process',
    coverageAnalysis: 'perTest',
    // Mutants of tables and constants act while a module is loaded. They cost most of the time, and are worth it.
    ignoreStatic: false,
    warnings: { slow: false },
    concurrency,
    // A worker keeps what the CDK keeps for the life of a process.
    maxTestRunnerReuse: 400,
    // Only what never ends may be taken for it, on a busy machine too.
    timeoutMS: 60000,
    timeoutFactor: 5,
    disableTypeChecks: false,
    reporters: ['json', ...(process.stdout.isTTY ? ['progress'] : ['progress-append-only'])],
    jsonReporter: { fileName: relative(ROOT, report) },
    tempDirName: relative(ROOT, join(FOLDER, 'sandbox')),
    cleanTempDir: 'always',
    thresholds: { break: null },
    checkers: [],
    allowConsoleColors: false,
  };
}

/** Leaves the survivors that nobody has explained where whoever writes tests can read them. */
export function writeSurvivors({ name }: Scope, survivors: readonly string[]): void {
  const file = join(FOLDER, `${name}.survivors.txt`);
  writeFileSync(file, `${survivors.join('\n\n')}\n`);
  process.stdout.write(`\n${survivors.length} unexplained survivors in ${relative(ROOT, file)}\n`);
}
