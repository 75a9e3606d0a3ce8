import { CommandCode } from './command-codes';

/** What a command may do to the outside: tests hand in their own. */
export interface Io {
  /** Writes to standard output, as it is. */
  readonly out: (text: string) => void;
  /** Writes to standard error, as it is. */
  readonly err: (text: string) => void;
  /** Whether standard output is a terminal that shows colours. */
  readonly colors: boolean;
}

/** How a command ends, where it does not end well; the numbers are documented in the help. */
export const EXIT = {
  /** What was asked for holds, or was done. */
  success: 0,
  /** A check found that something does not hold. */
  found: 1,
  /** The input is wrong: an unknown option, a value that is refused. */
  usage: 2,
  /** Something outside failed: a file, the network, AWS. */
  outside: 3,
} as const;

/** Ends a command with a message and an exit code. */
export class CommandError extends Error {
  public readonly code: string;

  constructor(public readonly exitCode: number, message: string, code: CommandCode | CodeOfOthers = defaultCode(exitCode)) {
    super(message);
    this.code = typeof code === 'string' ? code : code.of;
  }
}

/** A code that is not of the command line's own making. */
interface CodeOfOthers {
  readonly of: string;
}

function defaultCode(exitCode: number): CommandCode {
  return exitCode === EXIT.usage ? 'UsageInvalid' : exitCode === EXIT.found ? 'CheckFailed' : 'OutsideFailed';
}
