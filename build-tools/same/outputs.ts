import { existsSync, readdirSync } from 'fs';
import { join, sep } from 'path';

/** How the name of a file ends that tells why a subject has made nothing. */
export const FAILURE = '.failure.txt';

/** How the name of a file ends that holds what was said of a result: warnings and errors. */
export const MESSAGES = '.messages.txt';

/** The sections of the outputs. */
export const SECTIONS = ['stacks', 'integ', 'examples', 'kits', 'templates', 'policies', 'links', 'messages'];

/** The section that a file belongs to: its folder on the top level, but for what is said of results, wherever it lies. */
export function sectionOf(file: string): string {
  return file.endsWith(MESSAGES) ? 'messages' : file.split('/')[0];
}

/** The files in a folder, by their path in it, sorted. */
export function filesIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + sep.length).split(sep).join('/'))
      .sort()
    : [];
}

/** The files that tell of failures. */
export function failures(folder: string): string[] {
  return filesIn(folder).filter((file) => file.endsWith(FAILURE));
}
