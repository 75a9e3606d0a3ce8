import { mkdirSync, readdirSync, readFileSync, rmSync } from 'fs';
import { createRequire } from 'module';
import { tmpdir } from 'os';
import { join, sep } from 'path';
import { TestFile } from './test-file';

/** The copy of the repository that Stryker has instrumented, and what of it is loaded. Packages lie outside, and stay loaded. */
export class Sandbox {
  public readonly root = process.cwd();
  /** Whoever has started the worker clears it. */
  private readonly temporary = join(tmpdir(), String(process.pid));
  private readonly requireFromRoot = createRequire(join(this.root, 'package.json'));
  private readonly loaded = new Map<string, TestFile>();

  /** Loads all source files anew, before any test: what they do then, they do for every test. */
  public async loadSources(): Promise<void> {
    for (const file of this.loaded.values()) {
      await file.finish();
    }
    this.loaded.clear();
    this.useTemporary('loading', true);
    this.forget('');
    for (const file of this.sources()) {
      this.requireFromRoot(join(this.root, file));
    }
  }

  /** The source files that Stryker has put mutants into, as they are now, by their path. */
  public mutatedSources(): Record<string, string> {
    const texts = this.sources().map((file) => [file, readFileSync(join(this.root, file), 'utf8')]);
    return Object.fromEntries(texts.filter(([, text]) => text.includes('function stryCov_')));
  }

  /** A file of tests, loaded once for many runs. */
  public async testFile(name: string): Promise<TestFile> {
    const known = this.loaded.get(name);
    if (known) {
      return known;
    }
    this.useTemporary('loading');
    const file = await this.freshTestFile(name);
    this.loaded.set(name, file);
    return file;
  }

  /** A file of tests, loaded anew. As under Jest, its helpers are its own; the code under test stays as it is loaded. */
  public async freshTestFile(name: string): Promise<TestFile> {
    this.forget('test');
    return TestFile.load(name, (path) => this.requireFromRoot(join(this.root, path)));
  }

  /**
   * Chooses the folder for temporary files. Synthesized apps leave some, and thousands of mutants would leave millions; but what
   * was made while tests were loaded is there for all of their runs. Workers share the sandbox, but not these folders.
   */
  public useTemporary(phase: 'loading' | 'running', empty = phase === 'running'): void {
    const folder = join(this.temporary, phase);
    if (empty) {
      rmSync(folder, { recursive: true, force: true });
    }
    mkdirSync(folder, { recursive: true });
    process.env.TMPDIR = folder;
  }

  private sources(): string[] {
    return readdirSync(join(this.root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join('src', name).split(sep).join('/'))
      .sort();
  }

  private forget(folder: string): void {
    const prefix = join(this.root, folder) + sep;
    for (const path of Object.keys(require.cache).filter((cached) => cached.startsWith(prefix))) {
      delete require.cache[path];
    }
  }
}
