import { mkdirSync, rmSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { KIT_FILES, KitFile, POLICIES } from './kit';

/** Writes a kit into a folder, in place of an earlier one. Files that are no part of a kit stay. */
export function writeKit(directory: string, files: readonly KitFile[]): void {
  // A kit may have had policies that it has no more.
  for (const path of [...KIT_FILES, POLICIES]) {
    rmSync(join(directory, path), { recursive: true, force: true });
  }
  for (const { path, content } of files) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
