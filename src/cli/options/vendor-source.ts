import type { Command } from 'commander';
import { catalogue, findEntry } from './catalogue-entries';
import type { Vendor } from '../../api';
import { checkPrincipalArn } from '../../policy/aws';
import { didYouMean } from '../../policy/base';
import { CommandError, EXIT, PROGRAM } from '../terminal';

/** The options that say which vendor it is about. */
export interface VendorOptions {
  readonly vendor?: string;
  readonly principal?: string;
}

/** Adds the options that say which vendor it is about. */
export function addVendorOptions(command: Command): Command {
  return command
    .option('--vendor <name|file>', 'a vendor of the catalogue, or a definition file (.json, .yaml, .yml)')
    .option('--principal <arn>', 'the IAM role or user of the vendor, where its definition names none');
}

/** The vendor that the options name. */
export function resolveVendor({ vendor: source, principal }: VendorOptions): Vendor {
  if (source === undefined) {
    throw new CommandError(EXIT.usage, `--vendor is missing; give it a name of the catalogue or a definition file; "${PROGRAM} vendors" lists the catalogue`);
  }
  const vendor = isPath(source) ? fromFile(source) : fromCatalogue(source);
  return principal === undefined ? vendor : completed(vendor, principal);
}

function isPath(source: string): boolean {
  return /[\\/]|\.(json|ya?ml)$/i.test(source);
}

function fromFile(path: string): Vendor {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('../../api') as typeof import('../../api')).Vendor.fromDefinitionFile(path);
}

function fromCatalogue(name: string): Vendor {
  return entryOf(name).vendor;
}

/** The entry of the catalogue with a name. */
export function entryOf(name: string): ReturnType<typeof catalogue>[number] {
  const entries = catalogue();
  const entry = findEntry(entries, name);
  if (entry === undefined) {
    const ids = entries.map(({ id }) => id);
    throw new CommandError(EXIT.usage, `the catalogue has no vendor ${JSON.stringify(name)}; ${didYouMean(name, ids)}it has ${ids.join(', ')}`, 'VendorUnknown');
  }
  return entry;
}

/** The vendor with its principal, so that whoever gets the result has nothing to enter. */
function completed(vendor: Vendor, principal: string): Vendor {
  const { definition, _kind: kind } = vendor;
  const { accounts = [], principals = [] } = definition;
  if (accounts.length + principals.length > 0) {
    throw new CommandError(EXIT.usage, `--principal: received ${JSON.stringify(principal)}; ${definition.name} names whom to trust itself, so leave it out`);
  }
  checkPrincipalArn(principal, kind, 'principal');
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { Vendor: Factory } = require('../../api') as typeof import('../../api');
  return Factory._known({ ...definition, principals: [principal] }, kind);
}
