import { readFileSync, realpathSync } from 'fs';
import { join } from 'path';
import { App } from 'aws-cdk-lib';
import { recommendedFlags } from '../build-tools/cdk-versions/install';
import { OLDEST } from '../build-tools/cdk-versions/versions';

const ROOT = join(__dirname, '..');

/** What these tests should run on: `.ci/run` names another version where it repeats them. */
const EXPECTED = process.env.TESTED_CDK_VERSION ?? OLDEST;

test('the tests run on the version of the CDK that was asked for, from where it was installed', () => {
  const manifest = require.resolve('aws-cdk-lib/package.json');
  expect(realpathSync(manifest)).toBe(realpathSync(join(ROOT, 'node_modules', 'aws-cdk-lib', 'package.json')));
  expect(JSON.parse(readFileSync(manifest, 'utf8')).version).toBe(EXPECTED);
});

test('no feature flag is in force on the oldest version, and every recommended one on others', () => {
  const { node } = new App();
  const recommended = Object.entries(recommendedFlags(ROOT));
  expect(recommended.length).toBeGreaterThan(80);
  expect(recommended.map(([flag]) => [flag, node.tryGetContext(flag)]))
    .toEqual(recommended.map(([flag, value]) => [flag, EXPECTED === OLDEST ? undefined : value]));
});
