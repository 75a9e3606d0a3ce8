import { existsSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { SourceBug } from '../plants/source';

/** Where all paths of this part start. */
export const ROOT = resolve(__dirname, '..', '..', '..');

/** The file of a bug. */
export function fileOf({ file }: Pick<SourceBug, 'file'>): string {
  return join(ROOT, 'src', file);
}

/** The text of a file with a bug in it. A bug that finds its place no more, or in several places, is none, and an error. */
export function plantedIn(text: string, { name, from, to }: SourceBug): string {
  const places = text.split(from).length - 1;
  if (places !== 1) {
    throw new Error(`${name}: the text in whose place the bug comes stands there ${places} times`);
  }
  if (from === to) {
    throw new Error(`${name}: the bug changes nothing`);
  }
  // A function, for `$` means something in a text.
  return text.replace(from, () => to);
}

/** Why a bug cannot be planted, if so. */
export function whyUnplantable(bug: SourceBug): string | undefined {
  if (!existsSync(fileOf(bug))) {
    return `there is no src/${bug.file}`;
  }
  if (bug.foundBy !== undefined && !existsSync(join(ROOT, bug.foundBy))) {
    return `there is no ${bug.foundBy}`;
  }
  try {
    plantedIn(readFileSync(fileOf(bug), 'utf8'), bug);
    return undefined;
  } catch (e) {
    return (e as Error).message;
  }
}
