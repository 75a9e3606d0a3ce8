/**
 * The way into the test runner for Stryker, which loads its plugins as JavaScript.
 *
 * TypeScript is transpiled and compiled file by file when it is required, and once per process only, however often it is loaded: a
 * sandbox does not change.
 */
const { readFileSync } = require('fs');
const { createRequire } = require('module');
const { dirname } = require('path');
const { ModuleKind, ScriptTarget, transpileModule } = require('typescript');
const { compileFunction } = require('vm');

const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
const compiled = new Map();

function compile(path) {
  const { outputText } = transpileModule(readFileSync(path, 'utf8'), { fileName: path, compilerOptions });
  const body = compileFunction(outputText, ['exports', 'require', 'module', '__filename', '__dirname'], { filename: path });
  return [body, createRequire(path)];
}

require.extensions['.ts'] = (module, path) => {
  if (!compiled.has(path)) {
    compiled.set(path, compile(path));
  }
  const [body, requireFrom] = compiled.get(path);
  body.call(module.exports, module.exports, requireFrom, module, path, dirname(path));
};

const { InProcessRunner } = require('./in-process-runner.ts');

exports.strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
exports.strykerValidationSchema = {
  type: 'object',
  properties: {
    testSuite: { type: 'array', items: { type: 'string' } },
    testsPerMutant: { type: 'integer', minimum: 1 },
    mutantBudget: { type: 'integer', minimum: 1 },
  },
};
