import { NamedPolicy, PolicyDocumentJson } from '../../support/policy-document';
import { World } from '../world/world';

/** A bug in a document, as a compiler could have made it. */
export type Tampering = (document: PolicyDocumentJson) => PolicyDocumentJson;

/** Where a bug can be: in what is attached to the role or user, in its trust policy, in the policies of buckets or of keys. */
export const PLACES = ['identity', 'trust', 'bucket', 'key'] as const;

export type Place = typeof PLACES[number];

/** All that has a say in a world, as text. */
export function documentsIn(world: World): string {
  const { declaration } = world;
  return JSON.stringify([
    world.identityPolicies(),
    declaration.construct === 'role' ? world.trustPolicy() : undefined,
    declaration.buckets.map(({ name }) => world.bucketPolicy(name, world.ownerOf(name))),
    declaration.keys.map((_, key) => world.keyPolicy(key)),
    // A list of one says what its entry says.
  ], (_, value: unknown) => (Array.isArray(value) && value.length === 1 ? value[0] as unknown : value));
}

/**
 * A world with a bug in its documents, or in one kind of them; those of strangers, and of keys that nobody declared, are not
 * ours to spoil. Whatever is proven of worlds must turn out false of this one.
 */
export class TamperedWorld extends World {
  constructor(private readonly world: World, private readonly tamper: Tampering, private readonly places: readonly Place[] = PLACES) {
    super(world.declaration, world.template, world.surroundings);
  }

  /** Whether the bug makes a difference to the text at all. */
  public get differs(): boolean {
    return documentsIn(this) !== documentsIn(this.world);
  }

  public identityPolicies(): readonly NamedPolicy[] {
    return this.world.identityPolicies().map(({ name, policy }) => ({ name, policy: this.spoilt('identity', policy) }));
  }

  public trustPolicy(): PolicyDocumentJson {
    return this.spoilt('trust', this.world.trustPolicy());
  }

  public bucketPolicy(name: string, owner: string): PolicyDocumentJson | undefined {
    const policy = this.world.bucketPolicy(name, owner);
    return policy && owner === this.ownerOf(name) ? this.spoilt('bucket', policy) : policy;
  }

  public keyPolicy(key: number): PolicyDocumentJson {
    const policy = this.world.keyPolicy(key);
    return this.declaration.keys[key] === undefined ? policy : this.spoilt('key', policy);
  }

  private spoilt(place: Place, document: PolicyDocumentJson): PolicyDocumentJson {
    return this.places.includes(place) ? this.tamper(document) : document;
  }
}
