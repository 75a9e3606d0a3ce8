import { IKey } from 'aws-cdk-lib/aws-kms';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { BoundAccess } from './bound-access';
import { BoundKey } from './bound-kms-key';

/** Groups access by bucket construct. */
export function byBucket(access: readonly BoundAccess[]): Map<IBucket, BoundAccess[]> {
  const groups = new Map<IBucket, BoundAccess[]>();
  for (const declared of access) {
    if (declared.bucket) {
      const group = groups.get(declared.bucket) ?? [];
      group.push(declared);
      groups.set(declared.bucket, group);
    }
  }
  return groups;
}

/** Groups access by key construct. */
export function byKey(access: readonly BoundAccess[]): Array<{ bound: BoundKey; declared: BoundAccess[] }> {
  const groups = new Map<IKey, { bound: BoundKey; declared: BoundAccess[] }>();
  for (const declared of access) {
    for (const bound of declared.kmsKeys) {
      const group = groups.get(bound.key) ?? { bound, declared: [] };
      // A declaration comes once for each of its keys, all in a row; one key given twice must not count twice.
      if (group.declared[group.declared.length - 1] !== declared) {
        group.declared.push(declared);
      }
      groups.set(bound.key, group);
    }
  }
  return [...groups.values()];
}
