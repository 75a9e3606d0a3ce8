/** Patterns of object keys: escaped, rendered, covered by one another. */
export { collapse, invert } from './covering';
export { escapeKey, escapeLiteral, type KeyPattern, renderPattern } from './key-pattern';
export { joinSources, patternsFrom } from './sources';
export { Stems } from './stems';
