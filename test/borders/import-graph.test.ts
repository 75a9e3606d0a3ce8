import { circles, importsOf, parsed } from './import-graph';

const BASE = 'src/policy/base/index.ts';

test.each([
  ['import { fail, show as shown } from \'../policy/base\';', ['fail', 'show']],
  ['import type { ErrorCode } from \'../policy/base\';', ['ErrorCode']],
  ['import \'../policy/base\';', []],
  ['export { fail, type ErrorCode as Code } from \'../policy/base\';', ['fail', 'ErrorCode']],
  ['type A = import(\'../policy/base\').ErrorCode;', ['ErrorCode']],
  ['const { fail, show: shown } = require(\'../policy/base\');', ['fail', 'show']],
  ['function f() { return require(\'../policy/base\').fail; }', ['fail']],
])('%s', (text, names) => {
  expect(importsOf(parsed('src/api/planted.ts', text))).toEqual([{ from: 'src/api/planted.ts', to: BASE, names }]);
});

test('a module that is loaded later, with its type, is seen with what is taken of it', () => {
  const text = 'const { fail }: typeof import(\'../policy/base\') = require(\'../policy/base\');\n(require(\'../policy/base\') as typeof import(\'../policy/base\')).show(1);';
  expect(importsOf(parsed('src/api/planted.ts', text)).flatMap(({ names }) => names)).toEqual(['fail', 'show']);
});

test('packages are no part of the graph', () => {
  expect(importsOf(parsed('src/api/planted.ts', 'import { Token } from \'aws-cdk-lib\';'))).toEqual([]);
});

test('fails for what is not there', () => {
  expect(() => importsOf(parsed('src/api/planted.ts', 'import \'./gone\';'))).toThrow('src/api/planted.ts imports ./gone, which is not there');
});

test('circles are found, and nothing else', () => {
  const edge = (path: string) => ({ from: path[0], to: path[1] });
  expect(circles(['ab', 'bc', 'ac', 'dc'].map(edge))).toEqual([]);
  expect(circles(['ab', 'bc', 'cb', 'dd'].map(edge))).toEqual(['b > c > b', 'd > d']);
});
