import { spawn } from 'child_process';

export interface CommandOptions {
  readonly cwd: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** How much of what a command said is shown when it fails. */
const SHOWN = 6000;

/**
 * Runs a command while others run, and gives what it prints. What it says is shown only if it fails: several commands that
 * talk at the same time are hard to follow.
 */
export async function command(name: string, args: readonly string[], { cwd, env }: CommandOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      said += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', (error) => reject(new Error(`"${name}" cannot be run: ${error.message}`)));
    child.on('close', (status, signal) => {
      if (status === 0) {
        resolve(printed);
      } else {
        reject(new Error(`"${[name, ...args].join(' ')}" ended with ${status ?? signal}:\n${said.slice(-SHOWN)}`));
      }
    });
  });
}
