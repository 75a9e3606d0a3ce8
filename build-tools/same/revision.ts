import { spawnSync } from 'child_process';
import { UsageError } from './options';
import { ROOT } from './workspace';

/** The commit that a revision names. */
export function commitOf(revision: string): string {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) {
    throw new UsageError(`git knows no revision ${JSON.stringify(revision)}`);
  }
  return stdout.trim();
}
