import { execFile } from 'child_process';
import { delimiter } from 'path';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ExecuteOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** How long it may take, in milliseconds. */
  readonly timeout?: number;
}

/**
 * Runs a tool to its end, whatever its exit code: linters say with it that they found something. It throws if the tool could
 * not be started, or was killed. `cwd` is its home too, so that no settings of the machine's owner change the verdict.
 */
export async function execute(command: string, args: readonly string[], { cwd, env, timeout }: ExecuteOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(command, args, {
      cwd,
      timeout,
      killSignal: 'SIGKILL',
      env: { PATH: process.env.PATH ?? ['/usr/bin', '/bin'].join(delimiter), HOME: cwd, LANG: 'C.UTF-8', ...env },
      maxBuffer: 2 ** 29,
    }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') {
        reject(error.killed === true && timeout !== undefined ? new Error(`${args.join(' ')} did not end within ${timeout / 1000} s`) : error);
      } else {
        resolve({ status: Number(error?.code ?? 0), stdout, stderr });
      }
    });
  });
}

/** What a tool printed as JSON; what it complained of, if that is none. */
export function parsed<T>(tool: string, { status, stdout, stderr }: Outcome): T {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${tool} ended with ${status} and printed no JSON: ${(stderr.trim() || stdout.trim()).slice(-2000)}`);
  }
}
