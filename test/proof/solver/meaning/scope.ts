import { ScopeDeclaration, Scopes } from '../../world/declaration';
import { either, Formula } from '../smt/formula';
import { belongsTo, is, Language, startsWith, Term } from '../smt/text';

/** How many characters a variable of a path stands for; undefined for any number. */
export type Formats = Readonly<Record<string, number | undefined>>;

/** That a text is `lead` followed by a key in a part of the bucket. */
export function inScope(scope: ScopeDeclaration, term: Term, lead: string, formats: Formats): Formula {
  switch (scope.kind) {
    case 'folder':
      return startsWith(term, `${lead}${withSlash(scope.path)}`);
    case 'startingWith':
      return startsWith(term, lead + scope.start);
    case 'object':
      return is(term, lead + scope.key);
    case 'template':
      return belongsTo(term, Language.sequence(
        Language.exactly(lead), ...templateParts(withSlash(scope.template), scope.values ?? {}, formats), Language.anything));
  }
}

/** The same for several parts, or the whole bucket. */
export function inScopes(scopes: Scopes, term: Term, lead: string, formats: Formats): Formula {
  return scopes === 'wholeBucket' ? startsWith(term, lead) : either(...scopes.map((scope) => inScope(scope, term, lead, formats)));
}

/** How a part of a bucket is called. */
export function nameOf(scope: ScopeDeclaration): string {
  switch (scope.kind) {
    case 'folder': return `folder ${scope.path}`;
    case 'startingWith': return `keys that start with ${scope.start}`;
    case 'object': return `object ${scope.key}`;
    case 'template': return `template ${scope.template} ${JSON.stringify(scope.values ?? {})}`;
  }
}

/** Keys that somebody might take for part of a scope, most of which are none. */
export function nearMisses(scope: ScopeDeclaration, formats: Formats): string[] {
  switch (scope.kind) {
    case 'folder': return around(withSlash(scope.path));
    case 'startingWith': return around(scope.start);
    case 'object': return [...around(scope.key), `${scope.key}.bak`, `${scope.key}/1`];
    case 'template': return [-1, 1].map((change) => filledIn(scope, formats, change)).concat(around(filledIn(scope, formats)));
  }
}

/** A key in a scope. */
export function example(scope: ScopeDeclaration, formats: Formats): string {
  switch (scope.kind) {
    case 'folder': return `${withSlash(scope.path)}1`;
    case 'startingWith': return `${scope.start}1`;
    case 'object': return scope.key;
    case 'template': return `${filledIn(scope, formats)}1`;
  }
}

/** A template whose variables have some value, or one too short or too long. */
function filledIn({ template, values }: ScopeDeclaration & { kind: 'template' }, formats: Formats, change = 0): string {
  return withSlash(template).replace(/\{([^{}]*)\}/g, (_, name: string) => values?.[name] ?? 'x'.repeat(Math.max(0, (formats[name] ?? 1) + change)));
}

/** Texts that differ from one in a character or two: as if its last one were missing or its wildcards worked. */
function around(text: string): string[] {
  const worked = text.replace(/[*?]|\$(?:\{[^}]*\})?/g, 'x');
  return [text.slice(0, -1), `${text.slice(0, -1)}-secret/1`, `x/${text}`, text.toUpperCase(), worked, `${worked}/1`];
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** What is bound stands for itself; what is not, for as many characters as its format has. */
function templateParts(template: string, values: Readonly<Record<string, string>>, formats: Formats): Term[] {
  return template.split(/(\{[^{}]*\})/).filter((part) => part !== '').map((part) => {
    const variable = /^\{(.*)\}$/.exec(part)?.[1];
    if (variable === undefined) {
      return Language.exactly(part);
    }
    if (Object.hasOwn(values, variable)) {
      return Language.exactly(values[variable]);
    }
    if (!Object.hasOwn(formats, variable)) {
      throw new Error(`The variable ${variable} has no format`);
    }
    const length = formats[variable];
    return length === undefined ? Language.anything : Language.characters(length);
  });
}
