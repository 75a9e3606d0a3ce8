import { Stack, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Declarations } from '../bind';
import { Holder } from './attached-policies';
import { AttachedQuotas } from './attached-quotas';
import { Caller, warnIfDenied } from './denied';
import { GrowingPermissions } from './growing-permissions';
import { IdentityGrants } from './identity-grants';
import { Attachment, Permissions, Report } from './permissions';
import { ResourcePolicies } from './resource-policies';
import { PolicyUsage, S3Access, VendorS3BucketPolicies, VendorS3HandOff, VendorS3PolicyPlacement } from '../../api';
import { QUOTAS } from '../../policy/aws';
import { CompileContext } from '../../policy/grant';
import { VendorFacts } from '../../policy/vendor';
import { checkEnum } from '../input';
import { sameEnvironment, TokenTable } from '../tokens';

/** Who gets the access, and how it is laid out. */
interface IdentityAccessProps {
  readonly tokens: TokenTable;
  readonly vendor: VendorFacts;
  readonly context: CompileContext;
  readonly suspended?: boolean;
  /** None where the CDK makes neither role nor policies. */
  readonly attachTo?: Attachment;
  /** For the report that the CDK makes instead, or beside them. */
  readonly report?: Report;
  /** What they are attached to, as a resource; none where the CDK makes none. */
  readonly holder?: Holder;
  /** Quota for the inline policies of what the permissions are attached to. */
  readonly inlineQuota: number;
  /** ARN of the role or user. */
  readonly arn: string;
  /** The property that would fix its name. */
  readonly nameProperty: string;
  /** Whether a policy elsewhere that names it passes by its permissions boundary. */
  readonly passesBoundary: boolean;
  /** The end of it, `role/<path><name>`, without a reference to the resource; none where the name is not fixed. */
  readonly pathAndName?: string;
  readonly policyPlacement?: VendorS3PolicyPlacement;
  readonly bucketPolicies?: VendorS3BucketPolicies;
  readonly acknowledgeWildcards?: boolean;
}

/** The access of a role or user: its permissions, and what the policies of buckets and keys have to say to match. */
export class IdentityAccess {
  private readonly declarations: Declarations;
  private readonly permissions: Permissions;
  private readonly quotas?: AttachedQuotas;
  private readonly growing: GrowingPermissions;
  private readonly policies: ResourcePolicies;
  private readonly grants: IdentityGrants;

  constructor(scope: Construct, private readonly props: IdentityAccessProps) {
    const { tokens } = props;
    checkEnum(props.policyPlacement, VendorS3PolicyPlacement, 'policyPlacement');
    checkEnum(props.bucketPolicies, VendorS3BucketPolicies, 'bucketPolicies');
    this.declarations = new Declarations(scope, tokens, props.vendor, 'permissions');
    this.permissions = new Permissions(scope, {
      tokens,
      capacity: {
        inline: props.policyPlacement === VendorS3PolicyPlacement.MANAGED ? undefined : props.inlineQuota,
        managedPolicies: QUOTAS.managedPolicies,
      },
      attachTo: props.attachTo,
      report: props.report,
      acknowledgeWildcards: props.acknowledgeWildcards ?? true,
    });
    this.quotas = props.holder && new AttachedQuotas(scope, props.holder, props.inlineQuota, this.permissions);
    this.policies = new ResourcePolicies(scope, tokens, props.context);
    const { arn, nameProperty, pathAndName, passesBoundary } = props;
    this.grants = new IdentityGrants({ stack: Stack.of(scope), arn, nameProperty, pathAndName, passesBoundary }, tokens, this.policies);
    this.declarations.addCompanions();
    warnIfDenied(scope, (stack) => [callerIn(stack, scope, props)], () => (props.suspended ? [] : this.declarations.all));
    this.growing = new GrowingPermissions(this.permissions, props.context, props.suspended ?? false, this.declarations);
  }

  /** Declares access, and brings every policy up to date. */
  public add(access: readonly S3Access[]): void {
    // All that can fail comes first, so that what is refused leaves no trace.
    const added = this.declarations.bind(access);
    const steps = [
      this.growing.plan(added.map(({ location }) => location)),
      ...this.grants.plan(added, this.props.bucketPolicies ?? VendorS3BucketPolicies.WHEN_NEEDED),
    ];
    this.declarations.keep(added);
    steps.forEach((step) => step());
  }

  /** What could not be edited. */
  public get handOffs(): VendorS3HandOff[] {
    return this.policies.handOffs;
  }

  /** The `s3://` addresses of everything declared so far. */
  public get addresses(): string[] {
    return this.declarations.addresses;
  }

  /** How much of the quotas is taken; only a role has a trust policy. */
  public usage(trustSize: number, trustQuota: number): PolicyUsage {
    const others = this.quotas?.others;
    return {
      trustSize,
      trustQuota,
      inlineSize: this.permissions.inlineSize,
      otherInlineSize: others?.inlineSize ?? 0,
      inlineQuota: this.props.inlineQuota,
      managedSizes: this.permissions.managedSizes,
      otherManagedPolicies: others?.managedPolicies ?? 0,
      managedQuota: QUOTAS.managedPolicy,
    };
  }
}

/** The role or user as a template can name it: by its ARN where that can be known there, and by its account. */
function callerIn(stack: Stack, scope: Construct, { arn, pathAndName }: IdentityAccessProps): Caller {
  const here = Stack.of(scope);
  return sameEnvironment(here, stack)
    ? { arn, account: here.account }
    : { arn: pathAndName === undefined ? undefined : arn, account: Token.isUnresolved(here.account) ? undefined : here.account };
}
