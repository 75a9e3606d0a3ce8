import { atom, either, FALSE, Formula, or, TRUE } from './formula';

/** A term of SMT-LIB: the name of a variable, or a literal. */
export type Term = string;

/** A string as SMT-LIB writes it; what is not plain ASCII by its number. */
export function text(value: string): Term {
  const characters = [...value].map((character) => {
    const plain = /[ -~]/.test(character) && character !== '\\';
    return character === '"' ? '""' : plain ? character : `\\u{${character.codePointAt(0)!.toString(16)}}`;
  });
  return `"${characters.join('')}"`;
}

/** The string that a literal of SMT-LIB stands for. */
export function textValue(literal: Term): string {
  return literal.slice(1, -1).replace(/""/g, '"').replace(/\\u\{([0-9a-fA-F]+)\}/g, (_, point: string) => String.fromCodePoint(parseInt(point, 16)));
}

/** That a term is a certain text; known at once where the term is a literal itself. */
export function is(term: Term, value: string): Formula {
  return isLiteral(term) ? (term === text(value) ? TRUE : FALSE) : atom(`(= ${term} ${text(value)})`, { variable: term, value });
}

/** That a term is one of some texts. */
export function isOneOf(term: Term, values: readonly string[]): Formula {
  return or(...values.map((value) => is(term, value)));
}

/** The same, as a place where a question may be divided. */
export function isEitherOf(term: Term, values: readonly string[]): Formula {
  return either(...values.map((value) => is(term, value)));
}

/** That two terms are the same text. */
export function same(one: Term, other: Term): Formula {
  return isLiteral(one) ? is(other, textValue(one)) : isLiteral(other) ? is(one, textValue(other)) : atom(`(= ${one} ${other})`);
}

/** That a text starts in a certain way. */
export function startsWith(term: Term, start: string): Formula {
  return atom(`(str.prefixof ${text(start)} ${term})`);
}

/** That a text belongs to a regular language. */
export function belongsTo(term: Term, language: Term): Formula {
  return atom(`(str.in_re ${term} ${language})`);
}

/** Regular languages. */
export const Language = {
  anything: 're.all',
  character: 're.allchar',
  exactly: (value: string): Term => `(str.to_re ${text(value)})`,
  /** Spelt out: Z3 takes a power apart much more slowly. */
  characters: (count: number): Term => Language.sequence(...Array.from({ length: count }, () => 're.allchar')),
  range: (from: string, to: string): Term => `(re.range ${text(from)} ${text(to)})`,
  some: (language: Term): Term => `(re.+ ${language})`,
  sequence: (...parts: readonly Term[]): Term => (parts.length === 0 ? text('') : parts.length === 1 ? parts[0] : `(re.++ ${parts.join(' ')})`),
  choice: (...parts: readonly Term[]): Term => (parts.length === 1 ? parts[0] : `(re.union ${parts.join(' ')})`),
  /** All texts that differ from one at the most in the case of letters. */
  inAnyCase: (value: string): Term => Language.sequence(...[...value].map((character) => {
    const [lower, upper] = [character.toLowerCase(), character.toUpperCase()];
    return lower === upper ? Language.exactly(character) : Language.choice(Language.exactly(lower), Language.exactly(upper));
  })),
} as const;

function isLiteral(term: Term): boolean {
  return term.startsWith('"');
}
