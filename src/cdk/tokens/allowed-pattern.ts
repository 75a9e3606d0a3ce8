/** What must not be in a value that ends up in a policy: wildcards, variables, dynamic references, the ends of JSON text. */
const HARMFUL = ['*', '?', '$', '{', '"', '\\'];

/** Whether a value may be put into a policy, or into text for one, as it is. */
export function isHarmless(value: string): boolean {
  return !HARMFUL.some((character) => value.includes(character));
}

/** A regular expression in its pieces: escapes, classes, quantifiers, and all else one character at a time. */
const PIECES = /\\[^]|\[(?:\\[^]|[^\]\\])+\]|\{\d+(?:,\d*)?\}|[^]/g;

/** Pieces that match no character by themselves. */
const STRUCTURE = /^(?:[()|^$*+?]|\{.*\})$/;

/** An escape that means the same in Java, which CloudFormation is written in, and here: a punctuation mark, digits, or letters. */
const KNOWN_ESCAPE = /^\\[^A-Za-z0-9]|^\\[dws]$/;

/**
 * Whether an `AllowedPattern` keeps out all harmful characters, whatever else it lets in.
 *
 * Each piece that stands for a character is tried by itself; what is not understood counts as letting in everything.
 */
export function keepsOutHarm(pattern: string): boolean {
  return compiled(pattern) !== undefined && (pattern.match(PIECES) ?? []).every((piece) => STRUCTURE.test(piece) || keepsOut(piece, HARMFUL));
}

/** In Java, a class may hold another one, or what two have in common; here, these are characters. */
const CLASS_IN_CLASS = /^\[.*(?:\[|&&)/;

function keepsOut(piece: string, characters: readonly string[]): boolean {
  if (CLASS_IN_CLASS.test(piece)) {
    return false;
  }
  const escapes = piece.match(/\\[^]/g) ?? [];
  if (!escapes.every((escape) => KNOWN_ESCAPE.test(escape))) {
    return false;
  }
  const expression = compiled(piece);
  return expression !== undefined && !characters.some((character) => expression.test(character));
}

/** Whether an `AllowedPattern` may let in an empty value. */
export function letsInEmpty(pattern: string): boolean {
  return compiled(pattern)?.test('') ?? true;
}

function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
}
