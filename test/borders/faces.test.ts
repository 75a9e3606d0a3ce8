import { posix } from 'path';
import * as ts from 'typescript';
import { circles, filesBelow, Import, importsOf, parsed } from './import-graph';
import { ROOMS } from '../../projenrc/rooms';

const FILES = ['src', 'page'].flatMap(filesBelow);
const IMPORTS = importsOfAll([...FILES, ...filesBelow('build-tools')]);
const IN_TESTS = importsOfAll(['test', 'benchmarks', 'examples', 'integ'].flatMap(filesBelow));

/** Its `main` is called by bin/. */
const PROGRAM = 'src/cli/main.ts';

const face = (path: string) => `${path}/index.ts`;

test('every folder with code is a room, and every room is a folder', () => {
  expect([...new Set(FILES.map((file) => posix.dirname(file)))].sort()).toEqual(ROOMS.map(({ path }) => path).sort());
});

test('a room imports only those above it in the table', () => {
  const above = (i: number) => ROOMS.slice(0, i).filter(({ program }) => !program).map(({ path }) => path);
  ROOMS.forEach(({ path, imports }, i) => expect({ path, below: imports.filter((other) => !above(i).includes(other)) }).toEqual({ path, below: [] }));
});

test('a room may import only what it does import', () => {
  const own = ROOMS.filter(({ path }) => !path.startsWith('src/policy/'));
  expect(own.flatMap(({ path, imports }) => imports
    .filter((other) => !other.startsWith('src/policy/') && !IMPORTS.some(({ from, to }) => posix.dirname(from) === path && to === face(other)))
    .map((other) => `${path} does not import ${other}`))).toEqual([]);
});

test('every room but a program has a face, which names what it exports and does nothing else', () => {
  expect(ROOMS.filter(({ path, program }) => FILES.includes(face(path)) === program).map(({ path }) => path)).toEqual([]);
  for (const file of FILES.filter((each) => each.endsWith('/index.ts'))) {
    const others = parsed(file).statements
      .filter((each) => !(ts.isExportDeclaration(each) && each.moduleSpecifier && each.exportClause && ts.isNamedExports(each.exportClause)));
    expect(others.map((each) => `${file}: ${each.getText()}`)).toEqual([]);
  }
});

test('what a face exports is used outside its room', () => {
  // The public API is used by others.
  const inner = ROOMS.filter(({ path, program }) => !program && path !== 'src');
  expect(inner.flatMap(({ path }) => {
    const used = new Set(IMPORTS.filter(({ to }) => to === face(path)).flatMap(({ names }) => names));
    return exportedBy(face(path)).filter((name) => !used.has(name)).map((name) => `${path} exports ${name}`);
  })).toEqual([]);
});

test('what a file exports is used by another file, or by a test', () => {
  expect(FILES.filter((file) => !file.endsWith('/index.ts') && file !== PROGRAM).flatMap((file) => {
    const used = new Set([...IMPORTS, ...IN_TESTS].filter(({ to }) => to === file).flatMap(({ names }) => names));
    return exportedBy(file).filter((name) => !used.has(name)).map((name) => `${file} exports ${name}`);
  })).toEqual([]);
});

test('no files import each other in a circle', () => {
  expect(circles(IMPORTS)).toEqual([]);
});

function importsOfAll(files: readonly string[]): Import[] {
  return files.flatMap((file) => importsOf(parsed(file)));
}

/** The names that a file exports. */
function exportedBy(file: string): string[] {
  return parsed(file).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      return statement.exportClause && ts.isNamedExports(statement.exportClause) ? statement.exportClause.elements.map(({ name }) => name.text) : [];
    }
    if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
      return [];
    }
    return ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name.getText())
      : [(statement as ts.DeclarationStatement).name!.getText()];
  });
}
