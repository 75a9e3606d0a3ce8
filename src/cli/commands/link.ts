import { Command, Option } from 'commander';
import { launchLink, PARAMETERS } from '../../kit/form';
import { htmlButton, markdownBadge } from '../../kit/texts';
import { checkRegion } from '../../policy/aws';
import { fail, raising } from '../../policy/base';
import { checkExternalId } from '../../policy/grant';
import { addKitOptions, KitOptions, mayComeTwice } from '../options';
import { resolveFacts } from '../run';
import { CommandError, examples, EXIT, Io, print } from '../terminal';

interface LinkOptions extends KitOptions {
  readonly region?: string;
  readonly param: Readonly<Record<string, string>>;
  readonly externalId?: string;
  readonly markdown?: boolean;
  readonly html?: boolean;
  readonly json?: boolean;
}

/** `link`: what launches the template in the console, with values filled in. */
export function linkCommand(io: Io): Command {
  return addKitOptions(new Command('link'))
    .summary('print the link that opens a published template in the console')
    .description('Print the link that opens a published one-click template in the CloudFormation console, with values filled in.')
    .option('--region <region>', 'the region to launch it in (default: all)')
    .addOption(mayComeTwice(new Option('--param <name=value>', 'a value for a parameter of the template; repeat it for more')
      .default({}, 'none').argParser(addParameter)))
    .option('--external-id <id>', 'the external ID: short for --param ExternalId=…')
    .option('--markdown', 'print badges for a Markdown page')
    .option('--html', 'print buttons for an HTML page')
    .addHelpText('after', examples(
      'link --vendor cloudglue --template-url https://acme.s3.amazonaws.com/kit/template.json --region eu-west-1',
      'link --vendor hotglue --template-url https://acme.s3.amazonaws.com/kit/template.json \\\n      --external-id tenant-7f3a2c --markdown',
    ))
    .action((options: LinkOptions) => {
      if (options.templateUrl === undefined) {
        throw new CommandError(EXIT.usage, '--template-url is missing; give the address of the published template');
      }
      if (options.markdown && options.html) {
        throw new CommandError(EXIT.usage, 'give --markdown or --html, not both');
      }
      const links = linksFor(options);
      print(io, options.json, links, () => rendered(links, options));
    });
}

interface Link {
  readonly region: string;
  readonly link: string;
  readonly markdown: string;
  readonly html: string;
}

function addParameter(text: string, earlier: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, name, value] = /^([A-Za-z0-9]+)=([^]*)$/.exec(text) ?? [];
  if (name === undefined) {
    throw new CommandError(EXIT.usage, `--param: received ${JSON.stringify(text)}; give Name=Value`);
  }
  if (value === '') {
    throw new CommandError(EXIT.usage, `--param: received ${JSON.stringify(text)}; give ${name} a value, or leave it out`, 'OptionEmpty');
  }
  if (Object.hasOwn(earlier, name)) {
    throw new CommandError(EXIT.usage, `--param sets ${name} twice; give it once`);
  }
  return { ...earlier, [name]: value };
}

function linksFor(options: LinkOptions): Link[] {
  const { param, externalId, region: only } = options;
  return raising((issues) => {
    // Here it is an option; among the parameters it would be told by a name that nobody typed.
    const known = externalId === undefined ? undefined : issues.check(() => checkExternalId(externalId, 'externalId'));
    const { externalId: name } = PARAMETERS;
    if (known !== undefined && Object.hasOwn(param, name)) {
      throw new CommandError(EXIT.usage, `--external-id and --param ${name} exclude each other; give one of them`, 'OptionRepeated');
    }
    const named = only === undefined ? undefined : issues.check(() => checkRegion(only, 'region'));
    // A region that is named may be newer than the list of them here.
    const facts = issues.check(() => resolveFacts(options, named === undefined ? undefined : [named]));
    const isSent = facts?.externalId !== 'none';
    if (known !== undefined && !isSent) {
      issues.check(() => fail('ExternalIdNotSupported', 'externalId', known, `${facts.vendor.name} sends none; leave it out`));
    }
    const parameters = known === undefined || !isSent ? param : { ...param, [name]: known };
    return facts?.regions.flatMap((region) => {
      const link = issues.check(() => launchLink(facts, { region, parameters }));
      return link === undefined ? [] : [{ region, link, markdown: markdownBadge(link), html: htmlButton(link) }];
    });
  });
}

/** One link by itself; of many, each is named by its region. */
function rendered(links: readonly Link[], { region, markdown, html }: LinkOptions): string {
  const form = markdown ? 'markdown' : html ? 'html' : 'link';
  if (region !== undefined) {
    return links[0][form];
  }
  switch (form) {
    case 'markdown':
      return ['| region | |', '|---|---|', ...links.map((link) => `| ${link.region} | ${link.markdown} |`)].join('\n');
    case 'html':
      return ['<ul>', ...links.map((link) => `  <li>${link.region} ${link.html}</li>`), '</ul>'].join('\n');
    default:
      return links.map((link) => `${link.region}\t${link.link}`).join('\n');
  }
}
