import { Change } from './change';
import { PolicyDocumentJson } from '../../../support/policy-document';
import { Declaration } from '../../world/declaration';
import { World } from '../../world/world';
import { Direction } from '../equivalence';
import { SubjectName } from '../subject';

/** A mistake that somebody could make, in documents that were right. */
export interface PlantedBug {
  readonly name: string;
  readonly declaration: Declaration;
  /** Where it is: in what is attached to the role or user, in its trust policy, in the policies of buckets or of keys. */
  readonly place: 'identity' | 'trust' | 'bucket' | 'key';
  readonly change: Change;
  readonly subject: SubjectName;
  readonly direction: Direction;
  /** The encoding refuses to judge documents with a policy variable, whose value nobody knows: that is finding it. */
  readonly refused?: boolean;
}

/** A world in which one kind of document has the bug. A bug that changes nothing is none, and an error. */
export function plant(world: World, { name, place, change }: PlantedBug): World {
  let changed = false;
  const alter = (document: PolicyDocumentJson): PolicyDocumentJson => {
    const Statement = document.Statement.flatMap((statement) => change(statement) ?? []);
    changed ||= JSON.stringify(Statement) !== JSON.stringify(document.Statement);
    return { ...document, Statement };
  };
  const overrides: Readonly<Record<PlantedBug['place'], Partial<World>>> = {
    identity: { identityPolicies: () => world.identityPolicies().map(({ name: title, policy }) => ({ name: title, policy: alter(policy) })) },
    trust: { trustPolicy: () => alter(world.trustPolicy()) },
    bucket: {
      bucketPolicy: (bucket, owner) => {
        const policy = world.bucketPolicy(bucket, owner);
        return policy && owner === world.ownerOf(bucket) ? alter(policy) : policy;
      },
    },
    key: { keyPolicy: (key) => (world.declaration.keys[key] === undefined ? world.keyPolicy(key) : alter(world.keyPolicy(key))) },
  };
  // The bug is in the documents alone: everything else is that of the real world.
  const altered: World = Object.assign(Object.create(world), overrides[place]);
  const { declaration } = world;
  if (place === 'identity') {
    altered.identityPolicies();
  } else if (place === 'trust') {
    altered.trustPolicy();
  } else if (place === 'bucket') {
    declaration.buckets.forEach((bucket) => altered.bucketPolicy(bucket.name, world.ownerOf(bucket.name)));
  } else {
    declaration.keys.forEach((_, key) => altered.keyPolicy(key));
  }
  if (!changed) {
    throw new Error(`${name}: the bug changes nothing`);
  }
  return altered;
}
