import { readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

/** The first TypeScript example of README.md, completed with its rosetta fixture, as rosetta itself would do it. */
export function firstReadmeExample(root: string): string {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, parameters, example] = /^```ts\b([^\n]*)\n([\s\S]*?)^```/m.exec(readme) ?? [];
  if (example === undefined) throw new Error('README.md has no ```ts example');
  if (/\bnofixture\b/.test(parameters)) throw new Error('the first example of README.md must use a fixture, for it is tried inside a stack');

  const fixture = /\bfixture=(\S+)/.exec(parameters)?.[1] ?? 'default';
  const surroundings = readFileSync(join(root, 'rosetta', `${fixture}.ts-fixture`), 'utf8');
  const { imports, statements } = splitImports(example);
  // Replacement functions, because "$" has a meaning in replacement strings.
  return `${imports}\n${surroundings.replace(/\/\/\/ here$/m, () => statements)}`;
}

/** Imports are legal only at the top of a file, and the example goes into the middle of one. */
function splitImports(example: string): { imports: string; statements: string } {
  const source = ts.createSourceFile('example.ts', example, ts.ScriptTarget.Latest);
  const text = (keep: (node: ts.Statement) => boolean) =>
    source.statements.filter(keep).map((node) => node.getFullText(source)).join('');
  return { imports: text(ts.isImportDeclaration), statements: text((node) => !ts.isImportDeclaration(node)) };
}
