/** What is printed. */
export { examples, EXIT_CODE_HELP, PROGRAM } from './help';
export { CommandError, EXIT, type Io } from './io';
export { inOwnWords } from './parser-words';
export { columns, print, printWarnings, style } from './print';
export { processIo } from './process-io';
export { reportError } from './report-error';
