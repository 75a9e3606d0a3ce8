import { ChildProcess, execFileSync, spawn } from 'child_process';
import { join } from 'path';
import { createInterface } from 'readline';
import { CUSTOMER, REGION } from '../../support/deployed-template';
import { pythonVersion, venv } from '../python/venv';

/** How long the emulator may take until it listens. */
const PATIENCE = 60_000;

/** cfn-lint, which moto brings along, ships the resource schemas that AWS publishes. */
const WHERE_SCHEMAS = 'import json, importlib.util as u; print(json.dumps(u.find_spec("cfnlint").submodule_search_locations[0] + "/data/schemas"))';

/** AWS on this machine: moto, with what it lacks to deploy our templates. */
export class Emulator {
  /** Starts one, on a port that nobody else uses. */
  public static async start(): Promise<Emulator> {
    const executables = venv('moto', join(__dirname, 'requirements.txt'));
    // Its standard input closes when this process ends, however it ends; then it ends as well.
    const server = spawn(join(executables, 'python'), ['-m', 'extension.server'], {
      cwd: __dirname,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        PYTHONDONTWRITEBYTECODE: '1',
        MOTO_ACCOUNT_ID: CUSTOMER,
        AWS_DEFAULT_REGION: REGION,
        AWS_ACCESS_KEY_ID: 'unused',
        AWS_SECRET_ACCESS_KEY: 'unused',
      },
    });
    const log: string[] = [];
    createInterface(server.stderr).on('line', (line) => log.push(line));
    const { version, port } = await listening(server, log);
    const schemas = JSON.parse(execFileSync(join(executables, 'python'), ['-c', WHERE_SCHEMAS], { encoding: 'utf8' }));
    return new Emulator(server, `http://127.0.0.1:${port}`, log, `${version} on Python ${pythonVersion(executables)}`, schemas);
  }

  private constructor(
    private readonly server: ChildProcess,
    public readonly endpoint: string,
    private readonly log: readonly string[],
    /** Names and versions of what emulates. */
    public readonly version: string,
    /** Folder of AWS's resource schemas. */
    public readonly schemas: string,
  ) {
  }

  /** Forgets every resource. */
  public async reset(): Promise<void> {
    const response = await fetch(`${this.endpoint}/moto-api/reset`, { method: 'POST' });
    if (!response.ok) {
      throw new Error(`The emulator cannot be reset: ${response.status}`);
    }
  }

  /** The last that it wrote, for the case that something failed inside. */
  public tail(): string {
    return this.log.filter((line) => !/"[^"]*(GET|POST|PUT|HEAD|DELETE) /.test(line)).slice(-15).join('\n');
  }

  /** Ends it. */
  public async stop(): Promise<void> {
    if (this.server.exitCode === null && this.server.signalCode === null) {
      const ended = new Promise((resolve) => this.server.once('exit', resolve));
      this.server.kill('SIGTERM');
      await ended;
    }
  }
}

function listening(server: ChildProcess, log: readonly string[]): Promise<{ readonly version: string; readonly port: string }> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The emulator did not start: ${why} ${log.slice(-5).join(' ')}`));
    const timer = setTimeout(() => {
      server.kill('SIGKILL');
      fail(`nothing within ${PATIENCE / 1000} s`);
    }, PATIENCE);
    server.once('exit', (code) => {
      clearTimeout(timer);
      fail(`exit ${code}`);
    });
    createInterface(server.stdout!).on('line', (line) => {
      const [, version, port] = /^(moto \S+) listens on (\d+)$/.exec(line) ?? [];
      if (port !== undefined) {
        clearTimeout(timer);
        resolve({ version, port });
      }
    });
  });
}
