import type { Command, Option } from 'commander';
import { CommandError, EXIT } from '../terminal';

const REPEATABLE = new WeakSet<Option>();

/** Marks an option of which every occurrence counts. */
export function mayComeTwice(option: Option): Option {
  REPEATABLE.add(option);
  return option;
}

/**
 * Refuses what the parser lets pass, and what would do something else than was typed: values that are empty, as a variable of a
 * shell is that nobody has set; options in the place of a value, as after such a variable without quotes; and options that come twice, of
 * which the last would count and the others be forgotten.
 *
 * @param args all that was typed
 */
export function guardOptions(command: Command, args: readonly string[]): void {
  // An option and its opposite say the same thing twice.
  const given = new Map<string, string>();
  for (const option of command.options) {
    const typed = option.long!;
    command.on(`option:${option.name()}`, (value: string | null | undefined) => {
      if (value === '') {
        throw new CommandError(EXIT.usage, `${typed} is empty; give it a value`, 'OptionEmpty');
      }
      // A word of its own: behind an equals sign it would be a part of one.
      if (value?.startsWith('-') && args.includes(value)) {
        throw new CommandError(EXIT.usage, `${typed} has no value before ${value}; give it one, or write ${typed}=${value} if that is it`, 'OptionEmpty');
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
  command.hook('preAction', (_, { args: values, registeredArguments }) => {
    const empty = values.indexOf('');
    if (empty !== -1) {
      const argument = registeredArguments[empty] ?? registeredArguments.at(-1);
      throw new CommandError(EXIT.usage, `the argument "${argument.name()}" is empty; give it a value`, 'ArgumentEmpty');
    }
  });
}
