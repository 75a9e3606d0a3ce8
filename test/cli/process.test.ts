import { spawn, spawnSync } from 'child_process';
import { closeSync, cpSync, existsSync, mkdirSync, openSync, readdirSync, symlinkSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { compiledPackage } from './compiled-package';
import { tempFolder } from './temp-folder';
import { main } from '../../src/cli/main';
import { processIo } from '../../src/cli/terminal';

const ROOT = resolve(__dirname, '..', '..');

type Output = typeof process.stdout | typeof process.stderr;

/** A process takes its time where others run as well. */
const PATIENCE = 60_000;

const folder = tempFolder();
const compiled = compiledPackage();
const bin = () => join(compiled(), 'bin', 'vendor-s3-access');

describe('without an Io of its own, the command line', () => {
  const written = jest.spyOn(process.stdout, 'write');
  const told = jest.spyOn(process.stderr, 'write');
  const { isTTY } = process.stdout;
  const { NO_COLOR } = process.env;

  beforeEach(() => [written, told].forEach((spy) => spy.mockReturnValue(true)));
  afterEach(() => {
    process.exitCode = undefined;
    process.stdout.isTTY = isTTY;
    process.env.NO_COLOR = NO_COLOR ?? '';
  });
  afterAll(() => [written, told].forEach((spy) => spy.mockRestore()));

  test('writes to the process, and sets its exit code', async () => {
    expect(await main(['vendors', 'cloudglue'])).toBe(0);
    expect(process.exitCode).toBe(0);
    expect(written.mock.calls.map(([text]) => text).join('')).toMatch(/^name: Cloudglue\n/);
    expect(await main(['vendors', 'clodglue'])).toBe(2);
    expect(process.exitCode).toBe(2);
    expect(told.mock.calls.map(([text]) => text).join('')).toMatch(/^error: /);
  });

  test.each<[boolean, string, boolean]>([[true, '', true], [true, '1', false], [false, '', false]])(
    'shows colours on a terminal (%s) unless NO_COLOR (%j) is set: %s', async (terminal, noColor, colored) => {
      process.stdout.isTTY = terminal;
      process.env.NO_COLOR = noColor;
      await main(['vendors']);
      expect(written.mock.calls.map(([text]) => text).join('').startsWith('\u001b[1m')).toBe(colored);
    });

  /** What hears of errors of a stream, taken from it. */
  function newListener(stream: Output): (error: Error) => void {
    const streams = [process.stdout, process.stderr];
    const counts = streams.map((each) => each.listenerCount('error'));
    processIo();
    const added = streams.map((each, i) => each.listeners('error').slice(counts[i]) as Array<(error: Error) => void>);
    added.forEach((listeners, i) => listeners.forEach((listener) => streams[i].removeListener('error', listener)));
    return added[streams.indexOf(stream)][0];
  }

  /** What becomes of errors of a stream: how often they are told, and the exit code at the end of the process. */
  function failing(stream: Output, ...codes: readonly string[]) {
    const before = process.listenerCount('exit');
    const listener = newListener(stream);
    told.mockClear();
    codes.forEach((code) => listener(Object.assign(new Error(`${code}: no good, write`), { code })));
    const ends = process.listeners('exit').slice(before);
    ends.forEach((end) => {
      (end as () => void)();
      process.removeListener('exit', end);
    });
    return { told: told.mock.calls.map(([text]) => text), exitCode: process.exitCode };
  }

  test('goes on where a reader is gone', () => {
    const { out } = processIo();
    expect(failing(process.stdout, 'EPIPE')).toEqual({ told: [], exitCode: undefined });
    expect(failing(process.stderr, 'EPIPE')).toEqual({ told: [], exitCode: undefined });
    out('text');
    expect(written).toHaveBeenCalledWith('text');
  });

  test('tells once that its output is lost, and ends as one that failed outside', () => {
    process.exitCode = 0;
    expect(failing(process.stdout, 'ENOSPC', 'ENOSPC')).toEqual({
      told: ['error: OutputFailed: standard output: ENOSPC: no good; make room on the disk, or choose another one\n'], exitCode: 3,
    });
    expect(failing(process.stdout, 'EIO').told).toEqual(['error: OutputFailed: standard output: EIO: no good; send it elsewhere\n']);
  });

  test('ends so, too, where nobody can be told', () => {
    process.exitCode = 0;
    expect(failing(process.stderr, 'ENOSPC')).toEqual({ told: [], exitCode: 3 });
  });
});

describe('as a process, the command line', () => {
  test('ends with its exit code, having written the result and errors where they belong, without colours in a pipe', () => {
    const good = spawnSync(process.execPath, [bin(), 'vendors'], { encoding: 'utf8' });
    expect(good).toMatchObject({ status: 0, stderr: '' });
    expect(good.stdout).toMatch(/^NAME .*\napperate /);
    const bad = spawnSync(process.execPath, [bin(), 'vendors', 'clodglue'], { encoding: 'utf8' });
    expect(bad).toMatchObject({ status: 2, stdout: '' });
    expect(bad.stderr).toMatch(/^error: VendorUnknown: [^\n]*\n$/);
  }, PATIENCE);

  test('writes a kit into a relative folder, from anywhere', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin(), 'kit', '--vendor', 'cloudglue', '--out', 'kit'], { cwd: folder(), encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^warning: The kit has no launch links[^\n]*\n$/) });
    expect(stdout).toContain(`${join('kit', 'setup.html')} (`);
    expect(readdirSync(join(folder(), 'kit')).sort()).toEqual(['SETUP.md', 'launch-links.json', 'policies', 'setup.html', 'template.json', 'template.yaml']);
  }, PATIENCE);

  (existsSync('/dev/full') ? test : test.skip)('says in one line that the disk behind its output is full', () => {
    const full = openSync('/dev/full', 'w');
    for (const args of [['vendors'], ['vendors', '--json'], ['--help'], ['vendors', 'clodglue', '--json']]) {
      const { status, stderr } = spawnSync(process.execPath, [bin(), ...args], { encoding: 'utf8', stdio: ['ignore', full, 'pipe'] });
      expect({ status, stderr }).toEqual({
        status: 3, stderr: 'error: OutputFailed: standard output: ENOSPC: no space left on device; make room on the disk, or choose another one\n',
      });
    }
    closeSync(full);
  }, PATIENCE);

  test('says nothing when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [bin(), 'vendors'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const said: Buffer[] = [];
    child.stderr.on('data', (data) => said.push(data));
    const status = await new Promise((done) => child.on('close', done));
    expect({ status, said: Buffer.concat(said).toString() }).toEqual({ status: 0, said: '' });
  }, PATIENCE);
});

describe('without a stack to make, the command line', () => {
  test.each([
    ['vendors', ['vendors']],
    ['link', ['link', '--vendor', 'cloudglue', '--template-url', 'https://acme.s3.amazonaws.com/kit/template.json']],
    ['policies', ['policies', '--vendor', 'cloudglue']],
  ])('loads none of the constructs of the CDK for %s', (_, args) => {
    const script = `require('./lib/cli/main').main(${JSON.stringify(args)}, { out() {}, err() {}, colors: false })
      .then((code) => console.log(JSON.stringify({ code, loaded: Object.keys(require.cache) })));`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd: compiled(), encoding: 'utf8' });
    const { code, loaded } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(loaded.length).toBeGreaterThan(50);
    expect(loaded.filter((path: string) => /aws-cdk-lib\/(aws-[^/]+\/lib|core\/lib\/(app|stack|resource)\.js)|assets\/aws-sdk/.test(path))).toEqual([]);
  }, PATIENCE);
});

describe('bin/vendor-s3-access', () => {
  beforeEach(() => cpSync(join(ROOT, 'bin'), join(folder(), 'package', 'bin'), { recursive: true }));

  const run = (file: string, ...args: string[]) => spawnSync(process.execPath, [join(folder(), file), ...args], { encoding: 'utf8' });

  test('tells what to do where nothing is compiled', () => {
    expect(run('package/bin/vendor-s3-access', 'vendors')).toMatchObject({
      status: 3, stdout: '', stderr: 'error: NotCompiled: this command line is not compiled yet; run npx projen compile\n',
    });
  });

  test('runs the compiled command line, also by a link as npm makes it', () => {
    mkdirSync(join(folder(), 'package', 'lib', 'cli'), { recursive: true });
    writeFileSync(join(folder(), 'package', 'lib', 'cli', 'main.js'), 'exports.main = (args) => console.log(JSON.stringify(args));');
    mkdirSync(join(folder(), '.bin'));
    symlinkSync(join('..', 'package', 'bin', 'vendor-s3-access'), join(folder(), '.bin', 'vendor-s3-access'));
    for (const file of ['package/bin/vendor-s3-access', '.bin/vendor-s3-access']) {
      expect(run(file, 'kit', '--out', 'x y')).toMatchObject({ status: 0, stdout: '["kit","--out","x y"]\n', stderr: '' });
    }
  });
});
