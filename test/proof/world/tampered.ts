import { World } from './world';
import { NamedPolicy, PolicyDocumentJson } from '../../support/policy-document';

/** A bug in a document, as a compiler could have made it. */
export type Tampering = (document: PolicyDocumentJson) => PolicyDocumentJson;

/** A world with a bug in all its documents. Whatever is proven of worlds must turn out false of this one. */
export class TamperedWorld extends World {
  constructor(private readonly world: World, private readonly tamper: Tampering) {
    super(world.declaration, world.template, world.surroundings);
  }

  /** Whether the bug makes a difference to the text at all. */
  public get differs(): boolean {
    const { declaration } = this;
    const documents = (world: World) => JSON.stringify([
      world.identityPolicies(),
      declaration.construct === 'role' ? world.trustPolicy() : undefined,
      declaration.buckets.map(({ name }) => world.bucketPolicy(name, world.ownerOf(name))),
      declaration.keys.map((_, key) => world.keyPolicy(key)),
    ]);
    return documents(this) !== documents(this.world);
  }

  public identityPolicies(): readonly NamedPolicy[] {
    return super.identityPolicies().map(({ name, policy }) => ({ name, policy: this.tamper(policy) }));
  }

  public trustPolicy(): PolicyDocumentJson {
    return this.tamper(super.trustPolicy());
  }

  public bucketPolicy(name: string, owner: string): PolicyDocumentJson | undefined {
    const policy = super.bucketPolicy(name, owner);
    return policy && this.tamper(policy);
  }

  public keyPolicy(key: number): PolicyDocumentJson {
    return this.tamper(super.keyPolicy(key));
  }
}
