import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { REPORTS } from '../report/publish';

/** Keeps what a reviewer may want to see or to run again. */
export function saveText(file: string, text: string): void {
  const folder = join(REPORTS, 'solver');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** A name that every file system takes, and no other case has. */
export function fileName(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, (character) => (character === ' ' ? '-' : `_${character.codePointAt(0)!.toString(16)}_`));
}
