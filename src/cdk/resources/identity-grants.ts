import { Aws, Stack } from 'aws-cdk-lib';
import { IKey } from 'aws-cdk-lib/aws-kms';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { BoundAccess, byBucket, byKey } from '../bind';
import { delegatesToIam } from './key-delegation';
import { ResourcePolicies, Step } from './resource-policies';
import { VendorS3BucketPolicies } from '../../api';
import { Principals } from '../../policy/grant';
import { TokenTable } from '../tokens';

/** The role or user whose permissions the policies of buckets and keys must match. */
interface Identity {
  readonly stack: Stack;
  readonly arn: string;
  /** The property that would fix its name. */
  readonly nameProperty: string;
  /** The end of the ARN, `role/<path><name>`, without a reference to the resource; none where its name is not fixed. */
  readonly pathAndName?: string;
  /**
   * Whether a policy that named it would let it do what its permissions boundary leaves out, as with an IAM user.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-eval-logic
   */
  readonly passesBoundary: boolean;
}

/** Edits the policies of buckets and keys as far as an identity of this app needs it. */
export class IdentityGrants {
  private readonly account: string;
  /** The buckets of other accounts, by ARN. */
  private readonly foreign = new Set<string>();
  /** What was declared so far on others, by ARN. */
  private readonly local = new Map<string, BoundAccess[]>();

  constructor(private readonly identity: Identity, private readonly tokens: TokenTable, private readonly policies: ResourcePolicies) {
    this.account = tokens.encode(identity.stack.account, 'accountId', 'account');
  }

  /** What has to be done for further access; fails before any of it is done. */
  public plan(access: readonly BoundAccess[], bucketPolicies: VendorS3BucketPolicies): Step[] {
    this.policies.begin();
    const { inBuckets, remember } = this.needingBucketPolicies(access, bucketPolicies);
    const steps: Step[] = [remember, ...[...byBucket(inBuckets)].map(([bucket, declared]) =>
      this.policies.grantOnBucket(bucket, declared, {
        named: this.nameFor(bucket), handedTo: [this.plain()], delegated: true, nameProperty: this.identity.nameProperty,
      }))];
    for (const { bound, declared } of byKey(access)) {
      // IAM policies alone decide where the key's own policy leaves it to them.
      if (!(this.isLocal(this.accountOf(bound.key)) && delegatesToIam(bound.key))) {
        steps.push(this.policies.grantOnKey(bound, declared, {
          ...'aliasName' in bound.use ? {} : { named: this.delegateFor(Stack.of(bound.key)), namedAsText: this.delegateByName() },
          // The role's own permissions know more than the policy of a key can say, such as the alias.
          handedTo: [this.delegate(this.arn())],
          delegated: true,
          nameProperty: 'aliasName' in bound.use ? undefined : this.identity.nameProperty,
        }));
      }
    }
    return steps;
  }

  /**
   * What the policies of buckets have to allow. A bucket of another account is one for all that is declared on it, though a single declaration
   * may say so, and may come last. Two constructs may stand for one bucket, so it is its ARN that counts.
   */
  private needingBucketPolicies(access: readonly BoundAccess[], when: VendorS3BucketPolicies): { inBuckets: readonly BoundAccess[]; remember: Step } {
    if (when !== VendorS3BucketPolicies.WHEN_NEEDED) {
      return { inBuckets: when === VendorS3BucketPolicies.ALWAYS ? access : [], remember: () => {} };
    }
    const arn = ({ location }: BoundAccess) => location.bucketArn;
    const added = new Set(access.filter((one) => !this.isLocal(one.owner) && !this.foreign.has(arn(one))).map(arn));
    const isForeign = (one: BoundAccess) => this.foreign.has(arn(one)) || added.has(arn(one));
    const earlier = [...added].flatMap((bucket) => this.local.get(bucket) ?? []);
    return {
      inBuckets: [...earlier, ...access.filter(isForeign)],
      remember: () => {
        added.forEach((bucket) => this.foreign.add(bucket));
        access.filter((one) => !isForeign(one)).forEach((one) => {
          const known = this.local.get(arn(one)) ?? [];
          known.push(one);
          this.local.set(arn(one), known);
        });
      },
    };
  }

  private plain(): Principals {
    return { arns: [this.arn()] };
  }

  /** How the policy of a bucket names the identity; nobody if it cannot. */
  private nameFor(bucket: IBucket): Principals[] | undefined {
    const stack = this.policies.stackFor(bucket);
    return stack === this.identity.stack && !this.identity.passesBoundary ? [this.plain()] : this.delegateFor(stack);
  }

  /**
   * How a policy in the app leaves it to the identity's own permissions, without a circle of references; nobody if it
   * cannot. A key always does so: its policy may be unable to say for which objects.
   */
  private delegateFor(stack: Stack): Principals[] | undefined {
    if (stack === this.identity.stack) {
      return [this.delegate(this.arn())];
    }
    return this.delegateByName();
  }

  private delegateByName(): Principals[] | undefined {
    return this.identity.pathAndName === undefined ? undefined : [this.delegate(`arn:${this.partition()}:iam::${this.account}:${this.tokens.late('PathAndName', this.identity.pathAndName, 'principalArn')}`)];
  }

  /** The account, narrowed to the identity. Where the other stack is deployed first, there is no role to name yet. */
  private delegate(arn: string): Principals {
    return { arns: [`arn:${this.partition()}:iam::${this.account}:root`], principalArns: [arn] };
  }

  private arn(): string {
    return this.tokens.encode(this.identity.arn, 'principalArn', 'role');
  }

  private partition(): string {
    return this.tokens.encode(Aws.PARTITION, 'partition', 'role');
  }

  private accountOf(target: IBucket | IKey): string {
    return this.tokens.encode(target.env.account, 'accountId', 'account', target);
  }

  private isLocal(account: string): boolean {
    return account === this.account;
  }
}
