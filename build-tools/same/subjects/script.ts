import { join } from 'path';
import { Job, OUT } from './job';
import { ROOT } from '../workspace';

/** Runs a TypeScript file in the place of its own sources with the compiled library. */
export function typescript(library: string, file: string, ...args: readonly string[]): Pick<Job, 'args' | 'env'> {
  return {
    args: ['-r', 'ts-node/register/transpile-only', '-r', join(__dirname, 'library-hook.ts'), file, ...args],
    env: { TS_NODE_PROJECT: join(ROOT, 'tsconfig.dev.json'), SAME_LIBRARY: library },
  };
}

/** A subject of this folder, which writes into the folder that it is given. */
export function script(name: string, file: string, library: string): Job {
  return { name, cwd: ROOT, ...typescript(library, join(__dirname, file), OUT) };
}
