import { spawnSync } from 'child_process';

export interface RunOptions {
  readonly cwd: string;
  /** Return what the command prints instead of showing it. */
  readonly capture?: boolean;
}

/** Runs a command, and throws when it fails. */
export function run(command: string, args: string[], options: RunOptions): string {
  const result = spawnSync(command, args, {
    cwd: options.cwd,
    stdio: ['ignore', options.capture ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
  });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`"${command} ${args.join(' ')}" ended with ${result.status ?? result.signal}`);
  return result.stdout ?? '';
}
