import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { venv } from './venv';

/** What needs no Python; that environments are made is for the parts that need one to show. */
describe('a virtual environment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'venv-'));
  const requirements = join(folder, 'requirements.txt');
  const python = process.env.PYTHON;
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => {
    process.env.PYTHON = python;
    if (python === undefined) {
      delete process.env.PYTHON;
    }
  });

  test.each(['requests', 'requests>=2', 'requests==2.*', '-r other.txt', 'a==1\nb', '', '# nothing'])('fails to be made from %j', (text) => {
    writeFileSync(requirements, text);
    expect(() => venv('never-made', requirements)).toThrow(/must pin every package with ==/);
  });

  test('fails in one line where Python is missing', () => {
    writeFileSync(requirements, '# python>=3.11\nrequests==2.34.2 # a comment\n');
    process.env.PYTHON = join(folder, 'no-python');
    expect(() => venv('never-made', requirements)).toThrow(/^this needs Python 3\.11 or later, but \S+ does not run; install it, or name another one in PYTHON$/);
  });
});
