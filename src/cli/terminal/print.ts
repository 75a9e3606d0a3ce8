import type { Io } from './io';

/** Prints a result: as data for programs, or as text for people. */
export function print(io: Io, json: boolean | undefined, data: unknown, text: () => string): void {
  io.out(json ? `${JSON.stringify(data, undefined, 2)}\n` : withLineEnd(text()));
}

/** Prints what is worth a second look, beside the result; as data it is a part of that. */
export function printWarnings(io: Io, json: boolean | undefined, warnings: readonly string[]): void {
  if (!json) {
    warnings.forEach((warning) => io.err(`warning: ${warning}\n`));
  }
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Marks text, where the terminal shows it. */
interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
}

export function style({ colors }: Io): Style {
  const mark = (on: number, off: number) => (text: string) => (colors ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return { bold: mark(1, 22), dim: mark(2, 22), red: mark(31, 39), green: mark(32, 39) };
}

/** Lays out rows in columns, two spaces apart; the first row holds the titles. */
export function columns(io: Io, rows: ReadonlyArray<readonly string[]>): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
  return `${[style(io).bold(lines[0]), ...lines.slice(1)].join('\n')}\n`;
}
