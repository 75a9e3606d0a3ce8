/** Lays rows out in columns; a cell may have several lines. */
export function table(head: readonly string[], rows: ReadonlyArray<ReadonlyArray<readonly string[]>>): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => Math.max(0, ...row[column].map((line) => line.length)))));
  const line = (cells: readonly string[]) => `  ${cells.map((cell, i) => cell.padEnd(widths[i])).join('  ')}`.trimEnd();
  const body = rows.flatMap((row) => {
    const height = Math.max(...row.map((cell) => cell.length));
    return Array.from({ length: height }, (_, i) => line(row.map((cell) => cell[i] ?? '')));
  });
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}
