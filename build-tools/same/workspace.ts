import { spawnSync } from 'child_process';
import { mkdtempSync, realpathSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';

/** The working tree. */
export const ROOT = resolve(__dirname, '..', '..');

/** A folder outside the repository for all that is made; it is removed however the process ends, and with it git's record of a checkout. */
export class Workspace {
  private readonly dir = mkdtempSync(join(realpathSync(tmpdir()), 'cdk-vendor-s3-access-same-'));

  constructor() {
    process.once('exit', () => {
      rmSync(this.dir, { recursive: true, force: true });
      spawnSync('git', ['worktree', 'prune'], { cwd: ROOT });
    });
    for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]] as const) {
      process.once(signal, () => process.exit(code));
    }
  }

  public path(...parts: readonly string[]): string {
    return join(this.dir, ...parts);
  }
}
