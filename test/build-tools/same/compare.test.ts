import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { compareOutputs } from '../../../build-tools/same/compare';
import { report } from '../../../build-tools/same/report';

const SAME = { 'stacks/a.json': '{\n  "a": 1\n}\n', 'stacks/b.json': '{}\n', 'policies/cdk/stdout.txt': 'new Role()\n' };

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'same-')); });
afterEach(() => rmSync(dir, { recursive: true }));

function written(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name, file)), { recursive: true });
    writeFileSync(join(dir, name, file), content);
  }
  return join(dir, name);
}

/** What is found where the outputs of the working tree differ from `SAME` in some files; without a text, a file is missing. */
function found(changes: Readonly<Record<string, string | undefined>>) {
  const after = Object.fromEntries(Object.entries({ ...SAME, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return compareOutputs({ before: written('before', SAME), after: written('after', after) });
}

describe('comparing outputs', () => {
  test('finds nothing where all is the same, and counts it', () => {
    const sections = found({});
    expect(sections).toEqual([{ name: 'policies', identical: 1, differing: [] }, { name: 'stacks', identical: 2, differing: [] }]);
    expect(report(sections)).toBe('policies: 1 files, identical\nstacks: 2 files, identical\nsame: 3 files identical, 0 differ\n');
  });

  test('fails for a planted difference, and shows its lines', () => {
    const sections = found({ 'stacks/a.json': '{\n  "a": 2\n}\n' });
    expect(sections[1]).toEqual({ name: 'stacks', identical: 1, differing: [{ path: 'stacks/a.json', detail: '@@ -1,3 +1,3 @@\n {\n-  "a": 1\n+  "a": 2\n }' }] });
    expect(report(sections)).toMatch(/^stacks: 1 files identical, 1 differ\n {2}stacks\/a\.json\n {4}@@[^]*\nsame: 2 files identical, 1 differ\n$/m);
  });

  test('shows where JSON on one line differs', () => {
    const line = (end: number) => JSON.stringify({ long: Array.from({ length: 500 }, (_, i) => i), end });
    const [section] = compareOutputs({ before: written('before', { 'stacks/a.json': line(1) }), after: written('after', { 'stacks/a.json': line(2) }) });
    expect(section.differing[0].detail).toContain('\n-  "end": 1\n+  "end": 2\n');
  });

  test('shows that JSON is only written in another way', () => {
    expect(found({ 'stacks/a.json': '{ "a": 1 }' })[1].differing[0].detail).toContain('\n+{ "a": 1 }');
  });

  test('fails for a space at the end', () => {
    expect(found({ 'stacks/b.json': '{} \n' })[1].differing).toHaveLength(1);
  });

  test('fails for a file that is missing', () => {
    expect(found({ 'stacks/b.json': undefined })[1].differing).toEqual([{ path: 'stacks/b.json', detail: 'missing in the working tree' }]);
  });

  test('fails for a file too many, also in a new section', () => {
    expect(found({ 'kits/kit/SETUP.md': '# Set up\n' })[0]).toEqual({
      name: 'kits', identical: 0, differing: [{ path: 'kits/kit/SETUP.md', detail: 'only in the working tree:\n# Set up' }],
    });
  });

  test('fails for a subject that fails in the same way on both sides', () => {
    const file = { 'stacks/c.failure.txt': 'Error: no such module\n' };
    const sections = compareOutputs({ before: written('before', file), after: written('after', file) });
    expect(sections).toEqual([{ name: 'stacks', identical: 0, differing: [{ path: 'stacks/c.failure.txt', detail: 'fails in the working tree:\nError: no such module' }] }]);
  });

  test('counts what is said of a result among the messages', () => {
    expect(found({ 'stacks/a.messages.txt': 'warning\n' }).map(({ name, differing }) => [name, differing.length])).toEqual([
      ['messages', 1], ['policies', 0], ['stacks', 0],
    ]);
  });

  test('shows the first lines of a long difference', () => {
    const [, { differing: [{ detail }] }] = found({ 'stacks/a.json': '1\n'.repeat(100) });
    expect(detail.split('\n')).toHaveLength(21);
    expect(detail).toMatch(/\n… 84 more lines$/);
  });
});
