import { and, either, Formula, not, or } from './smt/formula';
import { is, startsWith } from './smt/text';
import { BESIDE, Declaration } from '../meaning/declaration';
import { meaningOf } from '../meaning/vendor';
import { World } from '../world/world';

/** A bucket or key, and the account that owns it. */
export interface Owned {
  /** Name of the bucket, ARN of the key. */
  readonly name: string;
  readonly owner: string;
}

/** The buckets that have a part in a declaration: those it names, those the vendor brings, and one that others grant. */
export function bucketsOf(world: World): Owned[] {
  const { buckets, vendor } = world.declaration;
  const { companionBuckets } = meaningOf(vendor);
  const beside = world.declaration.grantedBeside ? [BESIDE] : [];
  const names = [...buckets.map(({ name }) => name), ...companionBuckets.map(({ bucketName }) => bucketName), ...beside];
  return [...new Set(names)].map((name) => ({ name, owner: world.ownerOf(name) }));
}

/** The keys that have a part in it, each with its position; of one given by alias, the key that the alias points to. */
export function keysOf(world: World): Array<Owned & { readonly position: number }> {
  return world.declaration.keys.map((_, position) => {
    const name = world.keyArn(position);
    return { name, owner: name.split(':')[4], position };
  });
}

/** That a request is about a bucket or about an object in it. Names of buckets have no slash. */
export function within(bucket: string): Formula {
  return or(is('resource', `arn:aws:s3:::${bucket}`), startsWith('resource', `arn:aws:s3:::${bucket}/`));
}

/** That a request reaches the bucket of its name that is meant, or one that the declaration does not know and the customer owns. */
export function meantBucket(world: World, customer: string): Formula {
  const buckets = bucketsOf(world);
  return either(
    ...buckets.map(({ name, owner }) => and(within(name), is('owner', owner))),
    and(not(or(...buckets.map(({ name }) => within(name)))), is('owner', customer)),
  );
}

/** Whether the declaration makes a role or user, or lets the vendor's own principals in. */
export function hasHolder({ construct }: Declaration): boolean {
  return construct !== 'bucketAccess';
}
