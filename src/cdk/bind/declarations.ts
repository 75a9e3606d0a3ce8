import { Construct } from 'constructs';
import { AccessBinder, AccessTarget, addressesOf, BoundAccess } from './bound-access';
import { warnAboutUploads } from './bound-limits';
import { partitionReference } from './bound-vendor';
import { bucketsOfOtherKeys } from './bucket-keys';
import { S3Access } from '../../api';
import { fail } from '../../policy/base';
import { VendorFacts } from '../../policy/vendor';
import { warnAtSynth } from '../report';
import { TokenTable } from '../tokens';

/** All the access that one construct declares, now and later. */
export class Declarations {
  private readonly binder: AccessBinder;
  private bound: readonly BoundAccess[] = [];

  constructor(private readonly scope: Construct, private readonly tokens: TokenTable, vendor: VendorFacts, into: AccessTarget) {
    this.binder = new AccessBinder(scope, tokens, vendor, partitionReference(tokens), into);
    // An override or an aspect may still change how a bucket encrypts.
    scope.node.addValidation({
      validate: () => {
        bucketsOfOtherKeys(this.bound).forEach((path) => warnAtSynth(scope, 'keyNotDeclared', `bucket ${path}: it encrypts with a KMS key that is not declared for it, so that the vendor can read and write nothing there; name the key in encryptionKeys`));
        return [];
      },
    });
  }

  /** Adds the vendor's own buckets. */
  public addCompanions(): void {
    this.bound = [...this.bound, ...this.binder.companions()];
  }

  /** Checks further access, which counts only once it is kept. */
  public bind(access: readonly S3Access[]): BoundAccess[] {
    const added = this.binder.bind(access);
    if (added.length === 0) {
      fail('AccessEmpty', 'access', access, 'declare at least one S3Access');
    }
    return added;
  }

  /** Counts access as declared. */
  public keep(added: readonly BoundAccess[]): void {
    this.binder.keep(added);
    this.bound = [...this.bound, ...added];
    warnAboutUploads(this.scope, added);
  }

  /** Everything declared so far. */
  public get all(): readonly BoundAccess[] {
    return this.bound;
  }

  /** The `s3://` addresses of everything declared so far, sorted. */
  public get addresses(): string[] {
    return [...new Set(this.bound.flatMap(addressesOf))].sort().map((address) => this.tokens.describe(address));
  }
}
