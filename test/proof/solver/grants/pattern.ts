import { after, Pattern, Piece } from '../../meaning/pattern';
import { either, Formula } from '../smt/formula';
import { belongsTo, is, Language, startsWith, Term } from '../smt/text';

/** That a text is `lead`, followed by a text of a language. */
export function inPattern(pattern: Pattern, term: Term, lead = ''): Formula {
  const [first, ...rest] = joined(after(lead, pattern));
  // Solvers are quicker with a start or a constant than with a language.
  if (typeof first === 'object' && 'text' in first && rest.length === 0) {
    return is(term, first.text);
  }
  if (typeof first === 'object' && 'text' in first && rest.length === 1 && rest[0] === 'anything') {
    return startsWith(term, first.text);
  }
  return belongsTo(term, Language.sequence(...[first, ...rest].map(rendered)));
}

/** The same for one of several. */
export function inPatterns(patterns: readonly Pattern[], term: Term): Formula {
  return either(...patterns.map((pattern) => inPattern(pattern, term)));
}

/** How a language is called. */
export function nameOf(pattern: Pattern): string {
  return pattern.map((piece) => (piece === 'anything' ? '…' : 'text' in piece ? piece.text : '.'.repeat(piece.characters))).join('');
}

/** Texts that somebody might take for part of a language, most of which are none. */
export function nearMisses(pattern: Pattern): string[] {
  const filled = filledIn(pattern);
  return [
    ...(hasVariables(pattern) ? [filledIn(pattern, -1), filledIn(pattern, 1)] : []),
    ...around(filled),
    ...(isOpen(pattern) ? [] : [`${filled}.bak`, `${filled}/1`]),
  ];
}

/** A text in a language. */
export function example(pattern: Pattern): string {
  return `${filledIn(pattern)}${isOpen(pattern) ? '1' : ''}`;
}

function rendered(piece: Piece): Term {
  return piece === 'anything' ? Language.anything : 'text' in piece ? Language.exactly(piece.text) : Language.characters(piece.characters);
}

/** Pieces of text that follow each other, as one. */
function joined(pattern: Pattern): Pattern {
  return pattern.reduce<Piece[]>((done, piece) => {
    const last = done[done.length - 1];
    return typeof last === 'object' && 'text' in last && typeof piece === 'object' && 'text' in piece
      ? [...done.slice(0, -1), { text: last.text + piece.text }]
      : [...done, piece];
  }, []);
}

function isOpen(pattern: Pattern): boolean {
  return pattern[pattern.length - 1] === 'anything';
}

function hasVariables(pattern: Pattern): boolean {
  return (isOpen(pattern) ? pattern.slice(0, -1) : pattern).some((piece) => piece === 'anything' || 'characters' in piece);
}

/** A text whose variables have some value, or one too short or too long; nothing at an open end. */
function filledIn(pattern: Pattern, change = 0): string {
  return (isOpen(pattern) ? pattern.slice(0, -1) : pattern).map((piece) => (typeof piece === 'object' && 'text' in piece
    ? piece.text
    : 'x'.repeat(Math.max(0, (piece === 'anything' ? 1 : piece.characters) + change)))).join('');
}

/** Texts that differ from one in a character or two: as if its last one were missing or its wildcards worked. */
function around(text: string): string[] {
  const worked = text.replace(/[*?]|\$(?:\{[^}]*\})?/g, 'x');
  return [text.slice(0, -1), `${text.slice(0, -1)}-secret/1`, `x/${text}`, text.toUpperCase(), worked, `${worked}/1`];
}
