/** A name of the public API, and the file that has it. */
export interface LazyName {
  readonly name: string;
  readonly from: string;
}

/**
 * An index whose names are loaded when they are first used, written as aws-cdk-lib writes its own: Node.js finds out by reading which
 * names there are for `import`, and the unusual way to define a property keeps it from giving up on it.
 */
export function lazyIndex(names: readonly LazyName[]): string {
  const definitions = names.map(({ name, from }) => `exports.${name} = void 0;
Object.defineProperty(exports, _noFold = '${name}', { enumerable: true, configurable: true, get: () => {
  const value = require('${from}').${name};
  Object.defineProperty(exports, _noFold = '${name}', { enumerable: true, configurable: true, value });
  return value;
} });
`);
  return `'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
let _noFold;
${definitions.join('')}`;
}
