import { changesSince, Git } from './changes';

const FILES = ['src/a.ts', 'src/b.ts'];

/** A repository: its tags and commits, the newest first, and what differs from each revision that exists. */
function repository(tags: string[], commits: string[], changed: Record<string, string[]>, untracked: string[] = []): Git {
  return (command, ...args) => {
    switch (command) {
      case 'tag': return tags;
      case 'log': return commits;
      case 'ls-files': return untracked;
      case 'diff': return changed[args.find((arg) => arg in changed)!];
      case 'rev-parse':
        if (args.at(-1)!.replace('^{commit}', '') in changed) {
          return ['0123456'];
        }
        throw new Error('unknown revision');
      default: throw new Error(command);
    }
  };
}

test('of the files, those that differ from a commit or are new', () => {
  expect(changesSince('main', FILES, repository([], [], { main: ['src/a.ts', 'src/index.ts'] }))).toEqual({ since: 'main', files: ['src/a.ts'] });
  expect(changesSince('main', FILES, repository([], [], { main: [] }, ['src/b.ts', 'src/c.ts'])).files).toEqual(['src/b.ts']);
  expect(changesSince('main', FILES, repository([], [], { main: [] })).files).toEqual([]);
});

test('a commit that is not in the clone is refused', () => {
  expect(() => changesSince('nonsense', FILES, repository([], [], {}))).toThrow('--since takes last-tag, or a tag, branch or commit of this clone, and there is no nonsense');
});

test.each<[string, Git, string, string[]]>([
  ['the newest tag', repository(['v2', 'v1'], ['c1'], { 'v2': ['src/a.ts'], 'v1': FILES, 'c1^': FILES }), 'the tag v2', ['src/a.ts']],
  ['the tag before, where nothing has changed since', repository(['v2', 'v1'], [], { v2: ['src/index.ts'], v1: ['src/b.ts'] }), 'the tag v1', ['src/b.ts']],
  ['the newest commit, without a tag', repository([], ['c2', 'c1'], { 'c2^': ['src/a.ts'], 'c1^': FILES }), 'before commit c2, for want of a tag', ['src/a.ts']],
  ['an older commit, where the newest has changed none of the files', repository([], ['c2', 'c1'], { 'c2^': ['src/index.ts'], 'c1^': FILES }),
    'before commit c1, for want of a tag', FILES],
  ['everything, where the clone has one commit', repository([], ['c1'], {}), 'the beginning, for neither tags nor earlier commits are cloned', FILES],
])('the last tag means %s', (_, git, since, files) => {
  expect(changesSince('last-tag', FILES, git)).toEqual({ since, files });
});
