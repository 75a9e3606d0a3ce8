import { fail, Issues } from '../base';
import { Location } from '../grant';
import { companionLocations, VendorFacts } from '../vendor';

/**
 * The vendor's own buckets, once it is clear that none of them is the customer's.
 *
 * @param customers the customer's account, in all ways in which it may be written; the first stands in conditions
 * @param shownAt the field that names the customer's account, where it can be changed
 */
export function checkCompanions(vendor: VendorFacts, customers: readonly [string, ...string[]], issues: Issues, shownAt?: string): Location[] {
  for (const { field, owner } of vendor.companions) {
    issues.check(() => {
      if (customers.includes(owner)) {
        fail('CompanionOwnerInvalid', `${field}.ownerAccount`, owner, shownAt === undefined
          ? 'this is the customer\'s own account, and no business of a vendor definition'
          : `${vendor.name} says that this account is its own; give the one that has your buckets`);
      }
    }, shownAt);
  }
  return companionLocations(vendor, customers[0]);
}
