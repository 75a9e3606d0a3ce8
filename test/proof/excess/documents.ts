import { existsSync, readFileSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { chart } from './chart';
import { figuresOf } from './figures';
import { Measurement } from './measure';
import { page } from './page';

const DOCS = resolve(__dirname, '..', '..', '..', 'docs');

/** The generated files by name. */
export function documents(measurement: Measurement): ReadonlyMap<string, string> {
  return new Map([
    ['least-privilege.md', page(measurement)],
    ['least-privilege.svg', chart(figuresOf(measurement))],
  ]);
}

/** Writes the generated files. */
export function writeDocuments(measurement: Measurement): void {
  for (const [name, text] of documents(measurement)) {
    writeFileSync(join(DOCS, name), text);
  }
}

/** Names the generated files in docs/ that are not what would be written now, each with the first line that differs. */
export function staleDocuments(measurement: Measurement): ReadonlyMap<string, string | undefined> {
  return new Map([...documents(measurement)].map(([name, text]) => {
    const path = join(DOCS, name);
    return [name, existsSync(path) ? difference(readFileSync(path, 'utf8'), text) : 'the file is missing'] as const;
  }));
}

/** The first line in which two texts differ; undefined if they are the same. */
export function difference(present: string, wanted: string): string | undefined {
  if (present === wanted) {
    return undefined;
  }
  const [there, here] = [present.split('\n'), wanted.split('\n')];
  const line = here.findIndex((text, i) => text !== there[i]);
  const at = line < 0 ? here.length : line;
  return `line ${at + 1} is ${JSON.stringify(there[at])}, and should be ${JSON.stringify(here[at])}`;
}
