import { execFileSync } from 'child_process';
import { ROOT } from './scope';

/** What has changed in some files, and since when. */
export interface Changes {
  /** For a reader. */
  readonly since: string;
  readonly files: readonly string[];
}

/** Asks Git; gives its lines. Throws where Git says no. */
export type Git = (...args: string[]) => string[];

export const LAST_TAG = 'last-tag';

/** Folders whose history counts. */
const FOLDER = 'src';

/** Which of some files differ from a commit, whether committed since or not. */
export function changesSince(ref: string, of: readonly string[], git: Git = run): Changes {
  if (ref === LAST_TAG) {
    return changesSinceLastTag(of, git);
  }
  if (!exists(ref, git)) {
    throw new Error(`--since takes ${LAST_TAG}, or a tag, branch or commit of this clone, and there is no ${ref}`);
  }
  return { since: ref, files: changed(ref, of, git) };
}

/**
 * A tag without any change since says nothing (it may be the commit that is tested), and CI may have cloned neither tags nor history. So
 * this takes the newest tag since which any of the files has changed, or else the newest commit that has changed any, or else all.
 */
function changesSinceLastTag(of: readonly string[], git: Git): Changes {
  const tags = git('tag', '--merged', 'HEAD', '--sort=-creatordate').map((tag) => ({ ref: tag, since: `the tag ${tag}` }));
  const commits = git('log', '--format=%h', '--', FOLDER).map((commit) => ({ ref: `${commit}^`, since: `before commit ${commit}, for want of a tag` }));
  for (const { ref, since } of [...tags, ...commits]) {
    if (exists(ref, git)) {
      const files = changed(ref, of, git);
      if (files.length > 0) {
        return { since, files };
      }
    }
  }
  return { since: 'the beginning, for neither tags nor earlier commits are cloned', files: of };
}

function changed(ref: string, of: readonly string[], git: Git): string[] {
  const files = new Set([
    ...git('diff', '--name-only', '--diff-filter=d', ref, '--', FOLDER),
    ...git('ls-files', '--others', '--exclude-standard', '--', FOLDER),
  ]);
  return of.filter((file) => files.has(file));
}

/** The oldest commit of a clone has no parent. */
function exists(ref: string, git: Git): boolean {
  try {
    return git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`).length > 0;
  } catch {
    return false;
  }
}

function run(...args: string[]): string[] {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).split('\n').filter((line) => line !== '');
}
