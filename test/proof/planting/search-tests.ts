import { Finding } from './finding';
import { Loader } from './loader';
import { runTest, TestFile } from '../mutation/runner/test-file';
import { SourceBug } from '../plants/source';

/** What a file of tests loads beside the library; each time anew, as under Jest. */
const LOADED = ['test', 'build-tools'];

/** Files of tests, run in this process as mutation testing does, on a library with a bug in it. */
export class TestSearch {
  private readonly clean = new Map<string, Finding>();

  constructor(private readonly loader: Loader) {
  }

  /** Runs a file of tests up to the first that fails. One that fails anyway says nothing. */
  public async find(bug: SourceBug, file: string): Promise<Finding> {
    const clean = this.clean.get(file) ?? await this.run(file, undefined);
    this.clean.set(file, clean);
    return clean.found === undefined ? this.run(file, bug) : { broken: `without the bug, ${clean.found}`, judged: clean.judged };
  }

  private async run(name: string, bug: SourceBug | undefined): Promise<Finding> {
    let file: TestFile;
    try {
      file = await TestFile.load(name, (path) => this.loader.load(path, LOADED, bug));
    } catch (e) {
      return { found: `${name} cannot be loaded: ${(e as Error).message.split('\n')[0]}`, judged: 0 };
    }
    let judged = 0;
    for (const test of file.tests) {
      judged++;
      const failure = await runTest(test);
      if (failure !== undefined) {
        return { found: `${test.id} fails`, judged };
      }
    }
    await file.finish();
    return { missed: `all ${judged} tests of ${name} pass`, judged };
  }
}
