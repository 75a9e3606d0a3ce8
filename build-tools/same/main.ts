/**
 * `npm run same -- REV`: whether the working tree synthesizes the very same bytes as a revision does. For changes that should change
 * nothing that users see, such as moving code. It knows the library by its public face alone: `lib/index.js`, `bin/`, the examples and the
 * integration tests.
 */
import { cachedOutputs, cacheKey } from './cache';
import { compareOutputs } from './compare';
import { compileCommit, compileWorkingTree } from './compiled';
import { parseOptions, UsageError } from './options';
import { record } from './record';
import { report } from './report';
import { commitOf } from './revision';
import { Workspace } from './workspace';

async function main(): Promise<void> {
  const { revision, without } = parseOptions(process.argv.slice(2));
  const commit = commitOf(revision);
  const workspace = new Workspace();
  const cached = cachedOutputs(cacheKey(commit));

  const [working, reference] = await Promise.all([
    compileWorkingTree(workspace),
    cached.found ? undefined : compileCommit(workspace, commit),
  ]);
  // One after the other: each takes all processors.
  let before = cached.folder;
  if (reference !== undefined) {
    before = workspace.path('outputs', 'reference');
    await record(reference, before, workspace.path('temporary'));
    cached.keep(before);
  }
  const after = workspace.path('outputs', 'working');
  await record(working, after, workspace.path('temporary'));

  const sections = compareOutputs({ before, after }).filter(({ name }) => !without.includes(name));
  process.stdout.write(report(sections));
  process.exitCode = sections.some(({ differing }) => differing.length > 0) ? 1 : 0;
}

main().catch((error: unknown) => {
  process.stderr.write(`same: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 3;
});
