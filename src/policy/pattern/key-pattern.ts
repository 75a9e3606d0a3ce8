import { mapLiterals } from '../base';

/**
 * The keys that a policy statement covers: `stem` followed by anything when `open`, else exactly `stem`.
 *
 * The stem is in IAM's pattern language: `${*}`, `${?}` and `${$}` are literal characters, a bare `*` or `?` (from a
 * template) is a wildcard.
 */
export interface KeyPattern {
  readonly stem: string;
  readonly open: boolean;
  /** Whether a listing may be limited to exactly these keys by `s3:prefix`. */
  readonly listable: boolean;
  /** The declarations that it comes from, sorted; for one that covers others, theirs as well. */
  readonly from?: readonly string[];
}

/**
 * Makes the wildcards and policy variables of a literal key harmless.
 *
 * Every `$` is escaped, not only one before a brace: then no two neighbouring parts can join to a variable, and every
 * `$` in a pattern starts an escape, which the comparison in `covering` relies on.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
 */
export function escapeLiteral(literal: string): string {
  return literal.replace(/[$*?]/g, (character) => `\${${character}}`);
}

/** Escapes the literal parts of a key; references are escaped by whoever makes them. */
export function escapeKey(key: string): string {
  return mapLiterals(key, escapeLiteral);
}

/** The pattern as it stands in a policy. */
export function renderPattern(pattern: KeyPattern): string {
  return pattern.open ? `${pattern.stem}*` : pattern.stem;
}
