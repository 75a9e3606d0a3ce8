import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { buildSync } from 'esbuild';

const ROOT = resolve(__dirname, '..', '..');

/** The package as it is published, compiled from today's sources for the tests of one file: gives its folder. */
export function compiledPackage(): () => string {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cli-package-'));
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    buildSync({
      entryPoints: sources.map((file) => join(ROOT, 'src', file)), outdir: join(folder, 'lib'), outbase: join(ROOT, 'src'), format: 'cjs', platform: 'node',
    });
    for (const part of ['bin', 'schema', 'package.json']) {
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    }
    for (const part of ['assets', 'node_modules']) {
      symlinkSync(join(ROOT, part), join(folder, part));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return () => folder;
}
