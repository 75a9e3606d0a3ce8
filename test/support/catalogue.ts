import { VendorDefinition } from '../../src';
import { CATALOGUE } from '../../src/policy/vendor/catalogue';

/** What the catalogue says of a vendor, in the type of the API. */
export function definitionOf(name: keyof typeof CATALOGUE): VendorDefinition {
  return CATALOGUE[name].data as VendorDefinition;
}
