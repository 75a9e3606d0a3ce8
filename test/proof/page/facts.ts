import { Vendor } from '../../../src';
import { KitFacts } from '../../../src/one-click/setup/facts';

export const TEMPLATE_URL = 'https://example-kits.s3.us-east-1.amazonaws.com/1.0.0/template.json';

export const REGIONS = ['ap-southeast-2', 'cn-north-1', 'eu-west-1', 'us-east-1'];

const KINDS: Readonly<Record<string, KitFacts['principalKind']>> = { 'Coactive': 'role', 'IEX Cloud Apperate': 'user' };

/** The facts of a kit, written out once more. */
export function factsFor(vendor: Vendor, given: Partial<KitFacts> = {}): KitFacts {
  const { definition } = vendor;
  const source = { customer: 'entered', vendor: 'issued' } as const;
  return {
    vendor: definition,
    principalKind: KINDS[definition.name] ?? 'any',
    asksPrincipal: definition.accounts === undefined && definition.principals === undefined,
    externalId: definition.externalId === 'unsupported' ? 'none' : source[definition.externalIdIssuer ?? 'customer'],
    slots: 3,
    stackName: 'VendorS3Access',
    templateUrl: TEMPLATE_URL,
    regions: REGIONS.filter((region) => definition.partition !== 'aws' || !region.startsWith('cn-')),
    version: '1.0.0',
    ...given,
  };
}
