import { fail, hasReference, Issues } from '../base';
import { Location, termsId } from '../grant';
import { Given } from './access-request';

/** Access that was checked by itself, and how to name it where it is the second of its kind. */
export interface Declaration {
  readonly location: Location;
  readonly named: Given<string>;
}

/** All that was declared so far, against which further access is checked: it must say something new, and nothing contrary. */
export class DeclaredAccess {
  private readonly identities = new Set<string>();
  /** By bucket, where one is written out. A partition may be written or not: there is one bucket of a name in each. */
  private readonly owners = new Map<string, string>();

  /** Checks further access, which counts only once it is kept. */
  public check(added: readonly Declaration[], issues: Issues): void {
    const here = new DeclaredAccess();
    for (const declaration of added) {
      const identity = identityOf(declaration.location);
      issues.check(() => {
        if (this.identities.has(identity) || here.identities.has(identity)) {
          fail('AccessDuplicate', declaration.named.field, declaration.named.value, 'declare it once');
        }
        this.checkOwner(declaration, here);
      });
      here.add(identity, declaration.location);
    }
  }

  /** Counts access as declared. */
  public keep(added: ReadonlyArray<Pick<Declaration, 'location'>>): void {
    added.forEach(({ location }) => this.add(identityOf(location), location));
  }

  private add(identity: string, { bucketArn, owner }: Location): void {
    this.identities.add(identity);
    // One that is known only at deployment may be the same as any other.
    const bucket = bucketOf(bucketArn);
    if (owner !== undefined && !hasReference(owner) && !this.owners.has(bucket)) {
      this.owners.set(bucket, owner);
    }
  }

  private checkOwner({ location: { bucketArn, owner }, named }: Declaration, here: DeclaredAccess): void {
    const bucket = bucketOf(bucketArn);
    const known = this.owners.get(bucket) ?? here.owners.get(bucket);
    if (owner !== undefined && known !== undefined && known !== owner && !hasReference(owner)) {
      fail('BucketOwnerConflict', named.field, named.value, `a bucket has one owner, and here it is ${owner}, elsewhere ${known}`);
    }
  }
}

/** The name of a bucket; all of an ARN that is not known now. */
function bucketOf(arn: string): string {
  return arn.startsWith('arn:') ? arn.split(':')[5] : arn;
}

/** Equal for declarations that say the same. */
function identityOf(location: Location): string {
  const { bucketArn, actions, scopes, patterns, kmsKeys } = location;
  // All of a bucket is no part of it that would be called so.
  const where = Array.isArray(scopes) ? patterns.map(({ stem, open }) => JSON.stringify([stem, open])).sort() : scopes;
  return JSON.stringify([bucketOf(bucketArn), actions, where, kmsKeys, termsId(location)]);
}
