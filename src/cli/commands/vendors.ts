import { Command } from 'commander';
import { catalogue, CatalogueEntry, entryOf } from '../options';
import { columns, examples, print } from '../terminal';
import type { Io } from '../terminal';

/** `vendors`: what the library knows. */
export function vendorsCommand(io: Io): Command {
  return new Command('vendors')
    .summary('list the vendors that the library knows, or print one')
    .description('List the vendors that the library knows, or print the definition of one as YAML.')
    .argument('[name]', 'a vendor of the catalogue')
    .addHelpText('after', examples('vendors', 'vendors cloudglue', 'vendors --json'))
    .action((name: string | undefined, { json }: { json?: boolean }) => {
      if (name === undefined) {
        const entries = catalogue();
        print(io, json, entries.map(({ id, definition }) => ({ id, ...definition })), () => columns(io, [TITLES, ...entries.map(row)]));
      } else {
        const { definition } = entryOf(name);
        print(io, json, definition, () => yaml(definition));
      }
    });
}

const TITLES = ['NAME', 'TRUSTED', 'EXTERNAL ID', 'MODES', 'ROLE NAME', 'THE CUSTOMER BRINGS'];

function row({ id, definition }: CatalogueEntry): string[] {
  const { accounts = [], principals = [], externalId, externalIdIssuer, modes, roleName } = definition;
  const trusted = [...accounts.map((account) => `account ${account}`), ...principals];
  const sent = externalId !== 'unsupported';
  const brought = [
    ...(sent ? ['external ID'] : []),
    ...(trusted.length === 0 ? ['ARN of the principal'] : []),
  ];
  return [
    id,
    trusted.join(', ') || 'named later',
    sent ? `from the ${externalIdIssuer ?? 'customer'}${externalId === 'optional' ? ', optional' : ''}` : 'none',
    modes?.join(', ') ?? 'all',
    roleName ?? 'any',
    brought.join(', ') || 'nothing',
  ];
}

function yaml(value: object): string {
  // Loaded only here: the list needs none of it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('yaml') as typeof import('yaml')).stringify(value);
}
