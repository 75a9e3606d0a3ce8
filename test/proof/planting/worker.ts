import { mkdirSync, rmSync } from 'fs';
import { Finding } from './finding';
import { Loader } from './loader';

const loader = new Loader();
loader.start();

// Only from here on is it the loader that loads, so that what it has loaded once needs not be transpiled again.
/* eslint-disable @typescript-eslint/no-require-imports */
const { TestSearch } = require('./search-tests') as typeof import('./search-tests');
const { WorldSearch } = require('./search-worlds') as typeof import('./search-worlds');
const { SOURCE_BUGS } = require('../plants/source') as typeof import('../plants/source');
/* eslint-enable */

const [temporary, seed] = process.argv.slice(2);
process.env.TMPDIR = temporary;

const worlds = new WorldSearch(loader, Number(seed));
const tests = new TestSearch(loader);

/** Synthesized apps leave folders behind until their process ends; thousands of them would fill the disk. */
function clearUp(): void {
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
}

async function find(name: string): Promise<Finding> {
  const bug = SOURCE_BUGS.find((one) => one.name === name)!;
  return bug.foundBy === undefined ? worlds.find(bug) : tests.find(bug, bug.foundBy);
}

process.on('message', (name: string) => {
  clearUp();
  find(name)
    .catch((e): Finding => ({ broken: e instanceof Error ? e.stack ?? e.message : String(e), judged: 0 }))
    .then((finding) => process.send!(finding), () => process.exit(1));
});
