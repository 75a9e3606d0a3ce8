import { execFileSync } from 'child_process';
import { cpSync, existsSync, symlinkSync } from 'fs';
import { join } from 'path';
import { ROOT, Workspace } from './workspace';
import { command } from '../bindings/command';

/** Compiles a commit in a folder of its own; gives the folder. */
export async function compileCommit(workspace: Workspace, commit: string): Promise<string> {
  const folder = workspace.path('reference');
  await command('git', ['worktree', 'add', '--detach', '--force', folder, commit], { cwd: ROOT });
  return compiled(folder);
}

/**
 * Compiles the working tree, with what is not committed and not even added. In a copy: what an earlier compilation has left in `lib/` could
 * stand in for a file that is there no more.
 */
export async function compileWorkingTree(workspace: Workspace): Promise<string> {
  const folder = workspace.path('working');
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' }).split('\0');
  for (const file of files.filter((name) => name !== '' && existsSync(join(ROOT, name)))) {
    cpSync(join(ROOT, file), join(folder, file));
  }
  return compiled(folder);
}

/** As the revision itself says how. */
async function compiled(folder: string): Promise<string> {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await command(join(ROOT, 'node_modules', '.bin', 'projen'), ['compile'], { cwd: folder });
  return folder;
}
