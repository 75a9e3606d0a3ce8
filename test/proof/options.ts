import { parseArgs } from 'util';
import { SEED } from './worlds/part';

/** What `npm run prove` was asked for. */
export interface ProveOptions {
  readonly probes: number;
  readonly seed: number;
  /** A file with one difference, to see again. */
  readonly caseFile?: string;
  /** Names of parts; none: all. */
  readonly only?: readonly string[];
}

export const USAGE = `npm run prove -- [--probes N] [--seed N | --seed random] [--only PART,PART] [--case FILE]
  --probes N    requests to judge in random worlds, at least (default 40000)
  --seed N      other random worlds (default ${SEED})
  --only PARTS  worlds, solver, kms, excess, hostile
  --case FILE   one difference that an earlier run has written, again`;

/** Reads the command line; an argument that makes no sense is an error. */
export function parseOptions(args: readonly string[]): ProveOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { probes: { type: 'string', default: '40000' }, seed: { type: 'string', default: String(SEED) }, only: { type: 'string' }, case: { type: 'string' } },
  });
  return {
    probes: wholeNumber('--probes', values.probes),
    seed: values.seed === 'random' ? Math.floor(Math.random() * 2 ** 31) : wholeNumber('--seed', values.seed),
    only: values.only?.split(','),
    caseFile: values.case,
  };
}

function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) {
    throw new Error(`${option} takes a whole number from 1 up, not ${JSON.stringify(text)}`);
  }
  return Number(text);
}
