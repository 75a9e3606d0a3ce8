/**
 * How this program is called, wherever it is shown. By the name of the package: without an installed one, `npx` fetches what has the name
 * that is typed, and that of a mere command may be anybody's.
 */
export const PROGRAM = 'npx cdk-vendor-s3-access';

/** What the exit codes mean, in the words of the help. */
export const EXIT_CODE_HELP = `
Exit codes:
  0  it is done, or it holds
  1  a check found that something does not hold
  2  the input is wrong: an unknown option, a value that is refused, a definition that cannot be read
  3  something outside failed: writing a file, the network, AWS
`;

/** Examples for the help of a command, for `addHelpText('after', …)`. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${PROGRAM} ${line}`).join('\n')}`;
}
