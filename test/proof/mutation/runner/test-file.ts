import { createRequire } from 'module';

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
  /** What has to be run before it. */
  readonly setUp: readonly Hook[];
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
  public static async load(name: string, requireFile: (name: string) => void): Promise<TestFile> {
    const file = new TestFile(name);
    const describe = (title: string, body: Body) => file.describe(title, body);
    const test = (title: string, body: Body) => file.test(title, body);
    const mocker = new ModuleMocker(globalThis);
    Object.assign(globalThis, {
      describe: Object.assign(describe, { each: bind(describe, false) }),
      test: Object.assign(test, { each: bind(test) }),
      beforeAll: (run: Body) => file.beforeAll({ run }),
      afterAll: (run: Body) => file.tearDown.push(run),
      expect,
      jest: { fn: mocker.fn.bind(mocker), spyOn: mocker.spyOn.bind(mocker) },
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
    const { titles, setUp } = this;
    this.titles = [...titles, title];
    body();
    this.titles = titles;
    this.setUp = setUp;
  }

  /** Stryker tells tests apart by their IDs; a table may repeat a title. */
  private test(title: string, run: Body): void {
    const full = [...this.titles, title].join(' › ');
    const count = (this.ids.get(full) ?? 0) + 1;
    this.ids.set(full, count);
    this.tests.push({ id: count === 1 ? full : `${full} (${count})`, run, setUp: this.setUp });
  }

  private beforeAll(hook: Hook): void {
    this.hooks.push(hook);
    this.setUp = [...this.setUp, hook];
  }
}

/** Runs a test; gives why it failed, or nothing if it passed. */
export async function runTest(test: Test): Promise<string | undefined> {
  return test.setUp.find(({ failure }) => failure !== undefined)?.failure ?? failureOf(test.run);
}

async function failureOf(body: Body): Promise<string | undefined> {
  try {
    await body();
    return undefined;
  } catch (e) {
    return e instanceof Error ? e.message || e.name : String(e);
  }
}
