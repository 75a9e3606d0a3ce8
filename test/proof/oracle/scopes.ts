import { ScopeDeclaration } from '../world/declaration';

type Variables = Readonly<Record<string, number | undefined>>;

/** Whether an object lies in a declared part of its bucket. All characters of what was declared stand for themselves. */
export function holds(scope: ScopeDeclaration, key: string, variables: Variables): boolean {
  switch (scope.kind) {
    case 'folder': return key.startsWith(`${withoutSlash(scope.path)}/`);
    case 'startingWith': return key.startsWith(scope.start);
    case 'object': return key === scope.key;
    case 'template': return matches(scope, key, variables);
  }
}

/**
 * Whether a listing by a prefix shows nothing but what lies in the scope. A single object has no such listing: longer keys
 * would show as well.
 */
export function holdsListing(scope: ScopeDeclaration, prefix: string, variables: Variables): boolean {
  return scope.kind !== 'object' && holds(scope, prefix, variables);
}

/** Everything below the folder; a variable that is not bound stands for any characters, slashes among them. */
function matches(scope: Extract<ScopeDeclaration, { kind: 'template' }>, key: string, variables: Variables): boolean {
  const values = scope.values ?? {};
  const expression = withoutSlash(scope.template).split(/(\{[^{}]*\})/).map((piece) => {
    const name = piece.startsWith('{') ? piece.slice(1, -1) : undefined;
    if (name === undefined) {
      return literal(piece);
    }
    return Object.hasOwn(values, name) ? literal(values[name]) : variables[name] === undefined ? '.*' : `.{${variables[name]}}`;
  }).join('');
  return new RegExp(`^${expression}/`, 'su').test(key);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
