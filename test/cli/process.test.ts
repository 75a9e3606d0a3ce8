import { spawn, spawnSync } from 'child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { tempFolder } from './temp-folder';

const ROOT = resolve(__dirname, '..', '..');
const FROM_SOURCE = ['-r', 'ts-node/register/transpile-only', '-e', "require('./src/cli/main').main(process.argv.slice(1))", '--'];

const folder = tempFolder();

describe('as a process, the command line', () => {
  test('ends with its exit code, having written the result and errors where they belong, without colours in a pipe', () => {
    const good = spawnSync(process.execPath, [...FROM_SOURCE, 'vendors'], { cwd: ROOT, encoding: 'utf8' });
    expect(good).toMatchObject({ status: 0, stderr: '' });
    expect(good.stdout).toMatch(/^NAME .*\napperate /);
    const bad = spawnSync(process.execPath, [...FROM_SOURCE, 'vendors', 'clodglue'], { cwd: ROOT, encoding: 'utf8' });
    expect(bad).toMatchObject({ status: 2, stdout: '' });
    expect(bad.stderr).toMatch(/^error: VendorUnknown: [^\n]*\n$/);
  });

  test('says nothing when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [...FROM_SOURCE, 'vendors'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const said: Buffer[] = [];
    child.stderr.on('data', (data) => said.push(data));
    const status = await new Promise((done) => child.on('close', done));
    expect({ status, said: Buffer.concat(said).toString() }).toEqual({ status: 0, said: '' });
  });
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
