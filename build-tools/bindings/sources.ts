import { createHash } from 'crypto';
import { readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { command } from './command';
import { InstalledLibrary } from './library';

const PACMAK = resolve(__dirname, '..', '..', 'node_modules', '.bin', 'jsii-pacmak');

export type Language = 'python' | 'java' | 'go';

/** The generated project of each language. */
export type Sources = Readonly<Record<Language, string>>;

/**
 * Generates the sources of the bindings, from the library as it is installed. Building them is left to each language: what
 * jsii-pacmak builds by itself takes the newest of everything, and for Java writes documentation as well.
 */
export async function generateSources({ folder, tarball }: InstalledLibrary, dir: string): Promise<Sources> {
  const outdir = join(dir, 'generated');
  const languages: Language[] = ['python', 'java', 'go'];
  await command(PACMAK, [
    folder, '--code-only', '--no-npmignore', '--outdir', outdir, ...languages.flatMap((language) => ['--targets', language]),
    // The bindings carry this very tarball; by default the folder would be packed once more.
    '--pack-command', `echo ${JSON.stringify(tarball)}`,
  ], { cwd: dir, env: { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' } });
  const [goModule] = readdirSync(join(outdir, 'go'));
  const sources = { python: join(outdir, 'python'), java: join(outdir, 'java'), go: join(outdir, 'go', goModule) };
  languages.forEach((language) => checkTarball(sources[language], tarball));
  return sources;
}

function checkTarball(folder: string, tarball: string): void {
  const carried = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tgz'));
  if (carried.length !== 1 || digest(join(folder, carried[0])) !== digest(tarball)) {
    throw new Error(`${folder} must carry the packed library and nothing else, but has ${carried.join(', ') || 'none'}`);
  }
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
