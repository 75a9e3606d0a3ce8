import { Stack } from 'aws-cdk-lib';
import { IKey } from 'aws-cdk-lib/aws-kms';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { BoundAccess } from './bound-access';
import { byBucket, byKey } from './grouping';
import { delegatesToIam } from './key-delegation';
import { hasReference, Principals } from './policy';
import { ResourcePolicies } from './resource-policies';
import { TokenTable } from './tokens';
import { VendorS3BucketPolicies } from '../policy-usage';

/** The role or user whose permissions the policies of buckets and keys must match. */
export interface Identity {
  readonly stack: Stack;
  readonly arn: string;
  /** The ARN without a reference to the resource, where its name is fixed. */
  readonly literalArn?: string;
}

/** Edits the policies of buckets and keys as far as an identity of this app needs it. */
export class IdentityGrants {
  private readonly account: string;

  constructor(private readonly identity: Identity, private readonly tokens: TokenTable, private readonly policies: ResourcePolicies) {
    this.account = tokens.encode(identity.stack.account, 'accountId', 'account');
  }

  /** Grants on the buckets and keys of further access. */
  public grant(access: readonly BoundAccess[], bucketPolicies: VendorS3BucketPolicies): void {
    for (const [bucket, declared] of byBucket(access)) {
      if (bucketPolicies === VendorS3BucketPolicies.ALWAYS
        || (bucketPolicies === VendorS3BucketPolicies.WHEN_NEEDED && !this.isLocal(declared[0].owner))) {
        this.policies.grantOnBucket(bucket, declared, { named: this.nameFor(bucket), handedTo: [this.plain()] });
      }
    }
    for (const { bound, declared } of byKey(access)) {
      // IAM policies alone decide where the key's own policy leaves it to them.
      if (!(this.isLocal(this.accountOf(bound.key)) && delegatesToIam(bound.key))) {
        this.policies.grantOnKey(bound, declared, {
          named: 'aliasName' in bound.use ? undefined : this.delegateFor(bound.key),
          handedTo: [this.plain()],
          delegated: true,
        });
      }
    }
  }

  private plain(): Principals {
    return { arns: [this.tokens.encode(this.identity.arn, 'principalArn', 'role')] };
  }

  /** How the policy of a bucket names the identity; nobody if it cannot. */
  private nameFor(bucket: IBucket): Principals[] | undefined {
    return Stack.of(bucket) === this.identity.stack ? [this.plain()] : this.delegateFor(bucket);
  }

  /**
   * How a policy in the app leaves it to the identity's own permissions, without a circle of references; nobody if it
   * cannot. A key always does so: its policy may be unable to say for which objects.
   */
  private delegateFor(target: IBucket | IKey): Principals[] | undefined {
    const account = this.accountOf(target);
    const elsewhere = !this.isLocal(account) && !hasReference(account) && !hasReference(this.account);
    const arn = elsewhere || Stack.of(target) === this.identity.stack ? this.identity.arn : this.identity.literalArn;
    if (arn === undefined) {
      return undefined;
    }
    // Where the other stack is deployed first, there is no role to name yet; its account is always there.
    const partition = this.tokens.encode(this.identity.stack.partition, 'partition', 'role');
    return [{ arns: [`arn:${partition}:iam::${this.account}:root`], principalArns: [this.tokens.encode(arn, 'principalArn', 'role')] }];
  }

  private accountOf(target: IBucket | IKey): string {
    return this.tokens.encode(target.env.account, 'accountId', 'account');
  }

  private isLocal(account: string): boolean {
    return account === this.account;
  }
}
