import { fileOf } from './reach';
import { Sandbox } from './sandbox';
import { runTest, TestFile } from './test-file';

/** The part of what Stryker's instrumented code shares with runners that matters here. */
interface Switch {
  activeMutant?: string;
}

/** The files of tests as one mutant needs them: loaded with it where that reaches it, or else as they are. */
export class Stage {
  private readonly fresh = new Map<string, TestFile>();
  private readonly seen = new Set<TestFile>();

  /** Without a mutant, everything is as it was written. */
  constructor(
    private readonly sandbox: Sandbox, private readonly shared: Switch, private readonly mutant: string | undefined,
    private readonly isFresh: (file: string) => boolean,
  ) {
  }

  /** Runs a test; gives why it failed, or nothing if it passed. */
  public async run(id: string): Promise<string | undefined> {
    let file: TestFile;
    try {
      file = await this.file(fileOf(id));
    } catch (e) {
      return e instanceof Error ? e.message : String(e);
    }
    // Where a file has just been loaded for all mutants, it has left what it made then in a folder of its own.
    this.sandbox.useTemporary('running', false);
    const test = file.tests.find((one) => one.id === id);
    if (test) {
      return this.perform([test]);
    }
    // The mutant has changed a table of tests, so all of them stand for the one that is looked for; once is enough.
    const again = this.seen.has(file);
    this.seen.add(file);
    return again ? undefined : this.perform(file.tests);
  }

  public async close(): Promise<void> {
    this.shared.activeMutant = undefined;
    for (const file of this.fresh.values()) {
      await file.finish();
    }
  }

  private async perform(tests: TestFile['tests']): Promise<string | undefined> {
    let failure: string | undefined;
    for (const test of tests) {
      this.shared.activeMutant = this.mutant;
      failure ??= await runTest(test);
    }
    return failure;
  }

  private async file(name: string): Promise<TestFile> {
    if (!this.isFresh(name)) {
      this.shared.activeMutant = undefined;
      return this.sandbox.testFile(name);
    }
    let file = this.fresh.get(name);
    if (!file) {
      this.shared.activeMutant = this.mutant;
      file = await this.sandbox.freshTestFile(name);
      this.fresh.set(name, file);
    }
    return file;
  }
}
