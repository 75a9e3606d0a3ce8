import { mkdirSync, rmSync } from 'fs';
import { Finding, Findings } from './finding';
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

async function find(name: string): Promise<Findings> {
  const bug = SOURCE_BUGS.find((one) => one.name === name)!;
  return {
    worlds: bug.foundBy === undefined || bug.unseen !== undefined ? await safely(() => worlds.find(bug)) : undefined,
    tests: bug.foundBy === undefined ? undefined : await safely(() => tests.find(bug, bug.foundBy!)),
  };
}

async function safely(search: () => Promise<Finding>): Promise<Finding> {
  clearUp();
  try {
    return await search();
  } catch (e) {
    return { broken: e instanceof Error ? e.stack ?? e.message : String(e), judged: 0 };
  }
}

process.on('message', (name: string) => {
  find(name).then((findings) => process.send!(findings), () => process.exit(1));
});
