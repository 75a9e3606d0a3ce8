/* eslint-disable @typescript-eslint/no-require-imports */
import { writeFileSync } from 'fs';
import { Command, Option } from 'commander';
import { STACK_QUOTAS } from '../../policy/aws';
import { BucketInput } from '../../policy/request';
import { addBucketOptions, addTemplateOptions, bucketWarnings, checkOutFile, KitOptions, kitProps, resolveVendor } from '../options';
import { checkReady, oneClick, readyMade } from '../run';
import { CommandError, examples, EXIT, Io, print, printWarnings } from '../terminal';

interface TemplateOptions extends KitOptions {
  readonly format?: Format;
  readonly out?: string;
  readonly externalId?: string;
  readonly roleName?: string;
  readonly account?: string;
  readonly region?: string;
  readonly json?: boolean;
}

type Format = 'json' | 'yaml';

/** `template`: a CloudFormation template, with parameters or filled in. */
export function templateCommand(io: Io): Command {
  const command = addTemplateOptions(new Command('template'))
    .summary('print the one-click template of a vendor, or one that is filled in')
    .description('Print a CloudFormation template: the one-click template of a vendor or, with --bucket, one that is filled in and has no parameters.')
    .addOption(new Option('--format <format>', 'how to write it (default: as the name of --out says, otherwise yaml)').choices(['json', 'yaml']))
    .option('--out <file>', 'where to write it (default: standard output)');
  const buckets = addBucketOptions(command);
  return command
    .option('--external-id <id>', 'the external ID that you and the vendor agreed on (with --bucket)')
    .option('--role-name <name>', 'the name of the role, where the vendor does not fix it (with --bucket)')
    .option('--account <id>', 'the account that it is for (with --bucket; default: any)')
    .option('--region <region>', 'the region that it is for (with --bucket; default: any)')
    .addHelpText('after', examples(
      'template --vendor cloudglue --slots 3 --out template.yaml',
      'template --vendor cloudglue --bucket my-videos --prefix raw --external-id k3J-2f9a',
      'template --vendor ./vendor.yaml --bucket one --prefix in --bucket two --whole-bucket --mode write --external-id k3J-2f9a',
    ))
    .action((options: TemplateOptions) => {
      const { template, warnings } = buckets().length === 0 ? parametrized(options) : filledIn(options, buckets());
      printWarnings(io, options.json, warnings);
      const format = options.format ?? (/\.json$/i.test(options.out ?? '') ? 'json' : 'yaml');
      const text = rendered(template, format);
      if (options.out === undefined) {
        print(io, options.json, { template, warnings }, () => text);
      } else {
        checkOutFile(options.out);
        writeFileSync(options.out, text);
        print(io, options.json, { written: [options.out], warnings }, () => `${options.out}`);
      }
    });
}

/** The options that have a meaning only where everything is filled in. */
const READY_ONLY = [['externalId', '--external-id'], ['roleName', '--role-name'], ['account', '--account'], ['region', '--region']] as const;

/** The options that have a meaning only where there are parameters. */
const PARAMETERS_ONLY = [['slots', '--slots'], ['externalIdSource', '--external-id-source']] as const;

function parametrized(options: TemplateOptions) {
  refuse(options, READY_ONLY, 'goes with --bucket; without one, the template asks for it');
  return oneClick(resolveVendor(options), kitProps(options));
}

function filledIn(options: TemplateOptions, buckets: readonly BucketInput[]) {
  refuse(options, PARAMETERS_ONLY, 'goes with the one-click template; leave it out, or leave out --bucket');
  const { externalId, roleName, account, region } = options;
  const ready = { vendor: resolveVendor(options), buckets, externalId, roleName, account, region };
  checkReady(ready);
  const { template, warnings } = readyMade(ready);
  return { template, warnings: [...bucketWarnings(buckets), ...warnings] };
}

function refuse(options: TemplateOptions, names: ReadonlyArray<readonly [keyof TemplateOptions, string]>, why: string): void {
  const given = names.find(([name]) => options[name] !== undefined);
  if (given !== undefined) {
    throw new CommandError(EXIT.usage, `${given[1]} ${why}`);
  }
}

function rendered(template: object, format: Format): string {
  if (format === 'yaml') {
    return (require('../../kit/files') as typeof import('../../kit/files')).templateYaml(template);
  }
  const text = `${JSON.stringify(template, undefined, 2)}\n`;
  // Not to lose by spaces what CloudFormation takes without a bucket for the template.
  return Buffer.byteLength(text) <= STACK_QUOTAS.templateBody ? text : `${JSON.stringify(template)}\n`;
}
