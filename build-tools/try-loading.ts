import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { run } from './run';

const NAME = 'cdk-vendor-s3-access';

/** Loads the installed library by `require` and by `import`: names are there at once, what is behind them when it is used. */
export function tryLoading(app: string): void {
  const required: { unused: string[]; used: string[] } = JSON.parse(node(app, 'required.cjs', `
    const loaded = () => Object.keys(require.cache).filter((path) => path !== __filename).map((path) => path.split('/node_modules/').pop());
    const library = require('${NAME}');
    const unused = loaded();
    library.S3KeyScope.folder('in');
    console.log(JSON.stringify({ unused, used: loaded() }));
  `));
  expectEqual('files that require loads', required.unused, [`${NAME}/lib/index.js`]);
  expectEqual('files of the library that a first use loads', required.used.filter((path) => path.startsWith(`${NAME}/`)), ['index', 'access'].map((file) => `${NAME}/lib/${file}.js`));

  const { types } = JSON.parse(readFileSync(join(app, 'node_modules', NAME, '.jsii'), 'utf8'));
  const names = Object.values<{ name: string; kind: string }>(types).filter(({ kind }) => kind !== 'interface').map(({ name }) => name).sort();
  const imported = JSON.parse(node(app, 'imported.mjs', `
    import { ${names.join(', ')} } from '${NAME}';
    import * as all from '${NAME}';
    const named = { ${names.join(', ')} };
    console.log(JSON.stringify(Object.keys(named).filter((name) => ['function', 'object'].includes(typeof named[name]) && all[name] === named[name]).sort()));
  `));
  expectEqual('names that import gives', imported, names);
  console.log(`require loads one file until a name is used; import gives all ${names.length} names`);
}

function node(app: string, file: string, script: string): string {
  writeFileSync(join(app, file), script);
  return run(process.execPath, [file], { cwd: app, capture: true });
}

function expectEqual(what: string, actual: readonly string[], expected: readonly string[]): void {
  if (actual.join() !== expected.join()) throw new Error(`${what}: ${actual.join(', ')}; expected ${expected.join(', ')}`);
}
