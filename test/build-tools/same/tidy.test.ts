import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { tidy } from '../../../build-tools/same/tidy';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'same-')); });
afterEach(() => rmSync(dir, { recursive: true }));

function tidied(name: string, content: string): string {
  writeFileSync(join(dir, name), content);
  tidy(dir, { outputs: dir, library: '/home/me/copy', temporary: '/var/tmp/x' });
  return readFileSync(join(dir, name), 'utf8');
}

describe('tidying outputs', () => {
  test('takes the script out of a set-up page, and leaves the facts and all else', () => {
    const page = (script: string, hash: string) => [
      `<meta content="default-src 'none'; script-src '${hash}'; style-src 'sha256-s'">`, '<script type="application/json" id="facts">{"slots":3}</script>', `<script>${script}</script>`,
    ].join('\n');
    const expected = page('', 'x').replace(" 'x'", '');
    expect(tidied('setup.html', page('a();\nb();', 'sha256-a='))).toBe(expected);
    expect(expected).toContain('{"slots":3}');
  });

  test('names places instead of telling where they are on this machine', () => {
    expect(tidied('stderr.txt', `${dir}/a /home/me/copy/bin /var/tmp/x/definition-aB3xyZ/v.yaml`)).toBe('<outputs>/a <library>/bin <temporary>/definition-/v.yaml');
  });

  test('leaves everything else as it is', () => {
    const content = "<script>x()</script> script-src 'y' 2026-01-01\r\n";
    expect(tidied('SETUP.md', content)).toBe(content);
  });
});
