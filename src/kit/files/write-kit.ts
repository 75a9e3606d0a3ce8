import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { KIT_FILES, KitFile, POLICIES } from './kit-files';
import { MODES } from '../../policy/vendor';
import { policyName } from '../texts';

/** The names that policies of kits have or had: all that any vendor's kit may hold, and an earlier kit may have left. */
export const POLICY_FILES: ReadonlySet<string> = new Set([
  'trust', 'trust-pending',
  // Those for a whole bucket, when their names did not say so.
  'read', 'read-kms', 'write', 'write-kms', 'read-write', 'read-write-kms',
  ...MODES.flatMap((mode) => [false, true].flatMap((folder) => [false, true].map((key) => policyName({ mode, folder, key })))),
].map((name) => `${name}.json`));

/** Writes a kit into a folder, in place of an earlier one. Files that are no part of a kit stay. */
export function writeKit(directory: string, files: readonly KitFile[]): void {
  const policies = join(directory, POLICIES);
  if (lstatSync(policies, { throwIfNoEntry: false })?.isSymbolicLink()) {
    // What it leads to may be anybody's.
    rmSync(policies);
  }
  // A kit may have had policies that it has no more.
  for (const path of [...KIT_FILES, ...[...POLICY_FILES].map((name) => join(POLICIES, name))]) {
    rmSync(join(directory, path), { force: true });
  }
  for (const { path, content } of files) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
