import { KeyPattern, renderPattern } from '../../src/policy/pattern';

/** Matches a text against IAM's pattern language, character by character: slow, and easy to believe. */
export function matches(pattern: string, text: string): boolean {
  const source = (pattern.match(/\$\{[*?$]\}|[^]/g) ?? []).map((piece) => {
    switch (piece) {
      case '*':
        return '[^]*';
      case '?':
        return '[^]';
      default:
        return (piece.length > 1 ? piece[2] : piece).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    }
  });
  return new RegExp(`^${source.join('')}$`).test(text);
}

/** Whether any of some patterns covers a key. */
export function covered(patterns: readonly KeyPattern[], key: string): boolean {
  return patterns.some((pattern) => matches(renderPattern(pattern), key));
}
