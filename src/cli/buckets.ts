import type { Command } from 'commander';
import { CommandError, EXIT } from './io';
import type { BucketInput } from '../one-click/setup/setup';

/** The options of a bucket, each with the part that it sets. */
const PARTS: ReadonlyArray<readonly [flags: string, part: Exclude<keyof BucketInput, 'bucketName'>, description: string]> = [
  ['--prefix <folder>', 'prefix', 'the folder of the --bucket before it that the vendor gets (default: the whole bucket)'],
  ['--mode <mode>', 'mode', 'read, write or readWrite, for the --bucket before it (default: the narrowest that the vendor has a use for)'],
  ['--key-arn <arn>', 'keyArn', 'the KMS key that encrypts the --bucket before it'],
];

/** Adds `--bucket`, and the options that say more about the one before them. Gives what was typed, once it is parsed. */
export function addBucketOptions(command: Command): () => readonly BucketInput[] {
  const buckets: Array<{ -readonly [part in keyof BucketInput]: string }> = [];
  command.option('--bucket <name>', 'a bucket; repeat it, with its own options after each, for more', (name: string) => {
    buckets.push({ bucketName: name, prefix: '', mode: '', keyArn: '' });
  });
  for (const [flags, part, description] of PARTS) {
    const [option] = flags.split(' ');
    command.option(flags, description, (value: string) => {
      const bucket = buckets.at(-1);
      if (bucket === undefined) {
        throw new CommandError(EXIT.usage, `${option} belongs to the --bucket before it; give --bucket first`);
      }
      if (value === '') {
        throw new CommandError(EXIT.usage, `${option} is empty; leave it out, if that is meant`);
      }
      if (bucket[part] !== '') {
        throw new CommandError(EXIT.usage, `${option} is given twice for one bucket; repeat --bucket for another part of it`);
      }
      bucket[part] = value;
    });
  }
  return () => buckets;
}
