/** Whether a path matches a pattern: `*` stands for part of a name, `**` for any number of folders too. */
export function matchesGlob(path: string, glob: string): boolean {
  const pattern = glob
    .split(/(\*\*\/|\*\*|\*)/)
    .map((piece) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' })[piece] ?? piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('');
  return new RegExp(`^${pattern}$`).test(path);
}
