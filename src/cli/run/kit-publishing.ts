/* eslint-disable @typescript-eslint/no-require-imports */
import type { Command } from 'commander';
import type { PublishOptions, PublishResult } from '../publish';
import { CommandError, EXIT } from '../terminal';

/** The options of `kit` that say where to upload it. */
export interface PublishingOptions {
  readonly publish?: string;
  readonly kitVersion?: string;
  readonly templateUrl?: string;
  readonly region?: string;
  readonly dryRun?: boolean;
  readonly endpointUrl?: string;
}

/** Adds the options that say where to upload a kit. */
export function addPublishingOptions(command: Command): Command {
  return command
    .option('--publish <address>', 'upload it as well, to s3://<bucket>/<prefix>, under its version and as the latest one')
    .option('--region <region>', 'the region of that bucket (default: that of the environment)')
    .option('--dry-run', 'with --publish: write the kit, but upload nothing')
    .option('--endpoint-url <url>', 'with --publish: what stands in for S3');
}

/** What will be published, and the address that its template gets. */
interface PlannedPublishing {
  readonly publishing: PublishOptions;
  readonly templateUrl: string;
}

/** Plans to publish what will be in a folder; nothing where it stays there. */
export function plannedPublishing(folder: string, options: PublishingOptions): PlannedPublishing | undefined {
  const { publish, kitVersion, templateUrl, region, dryRun, endpointUrl } = options;
  if (publish === undefined) {
    const [unused] = ['region', 'dryRun', 'endpointUrl'].filter((name) => options[name as keyof PublishingOptions] !== undefined);
    if (unused !== undefined) {
      throw new CommandError(EXIT.usage, `--${unused.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)} goes with --publish; give that as well, or leave it out`);
    }
    return undefined;
  }
  if (templateUrl !== undefined) {
    throw new CommandError(EXIT.usage, '--template-url follows from --publish; leave one of the two out');
  }
  if (kitVersion === undefined) {
    throw new CommandError(EXIT.usage, '--kit-version is missing; give it with --publish, for each version has a folder of its own');
  }
  const { chosenRegion } = require('../aws') as typeof import('../aws');
  const { parseKitAddress, publishedTemplateUrl } = require('../publish') as typeof import('../publish');
  const found = chosenRegion(region);
  if (found === undefined) {
    throw new CommandError(EXIT.usage, '--region is missing; give that of the bucket to publish in');
  }
  return {
    publishing: { folder, to: publish, version: kitVersion, region: found, dryRun, endpointUrl },
    templateUrl: publishedTemplateUrl({ ...parseKitAddress(publish, '--publish'), version: kitVersion, region: found }),
  };
}

/** Uploads what was written. */
export async function published(publishing: PublishOptions): Promise<PublishResult> {
  return (require('../publish') as typeof import('../publish')).publishKit(publishing);
}

/** What was uploaded, in words. */
export function publishedText(result: PublishResult): string {
  return (require('../publish') as typeof import('../publish')).renderPublished(result);
}
