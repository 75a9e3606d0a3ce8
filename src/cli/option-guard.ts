import type { Command, Option } from 'commander';
import { CommandError, EXIT } from './io';

const REPEATABLE = new WeakSet<Option>();

/** Marks an option of which every occurrence counts. */
export function mayComeTwice(option: Option): Option {
  REPEATABLE.add(option);
  return option;
}

/**
 * Refuses what the parser lets pass, and what would do something else than was typed: values that are empty, as a variable of a
 * shell is that nobody has set; and options that come twice, of which the last would count and the others be forgotten.
 */
export function guardOptions(command: Command): void {
  // An option and its opposite say the same thing twice.
  const given = new Map<string, string>();
  for (const option of command.options) {
    const typed = option.long!;
    command.on(`option:${option.name()}`, (value: string | null | undefined) => {
      if (value === '') {
        throw new CommandError(EXIT.usage, `${typed} is empty; give it a value, or leave it out`, 'OptionEmpty');
      }
      const earlier = given.get(option.attributeName());
      if (earlier !== undefined && !REPEATABLE.has(option)) {
        throw new CommandError(EXIT.usage, earlier === typed
          ? `${typed} is given twice; give it once`
          : `${typed} and ${earlier} exclude each other; give one of them`, 'OptionRepeated');
      }
      given.set(option.attributeName(), typed);
    });
  }
  command.hook('preAction', (_, { args, registeredArguments }) => {
    const empty = args.indexOf('');
    if (empty !== -1) {
      throw new CommandError(EXIT.usage, `<${(registeredArguments[empty] ?? registeredArguments.at(-1)).name()}> is empty; give it a value`, 'ArgumentEmpty');
    }
  });
}
