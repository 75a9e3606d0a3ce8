import { fail, hasReference } from '../base';
import { actionsFor, Location } from '../grant';
import { VendorFacts } from './vendor-facts';

/**
 * The vendor's own buckets, as locations of the customer's role.
 *
 * @param customers the customer's account, in all ways in which it may be written; the first stands in conditions
 */
export function companionLocations(vendor: VendorFacts, customers: readonly [string, ...string[]]): Location[] {
  return vendor.companions.map((companion) => {
    if (customers.includes(companion.owner)) {
      fail('CompanionOwnerInvalid', `${companion.field}.ownerAccount`, companion.owner, 'this is the customer\'s own account, and no business of a vendor definition');
    }
    const [customer] = customers;
    return {
      field: companion.field,
      bucketArn: companion.bucketArn,
      owner: companion.owner,
      // Where the two cannot be compared now, the policy does so.
      notOwner: hasReference(customer) || hasReference(companion.owner) ? customer : undefined,
      requireTls: true,
      scopes: companion.scopes,
      variables: vendor.variables,
      actions: actionsFor(companion.mode, {}, {}, companion.field),
      keys: [],
    };
  });
}
