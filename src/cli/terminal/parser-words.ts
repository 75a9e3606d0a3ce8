import { Command, CommanderError } from 'commander';
import { PROGRAM } from './help';
import { didYouMean, show } from '../../policy/base';

/** What the parser finds wrong with what was typed, in the words of this program: the subject first, then the way out. */
export function inOwnWords(error: CommanderError, command: Command): CommanderError {
  const message = MESSAGES[error.code]?.(command, error.message);
  return message === undefined ? error : new CommanderError(error.exitCode, error.code, message);
}

const MESSAGES: Readonly<Record<string, (command: Command, message: string) => string | undefined>> = {
  'commander.unknownOption': (command, message) => {
    const [, typed] = /'([^]*?)'/.exec(message)!;
    const known = command.createHelp().visibleOptions(command).map(({ long }) => long!);
    return `there is no option ${typed}; ${didYouMean(typed, known)}${helpOf(command)} lists the options`;
  },
  'commander.unknownCommand': (command) => {
    const [typed] = command.args;
    const known = command.createHelp().visibleCommands(command).map((one) => one.name());
    return `there is no command ${show(typed)}; ${didYouMean(typed, known)}the commands are ${known.join(', ')}`;
  },
  'commander.optionMissingArgument': ({ options }, message) => {
    const option = options.find(({ flags }) => message.includes(`'${flags}'`));
    return option && `${option.long} has no value; give it one: ${option.flags}`;
  },
  'commander.missingMandatoryOptionValue': ({ options }, message) => {
    const option = options.find(({ flags }) => message.includes(`'${flags}'`));
    return option && `${option.long} is missing; give ${option.flags}, ${option.description}`;
  },
  'commander.missingArgument': (command) => {
    const argument = command.registeredArguments[command.args.length];
    return `<${argument.name()}> is missing; give ${argument.description}${argument.argChoices ? `: ${argument.argChoices.join(', ')}` : ''}`;
  },
  'commander.excessArguments': (command) => {
    const { args, registeredArguments: { length } } = command;
    return `${show(args[length])} is one argument too many; ${helpOf(command)} tells what it takes`;
  },
  'commander.invalidArgument': (command, message) => {
    const [, flags, value] = /^error: option '([^]*?)' argument '([^]*)' is invalid\. Allowed choices/.exec(message) ?? [];
    const option = command.options.find((one) => one.flags === flags);
    if (option) {
      return refused(option.long!, value, option.argChoices!);
    }
    const [, typed, name] = /^error: command-argument value '([^]*)' is invalid for argument '([^]*?)'\. Allowed choices/.exec(message) ?? [];
    const argument = command.registeredArguments.find((one) => one.name() === name);
    return argument && refused(`<${name}>`, typed, argument.argChoices!);
  },
};

function refused(subject: string, typed: string, choices: readonly string[]): string {
  return `${subject}: received ${show(typed)}; ${didYouMean(typed, choices)}give ${choices.length > 1 ? 'one of ' : ''}${choices.join(', ')}`;
}

/** The command that prints the help of a command. */
function helpOf(command: Command): string {
  return `"${command.parent ? `${PROGRAM} ${command.name()}` : PROGRAM} --help"`;
}
