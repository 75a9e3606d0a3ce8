/**
 * Bugs in the library's own source, each of which the random worlds have to find, or the tests that are named with it.
 *
 *     npm run prove:plants                     all of them
 *     npm run prove:plants -- --only NAME      those whose name has this in it; may be given several times
 */
import { parseArgs } from 'util';
import { plants } from './part';
import { SOURCE_BUGS } from '../plants/source';
import { publish } from '../report/publish';

async function main(): Promise<void> {
  const { values: { only = [''] } } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const unknown = only.find((part) => !SOURCE_BUGS.some(({ name }) => name.includes(part)));
  if (unknown !== undefined) {
    throw new Error(`--only takes a part of the name of a bug, and none has ${JSON.stringify(unknown)}`);
  }
  const bugs = SOURCE_BUGS.filter(({ name }) => only.some((part) => name.includes(part)));
  publish([await plants(bugs)]);
}

main().then(() => process.exit(process.exitCode), (e) => {
  process.stderr.write(`${e instanceof Error ? e.message : String(e)}\n`);
  process.exit(2);
});
