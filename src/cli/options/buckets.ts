import { Command, Option } from 'commander';
import { CommandError, EXIT } from '../terminal';
import { mayComeTwice } from './option-guard';
import type { ScopeWords } from '../../policy/grant';
import type { BucketInput } from '../../policy/request';

/** How the command line spells a folder and the whole bucket. */
export const SCOPE_OPTIONS: ScopeWords = { parts: '--prefix', whole: '--whole-bucket' };

type Part = Exclude<keyof BucketInput, 'bucketName'>;

/** The options of a bucket, each with the part that it sets. */
const PARTS: ReadonlyArray<readonly [flags: string, part: Part, description: string]> = [
  ['--prefix <folder>', 'prefix', 'the folder of the --bucket before it that the vendor gets'],
  ['--whole-bucket', 'wholeBucket', 'in place of --prefix: the vendor gets everything in the --bucket before it'],
  ['--mode <mode>', 'mode', 'read, write or readWrite, for the --bucket before it (default: the narrowest that the vendor has a use for)'],
  ['--key-arn <arn>', 'keyArn', 'the KMS key that encrypts the --bucket before it'],
];

/** What of the buckets is legal and yet worth a second look. */
export function bucketWarnings(buckets: readonly BucketInput[]): string[] {
  return buckets.filter(({ prefix }) => prefix.includes('*')).map(({ prefix }) =>
    `--prefix ${JSON.stringify(prefix)} is a folder with an asterisk in its name, and no pattern; for all that lies in a folder, give its name alone`);
}

/** Adds `--bucket`, and the options that say more about the one before them. Gives what was typed, once it is parsed. */
export function addBucketOptions(command: Command): () => readonly BucketInput[] {
  const buckets: Array<{ input: BucketInput; readonly given: Set<Part> }> = [];
  command.addOption(mayComeTwice(new Option('--bucket <name>', 'a bucket; repeat it, with its own options after each, for more')));
  command.on('option:bucket', (bucketName: string) => {
    buckets.push({ input: { bucketName, prefix: '', wholeBucket: false, mode: '', keyArn: '' }, given: new Set() });
  });
  for (const [flags, part, description] of PARTS) {
    const option = mayComeTwice(new Option(flags, description));
    command.addOption(option);
    command.on(`option:${option.name()}`, (value: string | null) => {
      const bucket = buckets.at(-1);
      if (bucket === undefined) {
        throw new CommandError(EXIT.usage, `${option.long} belongs to the --bucket before it; give --bucket first`);
      }
      if (bucket.given.has(part)) {
        throw new CommandError(EXIT.usage, `${option.long} is given twice for one bucket; ${option.isBoolean() ? 'give it once' : 'repeat --bucket for another part of it'}`, 'OptionRepeated');
      }
      bucket.given.add(part);
      // A switch has no value.
      bucket.input = { ...bucket.input, [part]: value ?? true };
    });
  }
  return () => buckets.map(({ input }) => input);
}
