import { execFileSync } from 'child_process';
import { matchesGlob } from './glob';
import { core, ROOT, Scope, wiring } from './scope';

/** What was asked for on the command line. */
export interface Request {
  /** Each with the files to mutate: all of the scope, or some. */
  readonly runs: ReadonlyArray<{ readonly scope: Scope; readonly files: readonly string[] }>;
  readonly concurrency: number;
}

/** Reads the command line; see main.ts. Throws on what it does not know, for a misspelt option would test too little. */
export function requestOf(argv: readonly string[], scopes: readonly Scope[] = [core(), wiring()], changed = changedSince): Request {
  const rest = [...argv];
  let all = false;
  let concurrency = 2;
  let chosen: ((file: string) => boolean) | undefined;
  const value = (option: string) => {
    const given = rest.shift();
    if (given === undefined || given.startsWith('--')) {
      throw new Error(`${option} takes a value`);
    }
    return given;
  };
  for (let option = rest.shift(); option !== undefined; option = rest.shift()) {
    switch (option) {
      case '--all':
        all = true;
        break;
      case '--mutate': {
        const globs = value(option).split(',');
        const known = scopes.flatMap(({ files }) => files);
        for (const glob of globs.filter((one) => !known.some((file) => matchesGlob(file, one)))) {
          throw new Error(`--mutate takes patterns of source files, and none is like ${glob}`);
        }
        chosen = (file) => globs.some((glob) => matchesGlob(file, glob));
        break;
      }
      case '--since': {
        const files = new Set(changed(value(option)));
        chosen = (file) => files.has(file);
        break;
      }
      case '--concurrency':
        concurrency = Number(value(option));
        if (!Number.isInteger(concurrency) || concurrency < 1) {
          throw new Error('--concurrency takes a number from 1');
        }
        break;
      default:
        throw new Error(`unknown option ${option}; there are --all, --mutate <globs>, --since <git ref>, --concurrency <number>`);
    }
  }
  const wanted = all || chosen ? scopes : scopes.filter(({ name }) => name === 'core');
  const runs = wanted
    .map((scope) => ({ scope, files: chosen ? scope.files.filter(chosen) : scope.files }))
    .filter(({ files }) => files.length > 0);
  return { runs, concurrency };
}

/** Files of the source that differ from a commit, whether committed since or not, and new ones. */
function changedSince(ref: string): string[] {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n').filter((line) => line !== '');
  return [
    ...git('diff', '--name-only', '--diff-filter=d', ref, '--', 'src'),
    ...git('ls-files', '--others', '--exclude-standard', '--', 'src'),
  ];
}
