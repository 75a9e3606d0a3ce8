/**
 * Synthesizes every shape of template that the library can make as an app would: with the oldest and the newest CDK and with one between
 * them, with all feature flags that `cdk init` gives to a new app, and with the CDK's own validator, where there is one.
 */
import { mkdtempSync, realpathSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { judge } from './judge';
import { synthesizeWith } from './synthesized';
import { BETWEEN, NEWEST, OLDEST } from '../../../build-tools/cdk-versions/versions';
import { publish } from '../report/publish';
import { Recorder } from '../report/recorder';

async function main(): Promise<void> {
  const recorder = new Recorder('versions');
  const dir = mkdtempSync(join(realpathSync(tmpdir()), 'cdk-vendor-s3-access-versions-'));
  try {
    await recorder.attempt('all versions synthesized', async () => {
      const [oldest, ...others] = await Promise.all([OLDEST, BETWEEN, NEWEST].map((version) => synthesizeWith(version, join(dir, version))));
      judge(recorder, oldest, others);
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  publish([recorder.finish()]);
}

void main();
