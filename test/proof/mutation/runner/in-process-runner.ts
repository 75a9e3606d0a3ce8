import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { dirname, join, relative, sep } from 'path';
import * as fc from 'fast-check';
import { Killers } from './killers';
import { Coverage, fileOf, loadingOf, Reach } from './reach';
import { Sandbox } from './sandbox';
import { Stage } from './stage';
import { runTest, TestFile } from './test-file';
import { isSampled, NOT_SAMPLED } from '../sample';

/** What Stryker's instrumented code and its runners share. */
interface Switchboard {
  activeMutant?: string;
  currentTestId?: string;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: Coverage;
}

/** The part of Stryker's options for a mutant that matters here. */
interface MutantRun {
  readonly activeMutant: { readonly id: string };
  readonly sandboxFileName: string;
  readonly hitLimit?: number;
  /** Whether it acts while the sources are loaded. */
  readonly mutantActivation: 'runtime' | 'static';
}

/** Options of Stryker that are this runner's own. */
export interface RunnerOptions {
  readonly testSuite: readonly string[];
  /** How many tests are tried on a mutant at most; all that reach it, if nothing is said. */
  readonly testsPerMutant?: number;
  /** How many mutants are tried at most, spread evenly over all; all of them, if nothing is said. */
  readonly mutantBudget?: number;
}

const SUCCESS = 0;
const FAILED = 1;

/**
 * A test runner for Stryker that keeps everything loaded.
 *
 * Jest builds a new world for each run, which costs a hundred times what the tests cost that reach a mutant. This runner loads the
 * test files once, with Jest's own `expect` and `each`, switches mutants, and stops at the first failure. The sources are loaded
 * anew only for mutants that act while they are loaded.
 *
 * Which tests are tried on a mutant is settled before (`Reach`). Those that have noticed others near by go first: that saves most
 * of the time, and changes no verdict.
 */
export class InProcessRunner {
  public static readonly inject = ['options'] as const;

  private readonly shared: Switchboard = ((globalThis as { __stryker__?: Switchboard }).__stryker__ ??= {});
  private readonly sandbox = new Sandbox();
  private readonly killers = new Killers();
  private loaded: 'nothing' | 'mutated' | 'original' = 'nothing';
  private known?: Reach;

  constructor(private readonly options: RunnerOptions) {
    process.env.CDK_VALIDATION = 'false';
    // A mutant must meet the same fate in every run.
    fc.configureGlobal({ seed: 20300101 });
  }

  public capabilities() {
    return { reloadEnvironment: true };
  }

  public async dryRun() {
    const tests: object[] = [];
    const ids: string[] = [];
    const measured = async (id: string, run: () => Promise<string | undefined>) => {
      this.shared.currentTestId = id;
      const start = process.hrtime.bigint();
      const failureMessage = await run();
      const timeSpentMs = Number(process.hrtime.bigint() - start) / 1e6;
      tests.push({ id, name: id, fileName: fileOf(id), timeSpentMs, failureMessage, status: failureMessage === undefined ? SUCCESS : FAILED });
    };
    try {
      await this.loadOriginal();
      for (const name of this.options.testSuite) {
        let file: TestFile | undefined;
        await measured(loadingOf(name), async () => {
          file = await this.sandbox.testFile(name);
          return undefined;
        });
        this.sandbox.useTemporary('running');
        for (const test of file!.tests) {
          ids.push(test.id);
          await measured(test.id, () => runTest(test));
        }
      }
    } catch (e) {
      return { status: 'error', errorMessage: e instanceof Error ? e.stack : String(e) };
    } finally {
      this.shared.currentTestId = undefined;
    }
    this.keepReach(Reach.of(this.sandbox.mutatedSources(), ids, this.shared.mutantCoverage ?? { perTest: {} }));
    return { status: 'complete', tests, mutantCoverage: this.shared.mutantCoverage };
  }

  public async mutantRun({ activeMutant: { id }, sandboxFileName, hitLimit, mutantActivation }: MutantRun) {
    if (!isSampled(Number(id), this.reach().mutants, this.options.mutantBudget)) {
      return { status: 'error', errorMessage: NOT_SAMPLED };
    }
    Object.assign(this.shared, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    const source = relative(this.sandbox.root, sandboxFileName).split(sep).join('/');
    const isStatic = mutantActivation === 'static';
    try {
      if (isStatic) {
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
    const tests = isStatic ? this.reach().allTests(source, id) : this.reach().testsOf(source, id);
    const isFresh = isStatic ? () => true : (file: string) => this.reach().loadingReaches(file, id);
    return this.judge(id, tests.slice(0, this.options.testsPerMutant), [`${source} ${this.reach().declarationOf(source, id)}`, source], isFresh, isStatic);
  }

  /** Runs tests, up to the first that fails. */
  private async judge(mutant: string, tests: readonly string[], places: readonly string[], isFresh: (file: string) => boolean, isStatic: boolean) {
    let stage = new Stage(this.sandbox, this.shared, mutant, isFresh);
    let nrOfTests = 0;
    this.sandbox.useTemporary('running');
    try {
      for (const test of this.killers.first(tests, places)) {
        nrOfTests++;
        const failureMessage = await stage.run(test);
        if (this.hitLimitReached()) {
          break;
        }
        if (failureMessage === undefined) {
          continue;
        }
        if (isStatic || await this.isGuilty(mutant, test, isFresh)) {
          this.killers.remember(test, places);
          return { status: 'killed', killedBy: [test], failureMessage, nrOfTests };
        }
        await stage.close();
        stage = new Stage(this.sandbox, this.shared, mutant, isFresh);
      }
    } finally {
      await stage.close();
    }
    return this.hitLimitReached() ?? { status: 'survived', nrOfTests };
  }

  /**
   * Whether a test fails because of the mutant, and not of what an earlier one has left behind in the memory of the code under test:
   * it passes without the mutant, or, where that is in doubt, everything is loaded anew.
   */
  private async isGuilty(mutant: string, test: string, isFresh: (file: string) => boolean): Promise<boolean> {
    const failure = async (active: string | undefined) => {
      const stage = new Stage(this.sandbox, this.shared, active, isFresh);
      const message = await stage.run(test);
      await stage.close();
      return message;
    };
    if (await failure(undefined) === undefined) {
      return true;
    }
    await this.loadOriginal();
    const guilty = await failure(mutant) !== undefined;
    await this.loadOriginal();
    const innocent = await failure(undefined);
    if (innocent !== undefined) {
      throw new Error(`${test} fails without a mutant when it runs alone: ${innocent}`);
    }
    return guilty;
  }

  private async loadOriginal(): Promise<void> {
    this.shared.activeMutant = undefined;
    await this.sandbox.loadSources();
    this.loaded = 'original';
  }

  /** Only one of the workers does the first run. */
  private keepReach(reach: Reach): void {
    mkdirSync(dirname(this.reachFile()), { recursive: true });
    writeFileSync(this.reachFile(), JSON.stringify(reach.data));
    this.known = reach;
  }

  private reach(): Reach {
    return this.known ??= new Reach(JSON.parse(readFileSync(this.reachFile(), 'utf8')));
  }

  private reachFile(): string {
    return join(this.sandbox.root, 'tmp', 'reach.json');
  }

  private hitLimitReached() {
    const { hitCount = 0, hitLimit = Infinity } = this.shared;
    return hitCount > hitLimit ? { status: 'timeout', reason: `hit limit reached (${hitCount}/${hitLimit})` } : undefined;
  }
}
