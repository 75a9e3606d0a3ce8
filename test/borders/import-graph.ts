import { existsSync, readdirSync, readFileSync } from 'fs';
import { join, posix, resolve } from 'path';
import * as ts from 'typescript';

const ROOT = resolve(__dirname, '..', '..');

/** One file's use of another. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** What it takes. */
  readonly names: readonly string[];
}

/** A file of TypeScript, parsed. Paths start at the root of the repository. */
export function parsed(file: string, text = readFileSync(join(ROOT, file), 'utf8')): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** The files of TypeScript below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !/(^|\/)(node_modules|cdk\.out|[^/]*\.snapshot)\//.test(name))
    .map((name) => posix.join(folder, name)).sort();
}

/** What a file imports of others: types as well as values, and what is loaded later as well as at once. */
export function importsOf(file: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (module: ts.Node | undefined, names: readonly string[]) => {
    if (module && ts.isStringLiteral(module) && module.text.startsWith('.')) {
      found.push({ from: file.fileName, to: resolved(file.fileName, module.text), names });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, namesIn(node.importClause?.namedBindings));
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, namesIn(node.exportClause));
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, node.qualifier ? [node.qualifier.getText()] : []);
    } else if (ts.isCallExpression(node) && node.expression.getText() === 'require') {
      add(node.arguments[0], namesTaken(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The circles in which files import each other, one for each file that closes one. */
export function circles(imports: ReadonlyArray<Pick<Import, 'from' | 'to'>>): string[] {
  const next = new Map<string, string[]>();
  imports.forEach(({ from, to }) => next.set(from, [...next.get(from) ?? [], to]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(' > '));
    } else if (!done.has(file)) {
      (next.get(file) ?? []).forEach((other) => walk(other, [...path, file]));
      done.add(file);
    }
  };
  [...next.keys()].forEach((file) => walk(file, []));
  return found;
}

function resolved(from: string, module: string): string {
  const path = posix.join(posix.dirname(from), module);
  const found = [`${path}.ts`, `${path}/index.ts`, path].find((each) => existsSync(join(ROOT, each)));
  if (found === undefined) {
    throw new Error(`${from} imports ${module}, which is not there`);
  }
  return found;
}

function namesIn(bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined): string[] {
  return bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings))
    ? bindings.elements.map(({ propertyName, name }) => (propertyName ?? name).text)
    : [];
}

/** What is taken of a module that is loaded later: `require('…').name`, or `const { name } = require('…')`. */
function namesTaken(call: ts.Node): string[] {
  const { parent } = call;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent)) {
    return namesTaken(parent);
  }
  if (ts.isPropertyAccessExpression(parent)) {
    return [parent.name.text];
  }
  return ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name)
    ? parent.name.elements.map(({ propertyName, name }) => (propertyName ?? name).getText())
    : [];
}
