import { enclosingIn } from '../enclosing';

/** Where Stryker has put a note that code is reached, with the mutants that stand there. */
const NOTE = /stryCov_\w+\((\s*"\d+"(?:,\s*"\d+")*)\s*\)/g;

/** The declaration that each mutant of an instrumented source file is in, by the mutant's ID. */
export function declarationsIn(instrumented: string): Map<string, string> {
  const enclosing = enclosingIn(instrumented);
  const declarations = new Map<string, string>();
  let [line, start] = [1, 0];
  for (const { 1: ids, index } of instrumented.matchAll(NOTE)) {
    for (let next = instrumented.indexOf('\n', start); next !== -1 && next < index; next = instrumented.indexOf('\n', start)) {
      [line, start] = [line + 1, next + 1];
    }
    const declaration = enclosing(line, index - start + 1);
    (JSON.parse(`[${ids}]`) as string[]).forEach((id) => declarations.set(id, declaration));
  }
  return declarations;
}
