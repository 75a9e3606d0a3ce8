import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { basename, dirname, join, resolve } from 'path';
import { build, BuildOptions, transformSync } from 'esbuild';
import { Assembly, readAssembly } from './assembly';
import { entries, entry } from './entries';
import { lazyIndex } from './lazy-index';
import { sources } from './sources';

const root = resolve(__dirname, '..', '..');
const lib = join(root, 'lib');

const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  write: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * Puts the compiled library into few files, in place of those that jsii wrote: Node.js takes longer to find and open a hundred files
 * than to run what is in them.
 */
export async function bundleLibrary(): Promise<void> {
  const assembly = readAssembly(join(root, '.jsii'));
  const files = { ...await publicParts(assembly), 'cli/main.js': await commandLine(assembly) };
  for (const file of readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))) {
    rmSync(join(lib, file));
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(lib, file)), { recursive: true });
    writeFileSync(join(lib, file), text);
  }
}

/**
 * The constructs in one file, the vendor's kit in another one, which uses the first: each class is there once. And the index, which
 * loads them when they are needed.
 */
async function publicParts(assembly: Assembly): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    ...OPTIONS,
    // What both reach is put into a file of its own, and what the first one reaches is all that is in it.
    entryPoints: { first: entry('constructs', 'api'), kit: entry('constructs', 'api', 'kit/stack') },
    chunkNames: 'access',
    outdir: lib,
    format: 'esm',
    splitting: true,
    plugins: [entries(join(root, 'src')), sources(root, lib, assembly)],
  });
  const texts = Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), toCommonJs(text, basename(path))]));
  // The first one is nothing but a way to the file that both share.
  return {
    'access.js': texts['access.js'],
    'kit.js': texts['kit.js'],
    'index.js': lazyIndex(assembly.types.map(({ name, file }) => ({ name, from: file.startsWith('src/kit/') ? './kit' : './access' }))),
  };
}

/** The command line with all that it uses. It runs by itself, so that it may have classes of its own. */
async function commandLine(assembly: Assembly): Promise<string> {
  const outdir = join(lib, 'cli');
  const { outputFiles: [file] } = await build({
    ...OPTIONS,
    entryPoints: ['src/cli/main.ts'],
    outdir,
    format: 'cjs',
    plugins: [sources(root, outdir, assembly)],
  });
  return file.text;
}

/**
 * esbuild splits modules of the other kind only.
 *
 * Modules of the CDK are taken from its index, where they are found at once: for each other name Node.js goes through all that the
 * package offers.
 */
function toCommonJs(text: string, sourcefile: string): string {
  const { platform, target } = OPTIONS;
  const { code } = transformSync(text, { sourcefile, format: 'cjs', platform, target, banner: "'use strict';" });
  return code.replace(/require\("aws-cdk-lib\/([a-z0-9-]+)"\)/g, (_, name: string) => `require("aws-cdk-lib").${name.replace(/-/g, '_')}`);
}
