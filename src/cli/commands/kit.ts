/* eslint-disable @typescript-eslint/no-require-imports */
import { readdirSync, statSync } from 'fs';
import { join } from 'path';
import { Command } from 'commander';
import type { KitFacts } from '../../kit/form';
import { addKitOptions, checkWayTo, KitOptions, kitProps, resolveVendor } from '../options';
import { addPublishingOptions, oneClick, plannedPublishing, published, publishedText, PublishingOptions } from '../run';
import { CommandError, examples, EXIT, Io, print, printWarnings } from '../terminal';

interface KitCommandOptions extends KitOptions, PublishingOptions {
  readonly kitVersion?: string;
  readonly templateUrl?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `kit`: all that a vendor publishes to its customers. */
export function kitCommand(io: Io): Command {
  const command = addKitOptions(new Command('kit'))
    .summary('write the kit that a vendor publishes: template, launch links, set-up page, guide, policies')
    .description('Write the kit that a vendor publishes: template, launch links, set-up page, guide and policies.')
    .option('--kit-version <version>', 'the version of the kit, such as 1.2.0')
    .option('--out <dir>', 'the folder to write it into; an earlier kit is replaced')
    .option('--force', 'write into a folder that holds something else');
  return addPublishingOptions(command)
    .addHelpText('after', examples(
      'kit --vendor cloudglue --out kit',
      'kit --vendor ./vendor.yaml --slots 3 --kit-version 1.2.0 --out kit \\\n      --template-url https://acme-kits.s3.eu-west-1.amazonaws.com/aws/1.2.0/template.json',
      'kit --vendor ./vendor.yaml --kit-version 1.2.0 --out kit --publish s3://acme-kits/aws --region eu-west-1',
    ))
    .action((options: KitCommandOptions) => writeAndPublish(io, options));
}

async function writeAndPublish(io: Io, options: KitCommandOptions): Promise<void> {
  const { out, force = false, json } = options;
  if (out === undefined) {
    throw new CommandError(EXIT.usage, '--out is missing; give the folder to write the kit into');
  }
  checkFolder(out, force);
  const { kitFiles, writeKit } = require('../../kit/files') as typeof import('../../kit/files');
  const plan = plannedPublishing(out, options);
  const templateUrl = plan?.templateUrl ?? options.templateUrl;
  const { stack, template, warnings: found } = oneClick(resolveVendor(options), kitProps({ ...options, templateUrl }));
  const warnings = [...found, ...notes(stack._facts)];
  printWarnings(io, json, warnings);
  const files = kitFiles(stack._facts, template);
  writeKit(out, files);
  const written = files.map(({ path, content }) => ({ path: join(out, path), bytes: Buffer.byteLength(content) }));
  const upload = plan && await published(plan.publishing);
  print(io, json, { written, warnings, ...(upload && { published: upload }) }, () => [
    ...written.map(({ path, bytes }) => `${path} (${bytes} bytes)`),
    ...(upload ? ['', publishedText(upload)] : []),
  ].join('\n'));
}

/** What a kit lacks, which nobody would notice before a customer does. */
function notes({ templateUrl, asksPrincipal, vendor }: KitFacts): string[] {
  return [
    ...(templateUrl === undefined ? ['The kit has no launch links: nobody knows yet where the template will be. Give --template-url or --publish.'] : []),
    ...(asksPrincipal ? [`${vendor.name} names no account and no principal: nobody can assume a role until its customer enters one. If it is the same for all customers, give --principal.`] : []),
  ];
}

/** Refuses a folder that something else is in: a kit replaces what it finds under its names. */
function checkFolder(folder: string, force: boolean): void {
  checkWayTo(folder);
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there?.isDirectory() === false) {
    throw new CommandError(EXIT.usage, `--out: received ${JSON.stringify(folder)}; this is a file; give the name of a folder`, 'FolderInvalid');
  }
  if (force || there === undefined) {
    return;
  }
  const { KIT_FILES } = require('../../kit/files') as typeof import('../../kit/files');
  const found = readdirSync(folder);
  if (found.length > 0 && !KIT_FILES.every((file) => found.includes(file))) {
    throw new CommandError(EXIT.usage, `--out: received ${JSON.stringify(folder)}; this folder holds something else than a kit; choose another one, or give --force as well`, 'FolderNotEmpty');
  }
}
