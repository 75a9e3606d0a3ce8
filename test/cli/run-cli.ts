import { main } from '../../src/cli/main';

/** How a run of the command line ended. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export async function runCli(...args: string[]): Promise<Run> {
  return runWith({ colors: false }, args);
}

/** The same, on a terminal that shows colours or not. */
export async function runWith({ colors }: { readonly colors: boolean }, args: readonly string[]): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main([...args], { out: (text) => out.push(text), err: (text) => err.push(text), colors });
  return { code, out: out.join(''), err: err.join('') };
}

/** The result of a run that is expected to go well. */
export async function outputOf(...args: string[]): Promise<string> {
  const { code, out, err } = await runCli(...args);
  if (code !== 0) {
    throw new Error(`exit code ${code}: ${out}${err}`);
  }
  return out;
}

/** The same, as data. */
export async function jsonOf(...args: string[]) {
  return JSON.parse(await outputOf(...args, '--json'));
}
