import { readFileSync } from 'fs';
import { join, sep } from 'path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { fileOf, plantedIn, ROOT } from './patch';
import { SourceBug } from '../plants/source';

const COMPILER_OPTIONS = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };

/** Loads TypeScript, and the library with a bug in it as often as one likes. Files are transpiled once; packages, and with them the CDK, stay loaded. */
export class Loader {
  private readonly transpiled = new Map<string, string>();
  private bug?: SourceBug;

  /** From now on it loads all that this process loads. */
  public start(): void {
    require.extensions['.ts'] = (module, path) => {
      (module as unknown as { _compile(code: string, path: string): void })._compile(this.codeOf(path), path);
    };
  }

  /**
   * Loads a module anew, and all that it loads from some folders; the library is always among them.
   *
   * @param bug what to plant; nothing for the library as it is
   */
  public load<T>(module: string, folders: readonly string[], bug: SourceBug | undefined): T {
    const fresh = ['src', ...folders].map((folder) => join(ROOT, folder) + sep);
    for (const path of Object.keys(require.cache).filter((cached) => fresh.some((folder) => cached.startsWith(folder)))) {
      delete require.cache[path];
    }
    this.bug = bug;
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return require(join(ROOT, module)) as T;
  }

  private codeOf(path: string): string {
    if (this.bug && path === fileOf(this.bug)) {
      return transpile(path, plantedIn(readFileSync(path, 'utf8'), this.bug));
    }
    const code = this.transpiled.get(path) ?? transpile(path, readFileSync(path, 'utf8'));
    this.transpiled.set(path, code);
    return code;
  }
}

function transpile(path: string, text: string): string {
  return transpileModule(text, { fileName: path, compilerOptions: COMPILER_OPTIONS }).outputText;
}
