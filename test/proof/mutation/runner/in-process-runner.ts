import { basename } from 'path';
import * as fc from 'fast-check';
import { Sandbox } from './sandbox';
import { runTest, TestFile } from './test-file';

/** What Stryker's instrumented code and its runners share. */
interface Switchboard {
  activeMutant?: string;
  currentTestId?: string;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: unknown;
}

/** The part of Stryker's options for a mutant that matters here. */
interface MutantRun {
  readonly activeMutant: { readonly id: string };
  readonly sandboxFileName: string;
  /** Tests that reach the mutant; none given where it acts while the sources are loaded. */
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  readonly mutantActivation: 'runtime' | 'static';
}

const SUCCESS = 0;
const FAILED = 1;

/** Loading a file of tests counts as a test: where a table or a hook calls the code under test, it reaches mutants as tests do. */
const loadingOf = (file: string) => `${file} › is loaded`;
const fileOf = (id: string) => id.split(' › ', 1)[0];

/**
 * A test runner for Stryker that keeps everything loaded.
 *
 * Jest builds a new world for each run, which costs a hundred times what the tests cost that reach a mutant. This runner loads the
 * test files once, with Jest's own `expect` and `each`, switches mutants, and stops at the first failure. The sources are loaded
 * anew only for mutants that act while they are loaded.
 */
export class InProcessRunner {
  public static readonly inject = ['options'] as const;

  private readonly shared: Switchboard = ((globalThis as { __stryker__?: Switchboard }).__stryker__ ??= {});
  private readonly files: readonly string[];
  private readonly sandbox = new Sandbox();
  private loaded: 'nothing' | 'mutated' | 'original' = 'nothing';

  constructor(options: { readonly testSuite: readonly string[] }) {
    this.files = options.testSuite;
    process.env.CDK_VALIDATION = 'false';
    // A mutant must meet the same fate in every run.
    fc.configureGlobal({ seed: 20300101 });
  }

  public capabilities() {
    return { reloadEnvironment: true };
  }

  public async dryRun() {
    const tests: object[] = [];
    const measured = async (id: string, run: () => Promise<string | undefined>) => {
      this.shared.currentTestId = id;
      const start = process.hrtime.bigint();
      const failureMessage = await run();
      const timeSpentMs = Number(process.hrtime.bigint() - start) / 1e6;
      tests.push({ id, name: id, fileName: fileOf(id), timeSpentMs, failureMessage, status: failureMessage === undefined ? SUCCESS : FAILED });
    };
    try {
      await this.loadOriginal();
      for (const name of this.files) {
        let file: TestFile | undefined;
        await measured(loadingOf(name), async () => {
          file = await this.sandbox.testFile(name);
          return undefined;
        });
        this.sandbox.useTemporary('running');
        for (const test of file!.tests) {
          await measured(test.id, () => runTest(test));
        }
      }
    } catch (e) {
      return { status: 'error', errorMessage: e instanceof Error ? e.stack : String(e) };
    } finally {
      this.shared.currentTestId = undefined;
    }
    return { status: 'complete', tests, mutantCoverage: this.shared.mutantCoverage };
  }

  public async mutantRun({ activeMutant: { id }, sandboxFileName, testFilter, hitLimit, mutantActivation }: MutantRun) {
    Object.assign(this.shared, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    try {
      if (mutantActivation === 'static') {
        this.loaded = 'mutated';
        this.shared.activeMutant = id;
        await this.sandbox.loadSources();
      } else if (this.loaded !== 'original') {
        await this.loadOriginal();
      }
    } catch (e) {
      // The code cannot be loaded with this mutant. Stryker counts it neither as detected nor as not.
      return this.hitLimitReached() ?? { status: 'error', errorMessage: e instanceof Error ? e.message : String(e) };
    }
    try {
      return await this.judge(id, ownFirst(this.files, sandboxFileName), testFilter && new Set(testFilter));
    } finally {
      this.shared.activeMutant = undefined;
      this.sandbox.useTemporary('running');
    }
  }

  /** Runs the tests that reach a mutant, up to the first that fails. */
  private async judge(mutant: string, files: readonly string[], filter: ReadonlySet<string> | undefined) {
    let nrOfTests = 0;
    for (const name of filter ? files.filter((file) => [...filter].some((id) => fileOf(id) === file)) : files) {
      const afresh = !filter || filter.has(loadingOf(name));
      for await (const { id, failureMessage } of afresh ? this.runAfresh(mutant, name) : this.runLoaded(mutant, name, filter)) {
        nrOfTests++;
        if (failureMessage !== undefined) {
          return this.hitLimitReached() ?? { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
        }
      }
    }
    return this.hitLimitReached() ?? { status: 'survived', nrOfTests };
  }

  /** All tests of a file that is loaded with the mutant. */
  private async *runAfresh(mutant: string, name: string) {
    this.shared.activeMutant = mutant;
    this.sandbox.useTemporary('running');
    let file: TestFile;
    try {
      file = await this.sandbox.freshTestFile(name);
    } catch (e) {
      yield { id: loadingOf(name), failureMessage: e instanceof Error ? e.message : String(e) };
      return;
    }
    yield { id: loadingOf(name), failureMessage: undefined };
    for (const test of file.tests) {
      yield { id: test.id, failureMessage: await runTest(test) };
    }
    await file.finish();
  }

  /** The tests of a file that reach the mutant; it was loaded without it. */
  private async *runLoaded(mutant: string, name: string, filter: ReadonlySet<string>) {
    this.shared.activeMutant = undefined;
    const { tests } = await this.sandbox.testFile(name);
    this.shared.activeMutant = mutant;
    this.sandbox.useTemporary('running');
    for (const test of tests.filter(({ id }) => filter.has(id))) {
      yield { id: test.id, failureMessage: await runTest(test) };
    }
  }

  private async loadOriginal(): Promise<void> {
    this.shared.activeMutant = undefined;
    await this.sandbox.loadSources();
    this.loaded = 'original';
  }

  private hitLimitReached() {
    const { hitCount = 0, hitLimit = Infinity } = this.shared;
    return hitCount > hitLimit ? { status: 'timeout', reason: `hit limit reached (${hitCount}/${hitLimit})` } : undefined;
  }
}

/** The tests of a file's own first: they are the most likely to fail. */
function ownFirst(files: readonly string[], mutated: string): string[] {
  const own = `${basename(mutated, '.ts')}.test.ts`;
  const isOwn = (file: string) => basename(file) === own;
  return [...files.filter(isOwn), ...files.filter((file) => !isOwn(file))];
}
