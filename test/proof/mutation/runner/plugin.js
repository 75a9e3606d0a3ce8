/**
 * The way into the test runner for Stryker, which loads its plugins as JavaScript.
 *
 * TypeScript is transpiled file by file when it is required, and once per process only: a sandbox does not change.
 */
const { readFileSync } = require('fs');
const { ModuleKind, ScriptTarget, transpileModule } = require('typescript');

const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
const transpiled = new Map();

require.extensions['.ts'] = (module, path) => {
  if (!transpiled.has(path)) {
    transpiled.set(path, transpileModule(readFileSync(path, 'utf8'), { fileName: path, compilerOptions }).outputText);
  }
  module._compile(transpiled.get(path), path);
};

const { InProcessRunner } = require('./in-process-runner.ts');

exports.strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
exports.strykerValidationSchema = {
  type: 'object',
  properties: { testSuite: { type: 'array', items: { type: 'string' } } },
};
