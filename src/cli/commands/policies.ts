/* eslint-disable @typescript-eslint/no-require-imports */
import { Command, Option } from 'commander';
import type { KitFacts } from '../../kit/form';
import { checkSetup, Setup } from '../../kit/form';
import { Issues } from '../../policy/base';
import { BucketInput } from '../../policy/request';
import { addBucketOptions, addVendorOptions, bucketWarnings, SCOPE_OPTIONS, VendorOptions } from '../options';
import { resolveFacts } from '../run';
import { CommandError, examples, EXIT, Io, print, printWarnings } from '../terminal';

interface PoliciesOptions extends VendorOptions {
  readonly account?: string;
  readonly region?: string;
  readonly externalId?: string;
  readonly roleName?: string;
  readonly as?: keyof typeof FORMS;
  readonly json?: boolean;
}

/** What a set-up is printed as. */
const FORMS = {
  'json': (setup: Setup) => JSON.stringify(asData(setup), undefined, 2),
  'aws-cli': (setup: Setup) => (require('../../kit/texts') as typeof import('../../kit/texts')).awsCli(setup),
  'cdk': (setup: Setup) => (require('../../kit/texts') as typeof import('../../kit/texts')).cdkSnippet(setup),
  'terraform': (setup: Setup) => (require('../../kit/texts') as typeof import('../../kit/texts')).terraform(setup),
} as const;

/** `policies`: for whoever sets it up by hand. */
export function policiesCommand(io: Io): Command {
  const command = addVendorOptions(new Command('policies'))
    .summary('print the policies for a set-up by hand')
    .description('Print the policies for a set-up by hand: filled in with --bucket; otherwise with placeholders.');
  const buckets = addBucketOptions(command);
  return command
    .option('--account <id>', 'the account that owns the buckets and gets the role (with --bucket)')
    .option('--region <region>', 'the region of the buckets (with --bucket)')
    .option('--external-id <id>', 'the external ID that you and the vendor agreed on (with --bucket)')
    .option('--role-name <name>', 'the name of the role, where the vendor does not fix it (with --bucket)')
    .addOption(new Option('--as <form>', 'print the policies, or what makes the role (with --bucket; default: json)').choices(Object.keys(FORMS)))
    .addHelpText('after', examples(
      'policies --vendor cloudglue',
      'policies --vendor cloudglue --bucket my-videos --prefix raw --external-id k3J-2f9a \\\n      --account 111122223333 --region eu-west-1',
      'policies --vendor cloudglue --bucket my-videos --whole-bucket --external-id k3J-2f9a \\\n      --account 111122223333 --region eu-west-1 --as terraform',
    ))
    .action((options: PoliciesOptions) => {
      const { vendor, principal } = options;
      const facts = resolveFacts({ vendor, principal });
      if (buckets().length === 0) {
        placeholders(io, options, facts);
      } else {
        filledIn(io, options, setupOf(options, facts, buckets()), bucketWarnings(buckets()));
      }
    });
}

/** The options that say more about a set-up. */
const WITH_BUCKET = [
  ['account', '--account'], ['region', '--region'], ['externalId', '--external-id'], ['roleName', '--role-name'], ['as', '--as'],
] as const;

function placeholders(io: Io, options: PoliciesOptions, facts: KitFacts): void {
  const given = WITH_BUCKET.find(([name]) => options[name] !== undefined);
  if (given !== undefined) {
    throw new CommandError(EXIT.usage, `${given[1]} goes with --bucket; give one`);
  }
  const { policyFiles } = require('../../kit/texts') as typeof import('../../kit/texts');
  const files = policyFiles(facts);
  print(io, options.json, files.map(({ path, content }) => ({ path, content })), () =>
    files.map(({ path, content }) => `# ${path}\n${content.trimEnd()}\n`).join('\n'));
}

function filledIn(io: Io, { as = 'json', json }: PoliciesOptions, setup: Setup, warnings: readonly string[]): void {
  printWarnings(io, json, warnings);
  print(io, json, { ...asData(setup), ...(as === 'json' ? {} : { [as]: FORMS[as](setup) }), warnings }, () => FORMS[as](setup));
}

function setupOf(options: PoliciesOptions, facts: KitFacts, buckets: readonly BucketInput[]): Setup {
  const { account, region, externalId = '', roleName = '' } = options;
  const missing = account === undefined ? '--account' : '--region';
  if (account === undefined || region === undefined) {
    throw new CommandError(EXIT.usage, `${missing} is missing; the policies name it, so that nobody else's bucket or key is meant`);
  }
  const issues = new Issues();
  const checked = checkSetup({ ...facts, slots: buckets.length }, { accountId: account, region, externalId, principalArn: '', roleName, buckets }, SCOPE_OPTIONS);
  checked.issues.forEach((issue) => issues.add(issue));
  issues.raise();
  return checked.setup!;
}

function asData({ roleName, externalId, trust, inlinePolicy, managedPolicies, keyHandOffs }: Setup) {
  return { roleName, externalId, trustPolicy: trust, inlinePolicy, managedPolicies, keyPolicies: keyHandOffs };
}
