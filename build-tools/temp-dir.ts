import { mkdtempSync, realpathSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** Runs an action in a fresh folder outside the repository and removes the folder afterwards, whatever happens. */
export function withTempDir<T>(name: string, action: (dir: string) => T): T {
  const dir = mkdtempSync(join(realpathSync(tmpdir()), `cdk-vendor-s3-access-${name}-`));
  try {
    return action(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
