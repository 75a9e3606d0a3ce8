import { Construct } from 'constructs';
import { S3Access, VendorS3HandOff } from '../api';
import { BUCKET_ACCESS_PROPS, VendorS3BucketAccessProps } from './vendor-s3-bucket-access-props';
import { bindExpiry, bindSourceIps, bindVendor, BoundAccess, byBucket, byKey, Declarations } from '../cdk/bind';
import { checkList, checkSwitches, readProps } from '../cdk/input';
import { located, warn } from '../cdk/report';
import { addLocationsOutput, ResourcePolicies, Step, warnIfDenied } from '../cdk/resources';
import { TokenTable } from '../cdk/tokens';
import { Principals } from '../policy/grant';

/**
 * Access for a vendor's own principal, without a role: the policies of the buckets, and of their KMS keys, name it.
 *
 * Fit for vendors that read with their own role. A bucket policy cannot demand an external ID, so the vendor itself
 * must keep its customers apart.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html
 */
export class VendorS3BucketAccess extends Construct {
  private readonly parties: readonly Principals[];
  private readonly declarations: Declarations;
  private readonly policies: ResourcePolicies;
  private readonly suspended: boolean;

  constructor(scope: Construct, id: string, props: VendorS3BucketAccessProps) {
    super(scope, id);
    // The caller's own object is not looked at again.
    props = located(this, () => readProps(props, BUCKET_ACCESS_PROPS));
    const tokens = new TokenTable(this);
    const { vendor, context } = located(this, () => {
      checkSwitches(props, 'suspended', 'outputs');
      return {
        vendor: bindVendor(this, tokens, props.vendor, 'bucketPolicy', 'vendor'),
        context: { expiresAt: bindExpiry(this, props.expiresAt), sourceIps: bindSourceIps(tokens, props.allowedSourceIps) },
      };
    });
    this.parties = vendor.parties;
    this.suspended = props.suspended ?? false;
    this.declarations = new Declarations(this, tokens, vendor, 'resourcePolicies');
    this.policies = new ResourcePolicies(this, tokens, context);
    const callers = () => tokens.decode(vendor.parties.flatMap(({ arns }) => arns).map((arn) => ({ arn, account: arn.split(':')[4] })));
    warnIfDenied(this, callers, () => (this.suspended ? [] : this.declarations.all));
    located(this, () => this.declare(checkList(props.access, 'access')));
    if (vendor.parties.length > 0) {
      warn(this, 'noExternalIdInBucketPolicy', `${vendor.name} is named in a bucket policy, which cannot demand an external ID, so it must keep its customers apart by itself; `
        + 'use VendorS3AccessRole if it can assume a role');
    } else if (!vendor.narrowsNobody) {
      warn(this, 'pendingVendor', `${vendor.name} has not named its principal yet, and gets no access; name it once it is known`);
    }
    if (props.outputs ?? true) {
      addLocationsOutput(this, () => this.declarations.addresses);
    }
  }

  /** What the owners of buckets and keys outside this app must add to their policies. */
  public get handOffs(): VendorS3HandOff[] {
    return this.policies.handOffs;
  }

  /** Declares further access. */
  public addAccess(...access: S3Access[]): void {
    located(this, () => this.declare(access));
  }

  private declare(access: readonly S3Access[]): void {
    const added = this.declarations.bind(access);
    const steps = this.parties.length > 0 ? this.plan(added) : [];
    this.declarations.keep(added);
    steps.forEach((step) => step());
  }

  /** What has to be done for further access; fails before any of it is done. */
  private plan(added: readonly BoundAccess[]): Step[] {
    this.policies.begin();
    const grantees = { named: this.parties, handedTo: this.parties };
    const buckets = [...byBucket(added)].map(([bucket, declared]) => (this.suspended
      ? this.policies.denyOnBucket(bucket, declared, this.parties)
      : this.policies.grantOnBucket(bucket, declared, grantees)));
    const keys = this.suspended ? [] : byKey(added).map(({ bound, declared }) => this.policies.grantOnKey(bound, declared, grantees));
    return [...buckets, ...keys];
  }
}
