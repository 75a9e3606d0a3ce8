import { fail, hasReference } from '../base';
import { Location } from './location';

/** Refuses one bucket with two owners; returns the owners that the locations add to those known. */
export function checkOwners(known: ReadonlyMap<string, string>, locations: readonly Location[]): Map<string, string> {
  const added = new Map<string, string>();
  for (const { bucketArn, owner, field } of locations) {
    if (owner !== undefined) {
      const other = known.get(bucketArn) ?? added.get(bucketArn) ?? owner;
      // One that is known only at deployment may be the same as any other.
      if (other !== owner && !hasReference(other) && !hasReference(owner)) {
        fail('BucketOwnerConflict', field, owner, `the same bucket is declared elsewhere with owner ${JSON.stringify(other)}; a bucket has one owner`);
      }
      added.set(bucketArn, other);
    }
  }
  return added;
}
