import { readFileSync } from 'fs';
import * as ts from 'typescript';

/** What is written about an interface. */
export interface Documentation {
  readonly text: string;
  readonly members: Readonly<Record<string, MemberDocumentation>>;
}

/** What is written about a member, and its type: for a list, that of its items. */
export interface MemberDocumentation {
  readonly text: string;
  readonly type: string;
}

/** Reads the docstrings of the interfaces in some files, by name. Members of enums are replaced by their values. */
export function documentation(files: readonly string[]): Readonly<Record<string, Documentation>> {
  const sources = files.map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true));
  const statements = sources.flatMap((source) => [...source.statements]);
  const values = new Map(statements.filter(ts.isEnumDeclaration).flatMap(enumValues));
  return Object.fromEntries(statements.filter(ts.isInterfaceDeclaration).map((declaration) => [declaration.name.text, {
    text: textOf(declaration, values),
    members: Object.fromEntries(declaration.members.filter(ts.isPropertySignature).map((member) => [
      member.name.getText(),
      { text: textOf(member, values), type: member.type?.getText().replace(/\[\]$/, '') ?? '' },
    ])),
  }]));
}

function enumValues(declaration: ts.EnumDeclaration): Array<[name: string, value: string]> {
  return declaration.members.map((member) => [
    `${declaration.name.text}.${member.name.getText()}`,
    (member.initializer as ts.StringLiteral).text,
  ]);
}

/** The text of a docstring on one line, and what holds without the member. */
function textOf(node: ts.Node, values: ReadonlyMap<string, string>): string {
  const text = ts.getJSDocCommentsAndTags(node).map((doc) => commentOf(doc.comment)).join(' ');
  const byDefault = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'default');
  const written = byDefault === undefined ? text : `${text}\nBy default: ${commentOf(byDefault.comment).replace(/^- /, '')}.`;
  return written.replace(/\b[A-Z]\w+\.[A-Z0-9_]+\b/g, (name) => values.get(name) ?? name);
}

function commentOf(comment: Parameters<typeof ts.getTextOfJSDocComment>[0]): string {
  return (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s*\n\s*/g, ' ');
}
