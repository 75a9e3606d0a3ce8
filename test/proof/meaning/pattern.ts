import { ScopeDeclaration } from './declaration';
import { Variables } from './vendor';

/** Part of a key: text that stands for itself, so many characters of any kind, or any number of them. */
export type Piece = { readonly text: string } | { readonly characters: number } | 'anything';

/** A language of keys, piece by piece. */
export type Pattern = readonly Piece[];

/** All keys. */
export const EVERYTHING: Pattern = ['anything'];

/** The keys in a declared part of a bucket. All characters of what was declared stand for themselves. */
export function patternOf(scope: ScopeDeclaration, variables: Variables): Pattern {
  switch (scope.kind) {
    case 'folder': return [{ text: withSlash(scope.path) }, 'anything'];
    case 'startingWith': return [{ text: scope.start }, 'anything'];
    case 'object': return [{ text: scope.key }];
    case 'template': return [...filledIn(scope, variables), 'anything'];
  }
}

/** The same with a text before each key. */
export function after(lead: string, pattern: Pattern): Pattern {
  return [{ text: lead }, ...pattern];
}

/** Whether a key is in the language. */
export function fits(pattern: Pattern, key: string): boolean {
  return expressionOf(pattern).test(key);
}

/** Thousands of keys are asked about each pattern. */
const EXPRESSIONS = new WeakMap<Pattern, RegExp>();

function expressionOf(pattern: Pattern): RegExp {
  const known = EXPRESSIONS.get(pattern);
  if (known !== undefined) {
    return known;
  }
  const source = pattern.map((piece) => (piece === 'anything' ? '.*' : 'characters' in piece ? `.{${piece.characters}}` : literal(piece.text))).join('');
  const made = new RegExp(`^${source}$`, 'su');
  EXPRESSIONS.set(pattern, made);
  return made;
}

/** What is bound stands for itself; a variable that is not, for as many characters as it has, slashes among them. */
function filledIn({ template, values = {} }: Extract<ScopeDeclaration, { kind: 'template' }>, variables: Variables): Piece[] {
  return withSlash(template).split(/(\{[^{}]*\})/).filter((piece) => piece !== '').map((piece) => {
    const name = piece.startsWith('{') ? piece.slice(1, -1) : undefined;
    if (name === undefined) {
      return { text: piece };
    }
    if (Object.hasOwn(values, name)) {
      return { text: values[name] };
    }
    if (!Object.hasOwn(variables, name)) {
      throw new Error(`Nobody has said what the variable ${name} stands for`);
    }
    const characters = variables[name];
    return characters === undefined ? 'anything' : { characters };
  });
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
