import { createRequire } from 'module';
import { dirname, join } from 'path';

/** Jest's own parts, in the versions that Jest uses. */
const requireFromJest = createRequire(require.resolve('jest'));
const { bind } = requireFromJest('jest-each');
const { expect } = requireFromJest('expect');
const { ModuleMocker } = requireFromJest('jest-mock');

type Body = () => unknown;

/** One test, ready to run. */
export interface Test {
  readonly id: string;
  readonly run: Body;
  /** What has to have run once before it. */
  readonly setUp: readonly Hook[];
  /** What has to be run right before it, and right after it. */
  readonly before: readonly Body[];
  readonly after: readonly Body[];
}

interface Hook {
  readonly run: Body;
  failure?: string;
}

/** A file with tests that are written for Jest, loaded. */
export class TestFile {
  /**
   * Makes the globals of Jest collect here, loads a file, and runs what prepares its tests: so code under test that prepares
   * something acts while the file is loaded, whether it stands in a hook, in a block or in a table.
   */
  public static async load(name: string, requireFile: (name: string) => unknown): Promise<TestFile> {
    const file = new TestFile(name);
    const describe = (title: string, body: Body) => file.describe(title, body);
    const test = (title: string, body: Body) => file.test(title, body);
    const mocker = new ModuleMocker(globalThis);
    Object.assign(globalThis, {
      describe: Object.assign(describe, { each: bind(describe, false) }),
      test: Object.assign(test, { each: bind(test) }),
      beforeAll: (run: Body) => file.beforeAll({ run }),
      afterAll: (run: Body) => file.tearDown.push(run),
      beforeEach: (run: Body) => void (file.before = [...file.before, run]),
      afterEach: (run: Body) => void (file.after = [run, ...file.after]),
      expect,
      jest: {
        fn: mocker.fn.bind(mocker),
        spyOn: mocker.spyOn.bind(mocker),
        requireActual: (path: string) => requireFile(path.startsWith('.') ? join(dirname(name), path) : path),
      },
    });
    requireFile(name);
    for (const hook of file.hooks) {
      hook.failure = await failureOf(hook.run);
    }
    return file;
  }

  public readonly tests: Test[] = [];
  private readonly hooks: Hook[] = [];
  private readonly tearDown: Body[] = [];
  private readonly ids = new Map<string, number>();
  private titles: readonly string[];
  private setUp: readonly Hook[] = [];
  private before: readonly Body[] = [];
  private after: readonly Body[] = [];

  private constructor(name: string) {
    this.titles = [name];
  }

  /** Runs what has to run after the last test. */
  public async finish(): Promise<void> {
    for (const run of this.tearDown) {
      await failureOf(run);
    }
  }

  private describe(title: string, body: Body): void {
    const { titles, setUp, before, after } = this;
    this.titles = [...titles, title];
    body();
    Object.assign(this, { titles, setUp, before, after });
  }

  /** Stryker tells tests apart by their IDs; a table may repeat a title. */
  private test(title: string, run: Body): void {
    const full = [...this.titles, title].join(' › ');
    const count = (this.ids.get(full) ?? 0) + 1;
    this.ids.set(full, count);
    this.tests.push({ id: count === 1 ? full : `${full} (${count})`, run, setUp: this.setUp, before: this.before, after: this.after });
  }

  private beforeAll(hook: Hook): void {
    this.hooks.push(hook);
    this.setUp = [...this.setUp, hook];
  }
}

/** Runs a test; gives why it failed, or nothing if it passed. */
export async function runTest(test: Test): Promise<string | undefined> {
  const unprepared = test.setUp.find(({ failure }) => failure !== undefined);
  if (unprepared) {
    return unprepared.failure;
  }
  let failure: string | undefined;
  for (const run of [...test.before, test.run]) {
    failure ??= await failureOf(run);
  }
  // What clears up does so after a failure as well.
  for (const run of test.after) {
    const uncleared = await failureOf(run);
    failure ??= uncleared;
  }
  return failure;
}

async function failureOf(body: Body): Promise<string | undefined> {
  try {
    await body();
    return undefined;
  } catch (e) {
    return e instanceof Error ? e.message || e.name : String(e);
  }
}
