/** What is printed. */
export { examples, EXIT_CODES, PROGRAM } from './help';
export { CommandError, EXIT, type Io, processIo } from './io';
export { print, printWarnings, style, table } from './print';
export { reportError } from './report-error';
