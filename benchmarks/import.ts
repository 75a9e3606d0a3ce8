import { readFileSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { transformSync } from 'esbuild';
import { alternate } from './measure/alternate';
import { Row, timeRow } from './measure/row';
import { run } from '../build-tools/run';
import { withTempDir } from '../build-tools/temp-dir';

const ROUNDS = 15;
const root = resolve(__dirname, '..');

/**
 * What the library costs an app beside the modules of the CDK that any app loads: `require` and the first role, all that it uses of the
 * CDK loaded before. It is compared with what these modules cost themselves, by themselves and on top of the core of the CDK.
 */
export function importRows(): Row[] {
  return withTempDir('bench-import', (dir) => {
    const script = join(dir, 'child.js');
    writeFileSync(script, transformSync(readFileSync(join(__dirname, 'import-child.ts'), 'utf8'), { loader: 'ts', format: 'cjs' }).code);
    const list = (name: string, paths: readonly string[]) => {
      const file = join(dir, name);
      writeFileSync(file, paths.join('\n'));
      return file;
    };
    const child = (what: 'ours' | 'cdk', before: string): { took: number; loaded: string[] } => JSON.parse(run(process.execPath, [
      // Nothing is collected in between, which would hit one or the other by chance.
      '--max-semi-space-size=128', '--min-semi-space-size=128', '-e', readFileSync(script, 'utf8'), what, before,
    ], { cwd: root, capture: true }));

    const nothing = list('nothing', []);
    const all = child('ours', nothing).loaded;
    const used = list('used', all);
    const core = list('core', all.filter((path) => !/aws-cdk-lib\/aws-(iam|kms|s3)\//.test(path)));
    const times = alternate(ROUNDS, {
      ours: () => child('ours', used).took,
      cdk: () => child('cdk', nothing).took,
      onTop: () => child('cdk', core).took,
    });
    return [
      timeRow('import and first role / aws-iam + aws-s3 + aws-kms', times.ours, times.cdk, '0.25'),
      timeRow('the same / these three on top of the core', times.ours, times.onTop),
    ];
  });
}
