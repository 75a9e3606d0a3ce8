import { createHash } from 'crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'fs';
import { dirname, join } from 'path';
import { failures } from './outputs';
import { SUBJECT_FOLDERS } from './subjects';
import { ROOT } from './workspace';

const CACHE = join(ROOT, 'node_modules', '.cache', 'same');

/** The outputs of a commit, where an earlier run has kept them. */
export interface CachedOutputs {
  readonly folder: string;
  readonly found: boolean;
  /** Keeps outputs for the next run. */
  readonly keep: (outputs: string) => void;
}

/** What the outputs of a commit depend on: itself, the packages and Node.js that it ran with, and what it was asked for. */
export function cacheKey(commit: string): string {
  const hash = createHash('sha256').update(process.version);
  const subjects = SUBJECT_FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).sort().map((file) => join(folder, file)));
  for (const file of ['package-lock.json', ...subjects]) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return `${commit}-${hash.digest('hex').slice(0, 16)}`;
}

/** The outputs that are kept under a key. */
export function cachedOutputs(key: string): CachedOutputs {
  const folder = join(CACHE, key);
  return { folder, found: existsSync(folder), keep: (outputs) => keep(outputs, folder) };
}

/** Whole or not at all; and without a subject that has failed, perhaps for want of memory. */
function keep(outputs: string, folder: string): void {
  if (failures(outputs).length > 0) {
    return;
  }
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = `${folder}.${process.pid}`;
  cpSync(outputs, unfinished, { recursive: true });
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another run was faster.
    rmSync(unfinished, { recursive: true });
  }
}
