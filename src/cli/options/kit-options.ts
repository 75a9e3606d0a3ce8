import { Command, Option } from 'commander';
import { addVendorOptions, VendorOptions } from './vendor-source';

/** The options that shape a one-click template. */
export interface KitOptions extends VendorOptions {
  readonly slots?: string;
  readonly externalIdSource?: string;
  readonly templateUrl?: string;
  readonly kitVersion?: string;
  readonly stackName?: string;
}

/** The same, as the stack and the facts take them. */
export interface KitProps {
  readonly slots?: number;
  readonly externalId?: string;
  readonly templateUrl?: string;
  readonly version?: string;
  readonly stackName?: string;
}

/** Adds the options that shape the parameters of a one-click template. */
export function addTemplateOptions(command: Command): Command {
  return addVendorOptions(command)
    .option('--slots <number>', 'how many buckets the template takes, 1 to 10 (default: 1)')
    .addOption(new Option('--external-id-source <source>', 'who makes the external ID (default: as the definition says)')
      .choices(['entered', 'issued', 'derived']));
}

/** Adds the options that say where and how a kit is published. */
export function addKitOptions(command: Command): Command {
  return addTemplateOptions(command)
    .option('--template-url <url>', 'where the template is or will be published, on S3')
    .option('--stack-name <name>', 'the name that the customer\'s stack gets (default: made of the vendor\'s)');
}

/** Takes the options as the stack and the facts do; those check them. */
export function kitProps({ slots, externalIdSource, templateUrl, kitVersion, stackName }: KitOptions): KitProps {
  return {
    slots: slots === undefined ? undefined : numberOf(slots),
    externalId: externalIdSource,
    templateUrl,
    version: kitVersion,
    stackName,
  };
}

/** What is no number goes on as it was typed: the check that refuses it says what that was. */
function numberOf(text: string): number {
  return /^[0-9]+$/.test(text) ? Number(text) : text as unknown as number;
}
