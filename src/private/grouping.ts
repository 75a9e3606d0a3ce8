import { IKey } from 'aws-cdk-lib/aws-kms';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { BoundAccess } from './bound-access';
import { BoundKey } from './bound-key';

/** Groups access by bucket construct. */
export function byBucket(access: readonly BoundAccess[]): Map<IBucket, BoundAccess[]> {
  const groups = new Map<IBucket, BoundAccess[]>();
  for (const declared of access) {
    if (declared.bucket) {
      groups.set(declared.bucket, [...groups.get(declared.bucket) ?? [], declared]);
    }
  }
  return groups;
}

/** Groups access by key construct. */
export function byKey(access: readonly BoundAccess[]): Array<{ bound: BoundKey; declared: BoundAccess[] }> {
  const groups = new Map<IKey, { bound: BoundKey; declared: BoundAccess[] }>();
  for (const declared of access) {
    for (const bound of declared.keys) {
      const group = groups.get(bound.key) ?? { bound, declared: [] };
      if (!group.declared.includes(declared)) {
        group.declared.push(declared);
      }
      groups.set(bound.key, group);
    }
  }
  return [...groups.values()];
}
