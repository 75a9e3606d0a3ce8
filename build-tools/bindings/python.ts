import { mkdirSync, readdirSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { command } from './command';
import { PYTHON } from './versions';

const ROOT = resolve(__dirname, '..', '..');

/** Python with the library; run the interpreter with this environment. */
export interface PythonApp {
  readonly interpreter: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Makes an interpreter that has the CDK, but not yet the library. It is kept in `.venv/`, for it takes a while. */
export async function pythonWithCdk(dir: string): Promise<string> {
  const requirements = join(dir, 'requirements.txt');
  writeFileSync(requirements, PYTHON.map((line) => `${line}\n`).join(''));
  // In a process of its own: the other languages need not wait.
  const printed = await command(join(ROOT, 'node_modules', '.bin', 'ts-node'), ['--transpile-only', join(__dirname, 'make-venv.ts'), requirements], { cwd: ROOT });
  return join(printed.trim().split('\n').at(-1)!, 'python');
}

/** Builds the wheel, and installs it beside what the interpreter has. */
export async function pythonApp(interpreter: string, sources: string, dir: string): Promise<PythonApp> {
  const folder = join(dir, 'python');
  mkdirSync(folder);
  const pip = async (...args: string[]) => command(interpreter, ['-m', 'pip', '--disable-pip-version-check', '--no-input', ...args], { cwd: folder });
  await pip('wheel', '--no-deps', '--no-build-isolation', '--wheel-dir', 'wheels', sources);
  const [wheel] = readdirSync(join(folder, 'wheels'));
  // Into a folder of its own: the virtual environment is kept, and must not keep this.
  await pip('install', '--no-deps', '--target', 'packages', join('wheels', wheel));
  const env = { PYTHONPATH: join(folder, 'packages') };
  // Whether the versions that are pinned are those that the wheel asks for.
  await command(interpreter, ['-m', 'pip', 'check'], { cwd: folder, env });
  return { interpreter, env };
}
