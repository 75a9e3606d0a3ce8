import { spawn } from 'child_process';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing of this machine's own settings: they might change between the two sides, of which one may be kept from an earlier run. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TZ: 'UTC',
  AWS_REGION: 'eu-west-1',
  // It takes seconds in every process.
  CDK_VALIDATION: 'false',
};

/** Runs Node.js with nothing but the given environment, and gives all that it prints. */
export async function runNode(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...ENVIRONMENT, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        printed[name] += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...printed }));
  });
}
