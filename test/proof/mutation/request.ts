import { Changes, changesSince } from './changes';
import { matchesGlob } from './glob';
import { constructs, core, Scope, tools } from './scope';

/** What was asked for on the command line. */
export interface Request {
  readonly runs: readonly Run[];
  readonly concurrency: number;
  /** What the choice of files rests on, for the report. */
  readonly since?: string;
}

/** A scope with the files to mutate: all of them, or some. */
export interface Run {
  readonly scope: Scope;
  readonly files: readonly string[];
  /** How many mutants are tried at most; all, if nothing is said. */
  readonly budget?: number;
}

/** Of what has changed, so many mutants outside the core: what CI can do in some minutes. The core is quick, and done as a whole. */
const CHANGED_BUDGET = 900;

const USAGE = 'there are --core, --all, --mutate <globs>, --since <git ref or last-tag>, --budget <number>, --concurrency <number>';

/** Reads the command line; see main.ts. Throws on what it does not know, for a misspelt option would test too little. */
export function requestOf(
  argv: readonly string[],
  scopes: readonly Scope[] = [core(), constructs(), tools()],
  changes: (ref: string, of: readonly string[]) => Changes = changesSince,
): Request {
  const rest = [...argv];
  const asked: { core?: true; all?: true; globs?: string[]; ref?: string; budget?: number; concurrency?: number } = {};
  const value = (option: string) => {
    const given = rest.shift();
    if (given === undefined || given.startsWith('--')) {
      throw new Error(`${option} takes a value`);
    }
    return given;
  };
  const number = (option: string) => {
    const given = Number(value(option));
    if (!Number.isInteger(given) || given < 1) {
      throw new Error(`${option} takes a number from 1`);
    }
    return given;
  };
  for (let option = rest.shift(); option !== undefined; option = rest.shift()) {
    switch (option) {
      case '--core':
        asked.core = true;
        break;
      case '--all':
        asked.all = true;
        break;
      case '--mutate':
        asked.globs = value(option).split(',');
        break;
      case '--since':
        asked.ref = value(option);
        break;
      case '--budget':
        asked.budget = number(option);
        break;
      case '--concurrency':
        asked.concurrency = number(option);
        break;
      default:
        throw new Error(`unknown option ${option}; ${USAGE}`);
    }
  }
  return { ...chosen(asked, scopes, changes), concurrency: asked.concurrency ?? 2 };
}

function chosen(
  { core: wholeCore, all, globs, ref, budget }: { core?: true; all?: true; globs?: string[]; ref?: string; budget?: number },
  scopes: readonly Scope[],
  changes: (ref: string, of: readonly string[]) => Changes,
): Omit<Request, 'concurrency'> {
  if ([all, globs, ref].filter((one) => one !== undefined).length > 1) {
    throw new Error('--all, --mutate and --since exclude one another');
  }
  const judged = scopes.filter(({ threshold }) => threshold !== undefined);
  const changed = ref === undefined ? undefined : changes(ref, judged.flatMap(({ files }) => files));
  if (changed?.files.length === 0) {
    throw new Error(`nothing that mutation testing judges has changed since ${ref}, so there is nothing to show; name an earlier commit`);
  }
  const known = scopes.flatMap(({ files }) => files);
  for (const glob of (globs ?? []).filter((one) => !known.some((file) => matchesGlob(file, one)))) {
    throw new Error(`--mutate takes patterns of source files, and none is like ${glob}`);
  }
  const wanted = (file: string) => all ?? globs?.some((glob) => matchesGlob(file, glob)) ?? changed?.files.includes(file) ?? false;
  const onlyCore = wholeCore ?? (all ?? globs ?? ref) === undefined;
  const runs = scopes
    .map((scope): Run => {
      const whole = scope.name === 'core' && onlyCore;
      const limit = scope.name === 'core' ? undefined : budget ?? (changed && CHANGED_BUDGET);
      return { scope, files: scope.files.filter((file) => whole || wanted(file)), ...(limit === undefined ? {} : { budget: limit }) };
    })
    .filter(({ files }) => files.length > 0);
  return { runs, ...(changed ? { since: changed.since } : {}) };
}
