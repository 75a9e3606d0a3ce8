import * as ts from 'typescript';

/** Finds the declaration that a place in a source file is in, as `name` or `Class.member`: functions, classes, constants. */
export function enclosingIn(source: string): (line: number, column: number) => string {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  return (line, column) => {
    const position = file.getPositionOfLineAndCharacter(line - 1, column - 1);
    const inside = <N extends ts.Node>(nodes: readonly N[]) => nodes.find((node) => node.getStart(file) <= position && position < node.end);
    const statement = inside(file.statements);
    if (statement === undefined) {
      return '';
    }
    if (ts.isVariableStatement(statement)) {
      return nameOf(inside(statement.declarationList.declarations));
    }
    const member = ts.isClassDeclaration(statement) ? inside(statement.members) : undefined;
    return [statement, ...(member === undefined ? [] : [member])].map(nameOf).join('.');
  };
}

function nameOf(node: ts.Node | undefined): string {
  if (node !== undefined && ts.isConstructorDeclaration(node)) {
    return 'constructor';
  }
  const name = node && ts.getNameOfDeclaration(node as ts.Declaration);
  return name === undefined ? '' : name.getText();
}
