import { spawnSync, SpawnSyncReturns } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';

/** The oldest Python, where the requirements file does not name a newer one. */
const OLDEST = '3.9';

/** Where virtual environments are kept; not in git. */
const ENVIRONMENTS = resolve(__dirname, '..', '..', '..', '.venv');

/**
 * A Python virtual environment with exactly the packages of a requirements file, in `.venv/<name>`; gives the folder of
 * its executables. One that is there already is used again, unless the requirements, the interpreter or the place of the
 * checkout have changed since, or it no longer runs: then it is made anew.
 *
 * The requirements file must pin every package, those that others bring along included (`pip freeze`). A line
 * `# python>=3.11` in it names the oldest Python that its packages take.
 */
export function venv(name: string, requirementsFile: string): string {
  const folder = join(ENVIRONMENTS, name);
  const executables = join(folder, 'bin');
  const stampFile = join(folder, 'stamp');
  const requirements = pinned(requirementsFile);
  const python = interpreter(/^# python>=(\d+\.\d+)$/m.exec(readFileSync(requirementsFile, 'utf8'))?.[1] ?? OLDEST);
  const stamp = createHash('sha256').update(JSON.stringify([requirements, python.version, folder])).digest('hex');

  const current = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && succeeds(run(join(executables, 'pip'), ['--version']));
  if (!current) {
    process.stdout.write(`Making the virtual environment ${name} with Python ${python.version}\n`);
    rmSync(folder, { recursive: true, force: true });
    demand(run(python.command, ['-m', 'venv', folder]), `${python.command} -m venv failed (on Debian and Ubuntu it needs the package python3-venv)`);
    const pip = (...args: string[]) => run(join(executables, 'python'), ['-m', 'pip', '--disable-pip-version-check', '--no-input', ...args]);
    demand(pip('install', '--quiet', '--no-deps', '--requirement', requirementsFile), `pip cannot install ${requirementsFile}`);
    // Nothing was resolved, so a package that the file leaves out shows here only.
    demand(pip('check'), `${requirementsFile} is not complete`);
    // Last of all: an environment that was broken off has no stamp.
    writeFileSync(stampFile, stamp);
  }
  return executables;
}

/** Name and version of the interpreter of an environment. */
export function pythonVersion(executables: string): string {
  return demand(run(join(executables, 'python'), ['-c', 'import platform; print(platform.python_version())']), 'python does not run').stdout.trim();
}

/** The requirements, after a look that each of them is one fixed version. */
function pinned(requirementsFile: string): string[] {
  const requirements = readFileSync(requirementsFile, 'utf8').split('\n').map((line) => line.replace(/#.*/, '').trim()).filter((line) => line !== '');
  const loose = requirements.filter((line) => !/^[A-Za-z0-9][\w.-]*==[\w.!+]+(\s*;.+)?$/.test(line));
  if (requirements.length === 0 || loose.length > 0) {
    throw new Error(`${requirementsFile} must pin every package with ==, but has ${loose.join(', ') || 'none'}`);
  }
  return requirements;
}

/** The machine's Python; `PYTHON` names another one. */
function interpreter(oldest: string): { readonly command: string; readonly version: string } {
  const command = process.env.PYTHON || 'python3';
  const asked = run(command, ['-c', 'import platform; print(platform.python_version())']);
  const version = succeeds(asked) ? asked.stdout.trim() : undefined;
  const minor = (of: string) => Number(of.split('.')[1]);
  if (version === undefined || !version.startsWith('3.') || minor(version) < minor(oldest)) {
    const found = version === undefined ? 'does not run' : `is ${version}`;
    throw new Error(`this needs Python ${oldest} or later, but ${command} ${found}; install it, or name another one in PYTHON`);
  }
  return { command, version };
}

function run(command: string, args: readonly string[]): SpawnSyncReturns<string> {
  // Settings of the caller's own Python must not leak into the environment.
  const { PYTHONPATH: _path, PYTHONHOME: _home, ...env } = process.env;
  return spawnSync(command, args, { encoding: 'utf8', env, maxBuffer: 2 ** 26 });
}

function succeeds(result: SpawnSyncReturns<string>): boolean {
  return result.error === undefined && result.status === 0;
}

/** The result of a command that must succeed; what it said, in one line, otherwise. */
function demand(result: SpawnSyncReturns<string>, failure: string): SpawnSyncReturns<string> {
  if (!succeeds(result)) {
    const said = (result.error?.message ?? `${result.stderr}\n${result.stdout}`).trim().split('\n').slice(-3).map((line) => line.trim()).join(' ');
    throw new Error(`${failure}: ${said}`);
  }
  return result;
}
