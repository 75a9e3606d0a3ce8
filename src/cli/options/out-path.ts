import { statSync } from 'fs';
import { dirname } from 'path';
import { CommandError, EXIT } from '../terminal';

/** Refuses a path that has a file where it needs a folder, before anything is made on the way to it. */
export function checkWayTo(path: string): void {
  for (let at = dirname(path); at !== dirname(at); at = dirname(at)) {
    if (isFile(at)) {
      throw new CommandError(EXIT.usage, `--out: received ${JSON.stringify(path)}; ${at} is a file, and nothing can be in it; choose another path`, 'FolderInvalid');
    }
  }
}

/** The same for a file, which is no folder itself. */
export function checkOutFile(path: string): void {
  checkWayTo(path);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(EXIT.usage, `--out: received ${JSON.stringify(path)}; this is a folder; give the path of a file`, { of: 'EISDIR' });
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // What is not there, or cannot be seen, is for whoever writes to it to tell.
    return false;
  }
}
