import { Command } from 'commander';
import { publishKit, PublishOptions, renderPublished } from '../publish';
import { examples, print } from '../terminal';
import type { Io } from '../terminal';

interface Options extends Omit<PublishOptions, 'folder' | 'version'> {
  readonly kitVersion?: string;
  readonly json?: boolean;
}

const ABOUT = `Upload a kit to the vendor's bucket on S3: under its version, then as the latest one.

${[
  'The files of a version are never changed once they are there. The template goes first and the page last, so that no page leads to a',
  'template that is missing. What an earlier kit has left among the latest files, and this one does not have, is told; with --prune it is',
  'deleted. Nothing is made public: that is for the policy of the bucket, or for what serves it. Credentials are found as by the AWS CLI.',
].join(' ')}`;

/** `publish`: puts a kit where customers find it. */
export function publishCommand(io: Io): Command {
  return new Command('publish')
    .summary('upload a kit to the vendor\'s bucket')
    .description(ABOUT)
    .argument('<dir>', 'the folder of the kit, as "kit --out" has written it')
    .requiredOption('--to <address>', 'where versions are published: s3://<bucket>/<prefix>')
    .option('--kit-version <version>', 'the version (default: the one that the kit was made with)')
    .option('--region <region>', 'the region of the bucket (default: the one in the template\'s address)')
    .option('--dry-run', 'tell what would be uploaded, and ask nobody')
    .option('--latest', 'make it the latest version (default)')
    .option('--no-latest', 'leave the latest version as it is')
    .option('--prune', 'delete from the latest version what an earlier kit has left there and this one does not have')
    .option('--force', 'replace a version that is there with other contents')
    .option('--endpoint-url <url>', 'what stands in for S3')
    .addHelpText('after', examples(
      'publish kit --to s3://acme-kits/aws --dry-run',
      'publish kit --to s3://acme-kits/aws',
      'publish kit --to s3://acme-kits/aws --no-latest --json',
    ))
    .action(async (folder: string, { json, kitVersion, ...options }: Options) => {
      const result = await publishKit({ ...options, folder, version: kitVersion });
      print(io, json, result, () => renderPublished(result));
    });
}
