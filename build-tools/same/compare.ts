import { readFileSync } from 'fs';
import { join } from 'path';
import { FAILURE, filesIn, sectionOf } from './outputs';
import { unifiedDiff } from './unified-diff';

/** Two folders with outputs. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

/** What came of comparing one section. */
export interface Section {
  readonly name: string;
  /** How many files are the same. */
  readonly identical: number;
  readonly differing: readonly Difference[];
}

export interface Difference {
  readonly path: string;
  /** What differs, line by line. */
  readonly detail: string;
}

/** How many lines of a difference are shown. */
const SHOWN = 20;

/** Compares two folders file by file, byte by byte. */
export function compareOutputs(sides: Sides): Section[] {
  const files = [...new Set([...filesIn(sides.before), ...filesIn(sides.after)])].sort();
  const names = [...new Set(files.map(sectionOf))].sort();
  return names.map((name) => {
    const own = files.filter((file) => sectionOf(file) === name);
    const differing = own.flatMap((path) => difference(sides, path) ?? []);
    return { name, identical: own.length - differing.length, differing };
  });
}

function difference(sides: Sides, path: string): Difference | undefined {
  const [before, after] = [sides.before, sides.after].map((side) => contentOf(join(side, path)));
  if (before === undefined || after === undefined) {
    return { path, detail: before === undefined ? `only in the working tree:\n${cut(after!.toString())}` : 'missing in the working tree' };
  }
  // A subject that fails on both sides shows nothing.
  if (path.endsWith(FAILURE)) {
    return { path, detail: `fails in the working tree:\n${cut(after.toString())}` };
  }
  return before.equals(after) ? undefined : { path, detail: cut(unifiedDiff(before.toString(), after.toString())) };
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function cut(text: string): string {
  const lines = text.trimEnd().split('\n').map((line) => line.length > 300 ? `${line.slice(0, 300)}…` : line);
  return lines.length > SHOWN ? [...lines.slice(0, SHOWN), `… ${lines.length - SHOWN} more lines`].join('\n') : lines.join('\n');
}
