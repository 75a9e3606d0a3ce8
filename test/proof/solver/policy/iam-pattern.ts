import { Formula } from '../smt/formula';
import { belongsTo, is, Language, Term } from '../smt/text';

/** A piece of a pattern: characters that stand for themselves, or a wildcard. */
export type Piece = { readonly literal: string } | 'any' | 'one';

/**
 * Takes a pattern of IAM apart: `*` stands for any characters, `?` for one, `${*}`, `${?}` and `${$}` for these
 * characters themselves. Any other `${…}` is a policy variable, whose value no policy of ours should depend on.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
 */
export function pieces(pattern: string): Piece[] {
  const found: Piece[] = [];
  for (const token of pattern.match(/\$\{[^}]*\}|[^]/gu) ?? []) {
    const last = found[found.length - 1];
    if (token === '*' || token === '?') {
      found.push(token === '*' ? 'any' : 'one');
      continue;
    }
    const character = literalOf(token, pattern);
    if (typeof last === 'object') {
      found[found.length - 1] = { literal: last.literal + character };
    } else {
      found.push({ literal: character });
    }
  }
  return found;
}

/** That a text matches a pattern. */
export function matches(term: Term, pattern: string): Formula {
  const parts = pieces(pattern);
  if (parts.every((part) => typeof part === 'object')) {
    return is(term, parts.map((part) => (part as { literal: string }).literal).join(''));
  }
  return belongsTo(term, Language.sequence(...parts.map((part) => {
    switch (part) {
      case 'any': return Language.anything;
      case 'one': return Language.character;
      default: return Language.exactly(part.literal);
    }
  })));
}

function literalOf(token: string, pattern: string): string {
  if (!token.startsWith('${')) {
    return token;
  }
  const special = token.slice(2, -1);
  if (!['*', '?', '$'].includes(special)) {
    throw new Error(`A policy variable, ${token}, in ${pattern}`);
  }
  return special;
}
