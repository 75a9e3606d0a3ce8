/**
 * Compiles the TypeScript examples in docs/ with jsii-rosetta, in strict mode and with the fixtures of rosetta/.
 *
 * Rosetta reads examples only from a jsii assembly, which holds README.md but not docs/. So this makes a
 * copy of the assembly outside the repository in which every page of docs/ is the README of a submodule.
 */
import { spawnSync } from 'child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { withTempDir } from './temp-dir';

const root = resolve(__dirname, '..');
const rosetta = join(root, 'node_modules', '.bin', 'jsii-rosetta');

const docs = join(root, 'docs');
const pages = existsSync(docs)
  ? (readdirSync(docs, { recursive: true }) as string[]).filter((name) => name.endsWith('.md')).sort()
  : [];

process.exitCode = withTempDir('docs-snippets', (dir) => {
  const assembly = JSON.parse(readFileSync(join(root, '.jsii'), 'utf8'));
  // The types stay out: their own examples were compiled with the real assembly.
  writeFileSync(join(dir, '.jsii'), JSON.stringify({
    ...assembly,
    types: {},
    readme: undefined,
    submodules: Object.fromEntries(pages.map((page) => [
      `docs/${page}`,
      { readme: { markdown: readFileSync(join(docs, page), 'utf8') } },
    ])),
  }));
  cpSync(join(root, 'package.json'), join(dir, 'package.json'));
  for (const name of ['lib', 'node_modules', 'rosetta']) symlinkSync(join(root, name), join(dir, name));

  console.log(`compiling the examples in ${pages.length} pages of docs/`);
  return spawnSync(rosetta, ['extract', '--strict', dir], { stdio: 'inherit' }).status ?? 1;
});
