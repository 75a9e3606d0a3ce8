import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'fs';
import { availableParallelism } from 'os';
import { basename, join } from 'path';
import { command } from './command';
import { JsiiAssembly } from './library';
import { GO_REPLACEMENTS } from './versions';

/** The path that Go code imports the library by. */
export function goImportPath({ targets }: JsiiAssembly, sources: string): string {
  return `${targets.go.moduleName}/${basename(sources)}`;
}

export interface GoAppOptions {
  readonly assembly: JsiiAssembly;
  /** The generated module of the library. */
  readonly sources: string;
  /** Files of the app, by path. */
  readonly files: readonly string[];
  /** Files of the app that are written here, by name. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** Builds an app that uses the generated module, and returns the path of the program. */
export async function goApp({ assembly, sources, files, texts = {} }: GoAppOptions, dir: string): Promise<string> {
  const folder = join(dir, 'go');
  mkdirSync(folder);
  files.forEach((file) => cpSync(file, join(folder, basename(file))));
  Object.entries(texts).forEach(([name, text]) => writeFileSync(join(folder, name), text));
  const library = goImportPath(assembly, sources);
  writeFileSync(join(folder, 'go.mod'), [
    'module scratch',
    'go 1.25',
    `require ${library} v${assembly.version}`,
    `replace ${library} => ${sources}`,
    ...Object.entries(GO_REPLACEMENTS).map(([module, version]) => `replace ${module} => ${module} ${version}`),
    '',
  ].join('\n'));
  // The sums of all modules are looked up, as there is no go.sum yet.
  await command('go', [
    'build', '-mod=mod', '-buildvcs=false', '-trimpath', '-p', String(availableParallelism()), '-ldflags=-s -w', '-o', 'app', '.',
  ], { cwd: folder });
  return join(folder, readdirSync(folder).find((name) => name === 'app')!);
}
