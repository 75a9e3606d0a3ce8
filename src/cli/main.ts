import { readFileSync } from 'fs';
import { join } from 'path';
import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands';
import { guardOptions } from './options';
import { EXIT, EXIT_CODE_HELP, inOwnWords, Io, processIo, PROGRAM, reportError, style } from './terminal';

/**
 * Runs the command line, and tells how it ended.
 *
 * @param args without the names of Node.js and of the program
 * @param io by default that of the process, which then ends with the exit code once there is nothing left to do
 */
export async function main(args: string[], io?: Io): Promise<number> {
  const exitCode = await run(args, io ?? processIo());
  if (io === undefined) {
    process.exitCode = exitCode;
  }
  return exitCode;
}

async function run(args: string[], io: Io): Promise<number> {
  try {
    await program(args, io).parseAsync(args, { from: 'user' });
    return EXIT.success;
  } catch (e) {
    if (e instanceof CommanderError && /^commander\.(help|helpDisplayed|version)$/.test(e.code)) {
      // Without a command the help says what is missing.
      return e.exitCode === 0 ? EXIT.success : EXIT.usage;
    }
    return reportError(io, e, { json: has(args, '--json'), debug: has(args, '--debug') || isDebugging(), args });
  }
}

/** The parser may have failed before it saw an option; so what it would have seen is looked up here. */
function has(args: readonly string[], option: string): boolean {
  const end = args.indexOf('--');
  return (end === -1 ? args : args.slice(0, end)).includes(option);
}

function isDebugging(): boolean {
  return (process.env.DEBUG ?? '').split(',').some((name) => ['1', '*', 'vendor-s3-access', 'cdk-vendor-s3-access'].includes(name));
}

/** The parser, with the one command that is asked for, or with all where it is not clear which. */
function program(args: readonly string[], io: Io): Command {
  const { bold } = style(io);
  const root = new Command(PROGRAM)
    .description('Gives a third-party vendor access to S3 data: exactly as far as declared, and no further.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      // Printed once, by reportError.
      outputError: () => undefined,
      getOutHasColors: () => io.colors,
      getErrHasColors: () => io.colors,
      // The same everywhere: the help is quoted in pages.
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
    .configureHelp({ styleTitle: bold, showGlobalOptions: false })
    .addHelpText('afterAll', EXIT_CODE_HELP);
  speaking(root);
  const name = args.find((arg) => !arg.startsWith('-'));
  const asked = name !== undefined && Object.hasOwn(COMMANDS, name) ? [name] : Object.keys(COMMANDS);
  for (const command of asked.map((each) => COMMANDS[each]()(io))) {
    root.addCommand(completed(command, root, args));
  }
  return root;
}

/** Lets a command tell what the parser finds wrong with it in words of its own. */
function speaking(command: Command): void {
  command.exitOverride((error) => {
    throw inOwnWords(error, command);
  });
}

/** Gives a command what all have. */
function completed(command: Command, parent: Command, args: readonly string[]): Command {
  command.copyInheritedSettings(parent);
  speaking(command);
  command.helpOption('-h, --help', 'print this help');
  for (const [option, description] of [
    ['--json', 'print the result, or the error, as JSON'],
    ['--debug', 'print where an error comes from'],
  ]) {
    if (!command.options.some(({ long }) => long === option)) {
      command.option(option, description);
    }
  }
  guardOptions(command, args);
  command.commands.forEach((inner) => completed(inner, command, args));
  return command;
}

function version(): string {
  return JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')).version;
}
