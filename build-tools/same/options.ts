import { parseArgs } from 'util';
import { SECTIONS } from './outputs';

/** What `npm run same` was asked for. */
export interface Options {
  readonly revision: string;
  /** Sections that the verdict leaves out. */
  readonly without: readonly string[];
}

/** The command line makes no sense. */
export class UsageError extends Error {
}

const USAGE = 'npm run same -- REV [--without SECTION,SECTION]';

/** Reads the command line. */
export function parseOptions(args: readonly string[]): Options {
  const { revision, without } = parsed(args);
  const unknown = without.find((section) => !SECTIONS.includes(section));
  if (unknown !== undefined) {
    throw new UsageError(`there is no section ${JSON.stringify(unknown)}; there are ${SECTIONS.join(', ')}`);
  }
  return { revision, without };
}

function parsed(args: readonly string[]): Options {
  let given: ReturnType<typeof read>;
  try {
    given = read(args);
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('\n')[0]} (${USAGE})`);
  }
  const { values, positionals: [revision, ...others] } = given;
  if (revision === undefined || others.length > 0) {
    throw new UsageError(`give one revision to compare with: ${USAGE}`);
  }
  return { revision, without: values.without?.split(',') ?? [] };
}

function read(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: { without: { type: 'string' } } });
}
