import { CommandError, EXIT, Io } from './io';
import { reportError } from './report-error';
import { systemRemedy } from './system-errors';

/** The input or output of this process. */
export function processIo(): Io {
  const io: Io = {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    // As agreed at no-color.org: set to anything, but not empty.
    colors: process.stdout.isTTY === true && !process.env.NO_COLOR,
  };
  const tell = once((error: NodeJS.ErrnoException) => {
    const why = error.message.replace(/, write$/, '');
    reportError(io, new CommandError(EXIT.outside, `standard output: ${why}; ${systemRemedy(error.code) ?? 'send it elsewhere'}`, 'OutputFailed'), {
      // There is no output for JSON any more.
      json: false, debug: false,
    });
  });
  process.stdout.on('error', failing(tell));
  // Nobody is left to be told.
  process.stderr.on('error', failing(() => undefined));
  return io;
}

/** Ends the process as one that failed outside, unless whoever reads has seen enough, as `head` does. */
function failing(tell: (error: NodeJS.ErrnoException) => void): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (error.code !== 'EPIPE') {
      tell(error);
      // At the very end: what the command came to may not be known yet.
      process.once('exit', () => {
        process.exitCode = EXIT.outside;
      });
    }
  };
}

/** Every write fails then. */
function once<T>(run: (value: T) => void): (value: T) => void {
  let done = false;
  return (value) => {
    if (!done) {
      done = true;
      run(value);
    }
  };
}
