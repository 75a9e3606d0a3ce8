import { appsOf, Claim } from './claims/claim';
import type { Language } from './judge';
import { Expression, isList, Recipe } from './recipe';

/** Another way in which users of a language say the same. */
export interface Manner {
  readonly language: Language;
  /** By which the harness knows it. */
  readonly name: string;
  readonly title: string;
  /** The apps that it makes a difference to. */
  readonly apps: (claims: readonly Claim[], recipes: readonly Recipe[]) => number[];
  /** Whether an app has to come out as usual. If not, it may as well be refused. */
  readonly precise: boolean;
}

export const MANNERS: readonly Manner[] = [
  {
    language: 'python',
    name: 'dictionaries',
    title: 'with dictionaries in place of structs',
    apps: (_, recipes) => thatHold(recipes, 'struct'),
    precise: true,
  },
  {
    // jsii knows the names of Python only outside of lists; what it does not know in them, it drops.
    language: 'python',
    name: 'snakeDictionaries',
    title: 'with dictionaries in place of structs, by the names that Python has for their fields',
    apps: (_, recipes) => thatHold(recipes, 'struct'),
    precise: false,
  },
  {
    // Python itself looks at the types of arguments, but not with -O.
    language: 'python',
    name: 'unchecked',
    title: 'without a check of types by the bindings',
    apps: (claims) => inClaims(claims, 'refused'),
    precise: false,
  },
  {
    language: 'java',
    name: 'implementations',
    title: 'with classes of one\'s own in place of builders',
    apps: (claims) => inClaims(claims, 'same', 'exact'),
    precise: true,
  },
  {
    // A pointer to nothing is neither absent nor a list.
    language: 'go',
    name: 'emptyPointers',
    title: 'with pointers to a nil slice or map in place of nil',
    apps: (_, recipes) => thatHold(recipes, 'null'),
    precise: false,
  },
];

/** The apps in which a struct holds something: another struct, directly or in a list, or null. Null may also be an argument. */
function thatHold(recipes: readonly Recipe[], what: 'struct' | 'null'): number[] {
  return [...recipes.keys()].filter((number) => recipes[number].constructs.some(({ props, then = [] }) =>
    [props, ...then.flatMap((call) => call.with)].some((expression) => holds(expression, what))));
}

function holds(expression: Expression, what: 'struct' | 'null', inStruct: boolean = false): boolean {
  if (expression === null) {
    return what === 'null';
  }
  if (isList(expression)) {
    return expression.some((entry) => holds(entry, what, inStruct));
  }
  if (typeof expression !== 'object') {
    return false;
  }
  if ('struct' in expression) {
    return (what === 'struct' && inStruct) || Object.values(expression.of).some((value) => holds(value, what, true));
  }
  if ('map' in expression) {
    return Object.values(expression.map).some((value) => holds(value, what));
  }
  if ('call' in expression) {
    return expression.with.some((argument) => holds(argument, what));
  }
  return 'get' in expression && holds(expression.of, what);
}

function inClaims(claims: readonly Claim[], ...kinds: Array<Claim['kind']>): number[] {
  return [...new Set(claims.filter(({ kind }) => kinds.includes(kind)).flatMap(appsOf))].sort((a, b) => a - b);
}
