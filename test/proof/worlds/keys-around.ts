import { ScopeDeclaration } from '../meaning/declaration';

/** Keys inside a scope, as a vendor would use them, odd ones included. */
export function keysInside(scope: ScopeDeclaration | undefined, lengths: Readonly<Record<string, number | undefined>>): string[] {
  switch (scope?.kind) {
    case undefined: return ['1.csv', 'deep/er/1.csv', '*', '${aws:username}/x', ' '];
    case 'folder': return below(trimmed(scope.path));
    case 'startingWith': return [scope.start, `${scope.start}1.csv`, `${scope.start}/1.csv`, `${scope.start}*`];
    case 'object': return [scope.key];
    case 'template': return [fill(scope, (name) => sample(lengths[name])), fill(scope, (name) => sample(lengths[name], '*'))].flatMap(below);
  }
}

/**
 * Keys at the edge of a scope: what a missing slash, an escape forgotten, a wildcard that matches too much, or another
 * spelling would open. Some may happen to lie inside; the oracle decides.
 */
export function keysAround(scope: ScopeDeclaration | undefined, lengths: Readonly<Record<string, number | undefined>>): string[] {
  const filled = (delta: number) => (scope as Extract<ScopeDeclaration, { kind: 'template' }> && scope?.kind === 'template'
    ? fill(scope, (name) => (lengths[name] === undefined ? '' : 'x'.repeat(Math.max(0, lengths[name] + delta))))
    : textOf(scope));
  const text = filled(0);
  const path = trimmed(text);
  const parent = path.split('/').slice(0, -1).join('/');
  return [...new Set([
    path,
    `${path}-secret/1.csv`,
    `${path}.bak`,
    `${path}x`,
    `${path}/../other/1.csv`,
    path.slice(0, -1),
    `${path.slice(0, -1)}/1.csv`,
    `${parent}/1.csv`,
    `x${path}/1.csv`,
    `/${path}/1.csv`,
    `${path.toUpperCase()}/1.csv`,
    `${path.replaceAll('/', '//')}/1.csv`,
    'unrelated/1.csv',
    ...[-1, 1].map((delta) => `${trimmed(filled(delta))}/1.csv`),
    // What the characters of the declaration would match if they were not taken literally.
    ...unescaped(path).map((wide) => `${wide}/1.csv`),
    ...unescaped(text),
  ])].filter((key) => key !== '');
}

/** The text with its special characters put to work, one kind at a time. */
function unescaped(text: string): string[] {
  return [
    text.replaceAll('*', ''),
    text.replaceAll('*', 'any/thing'),
    text.replaceAll('?', 'q'),
    text.replaceAll('?', '/'),
    text.replaceAll('$', ''),
    text.replace(/\$\{aws:PrincipalArn\}/gi, 'arn:aws:iam::111122223333:role/x').replace(/\$\{[^}]*\}/g, 'value'),
    text.replace(/\$\{(.)\}/g, '$1'),
    text.replace(/[*?$]/g, (character) => `\${${character}}`),
    text.replace(/\{[^{}]*\}/g, 'x'),
  ].filter((wide) => wide !== text);
}

function textOf(scope: ScopeDeclaration | undefined): string {
  switch (scope?.kind) {
    case undefined: return 'whole';
    case 'folder': return scope.path;
    case 'startingWith': return scope.start;
    case 'object': return scope.key;
    case 'template': return scope.template;
  }
}

function fill({ template, values = {} }: Extract<ScopeDeclaration, { kind: 'template' }>, unbound: (name: string) => string): string {
  return trimmed(template).replace(/\{([^{}]*)\}/g, (_, name: string) => (Object.hasOwn(values, name) ? values[name] : unbound(name)));
}

function sample(length: number | undefined, character = '7'): string {
  return length === undefined ? `some${character}thing` : character.repeat(length);
}

function below(path: string): string[] {
  return [`${path}/`, `${path}/1.csv`, `${path}/a/b/c`, `${path}/*`, `${path}/${'${*}'}`];
}

function trimmed(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
