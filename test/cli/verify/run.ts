import { Deployment, Front, FrontOptions, VENDOR_KEY } from './front';
import { verifyCommand } from '../../../src/cli/commands/verify';
import { guardOptions } from '../../../src/cli/options';
import { CommandError } from '../../../src/cli/terminal';
import { Row } from '../../../src/cli/verify/report';

/** What a run of the command leaves behind. */
export interface Ran {
  readonly exitCode: number;
  readonly text: string;
  readonly rows: readonly Row[];
  readonly front: Front;
}

/** The environment of a vendor's machine that has nothing else to do with AWS. */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: VENDOR_KEY,
  AWS_SECRET_ACCESS_KEY: 'a-secret-of-the-vendor',
  AWS_REGION: 'eu-west-1',
  // What fails at the front fails for good, unless a test wants it otherwise.
  AWS_MAX_ATTEMPTS: '1',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nowhere',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
};

/** Runs the command against a front for a deployment. */
export async function run(
  deployment: Deployment, args: readonly string[], options: FrontOptions = {}, environment: Readonly<Record<string, string>> = {}, colors = false,
): Promise<Ran> {
  const front = await Front.start(deployment, options);
  try {
    const { exitCode, text } = await command([...args, '--endpoint-url', front.url], environment, colors);
    return { exitCode, text, rows: args.includes('--json') ? JSON.parse(text).rows : [], front };
  } finally {
    await front.stop();
  }
}

/** Runs the command. */
export async function command(
  args: readonly string[], environment: Readonly<Record<string, string>> = {}, colors = false,
): Promise<{ readonly exitCode: number; readonly text: string; readonly error?: string }> {
  const written: string[] = [];
  const io = { out: (text: string) => void written.push(text), err: (text: string) => void written.push(text), colors };
  const before = { ...process.env };
  Object.assign(process.env, ENVIRONMENT, environment);
  // An empty value stands for a variable that is not set.
  Object.keys(environment).filter((name) => environment[name] === '').forEach((name) => delete process.env[name]);
  try {
    const verify = verifyCommand(io).option('--json');
    guardOptions(verify, args);
    await verify.exitOverride().configureOutput({ writeErr: io.err, writeOut: io.out }).parseAsync(args, { from: 'user' });
    return { exitCode: 0, text: written.join('') };
  } catch (e) {
    if (!(e instanceof CommandError)) {
      throw e;
    }
    return { exitCode: e.exitCode, text: written.join(''), error: e.message };
  } finally {
    process.env = before;
  }
}
