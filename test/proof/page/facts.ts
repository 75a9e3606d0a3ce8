import { Vendor } from '../../../src';
import { factsOf, KitFacts } from '../../../src/kit/form';

export const TEMPLATE_URL = 'https://example-kits.s3.us-east-1.amazonaws.com/1.0.0/template.json';

const REGIONS = ['ap-southeast-2', 'cn-north-1', 'eu-west-1', 'us-east-1'];

/** The facts of a vendor's kit for three buckets, and what is different about them in a test. */
export function factsFor(vendor: Vendor, different: Partial<KitFacts> = {}): KitFacts {
  const regions = REGIONS.filter((region) => vendor.definition.partition !== 'aws' || !region.startsWith('cn-'));
  return { ...factsOf(vendor, { slots: 3, templateUrl: TEMPLATE_URL, version: '1.0.0', regions }), ...different };
}
