import { hasReference } from '../base';
import { actionsFor, Location } from '../grant';
import { patternsFrom } from '../pattern';
import { VendorFacts } from './vendor-facts';

/**
 * The vendor's own buckets, as locations of the customer's role.
 *
 * @param customer the customer's account, as it is written in conditions
 */
export function companionLocations(vendor: VendorFacts, customer: string): Location[] {
  return vendor.companions.map(({ field, bucketArn, owner, mode, scopes, patterns }) => ({
    field,
    bucketArn,
    owner,
    // Where the two cannot be compared now, the policy does so.
    notOwner: hasReference(customer) || hasReference(owner) ? customer : undefined,
    requireTls: true,
    scopes,
    patterns: patternsFrom(field, patterns),
    actions: actionsFor(mode, {}, {}),
    kmsKeys: [],
  }));
}
