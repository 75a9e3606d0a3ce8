import { Duration, Stack } from 'aws-cdk-lib';
import { CfnRole, IGrantable, IManagedPolicy, IPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PolicyUsage, S3Access, Vendor, VendorS3BucketPolicies, VendorS3HandOff, VendorS3PolicyPlacement } from '../api';
import { ADDITIONAL_TRUST, ROLE_PROPS } from './property-names';
import { bindExpiry, bindSourceIps, bindTrust, bindVendor, checkBoundary, checkDuration } from '../cdk/bind';
import { checkList, checkOptionalList, checkStruct, checkSwitches, readProps } from '../cdk/input';
import { located } from '../cdk/report';
import { addRoleOutputs, arnEnd, claimRoleName, IdentityAccess, TrustPrincipal } from '../cdk/resources';
import { TokenTable } from '../cdk/tokens';
import { checkDescription, checkPath, describeRole, QUOTAS } from '../policy/aws';
import { hasReference, Issues, raising } from '../policy/base';
import { Statement } from '../policy/document';
import { checkRoleName, checkTrust } from '../policy/request';
import { VendorFacts } from '../policy/vendor';
import { documentSize } from '../policy/write';

/** Further principals that a role trusts, with an external ID of their own. */
export interface VendorS3AdditionalTrust {
  /** Who is trusted. */
  readonly vendor: Vendor;

  /**
   * The external ID that these principals must send.
   *
   * @default - none; then `withoutExternalId` must say why, unless the vendor supports none
   */
  readonly externalId?: string;

  /**
   * The external ID that will replace the present one; both are valid.
   *
   * @default - no rotation under way
   */
  readonly nextExternalId?: string;

  /**
   * Why these principals need no external ID.
   *
   * @default - an external ID is required
   */
  readonly withoutExternalId?: string;
}

/** Properties of `VendorS3AccessRole`. */
export interface VendorS3AccessRoleProps {
  /** Who may assume the role. */
  readonly vendor: Vendor;

  /** What may be touched; at least one entry. */
  readonly access: S3Access[];

  /**
   * The external ID that the vendor must send: 2 to 1,224 characters of letters, digits and `_+=,.@:/-`.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
   * @default - none; then `withoutExternalId` must say why, unless the vendor supports none
   */
  readonly externalId?: string;

  /**
   * The external ID that will replace the present one. Both are valid, so that the rotation has no gap.
   *
   * @default - no rotation under way
   */
  readonly nextExternalId?: string;

  /**
   * Why the vendor needs no external ID. Without one, a vendor can be tricked by one customer into using the role of
   * another.
   *
   * @default - an external ID is required
   */
  readonly withoutExternalId?: string;

  /**
   * Further principals that may assume the role, each with its own external ID.
   *
   * @default - none
   */
  readonly additionalTrust?: VendorS3AdditionalTrust[];

  /**
   * Name of the role: up to 64 characters of letters, digits and `_+=,.@-`.
   *
   * @default - the name that the vendor demands; otherwise CloudFormation makes one
   */
  readonly roleName?: string;

  /**
   * IAM path of the role; starts and ends with a slash.
   *
   * @default /
   */
  readonly path?: string;

  /**
   * Description of the role, up to 1,000 characters.
   *
   * @default - names the vendor
   */
  readonly description?: string;

  /**
   * How long a session may last: 1 to 12 hours.
   *
   * @default Duration.hours(1)
   */
  readonly maxSessionDuration?: Duration;

  /**
   * A managed policy that bounds what the role can ever do.
   *
   * @default - none, or the one that `PermissionsBoundary.of` sets
   */
  readonly permissionsBoundary?: IManagedPolicy;

  /**
   * Addresses from which the role may be assumed, in CIDR notation. They are not checked on the S3 requests that
   * follow, which may come through a VPC endpoint without an address.
   *
   * @default - any
   */
  readonly allowedSourceIps?: string[];

  /**
   * When the access ends. From then on the role cannot be assumed, and open sessions can do nothing.
   *
   * @default - never
   */
  readonly expiresAt?: Date;

  /**
   * Whether the access is suspended: the same role with the same ARN, which nobody can assume, and whose open sessions
   * can do nothing.
   *
   * @default false
   */
  readonly suspended?: boolean;

  /**
   * Where permissions are kept.
   *
   * @default VendorS3PolicyPlacement.INLINE
   */
  readonly policyPlacement?: VendorS3PolicyPlacement;

  /**
   * When the policies of the buckets name the role.
   *
   * @default VendorS3BucketPolicies.WHEN_NEEDED
   */
  readonly bucketPolicies?: VendorS3BucketPolicies;

  /**
   * Whether the stack has outputs for the role's ARN and name, the external ID and the locations. A hand-off is an output in
   * any case.
   *
   * @default true
   */
  readonly outputs?: boolean;

  /**
   * Whether the role's ARN and name are exported, as `<StackName>-RoleArn` and `<StackName>-RoleName`.
   *
   * @default - what the vendor's definition asks for
   */
  readonly exportOutputs?: boolean;

  /**
   * Whether the wildcards in the role's policies are acknowledged to cdk-nag (`AwsSolutions-IAM5`), each with a reason.
   *
   * @default true
   */
  readonly acknowledgeWildcards?: boolean;
}

/** How a trust policy gets shorter. */
const TRUST_ADVICE = { field: 'vendor', advice: 'use shorter external IDs (parameters: a smaller MaxLength), or trust fewer principals' };

/**
 * A role through which a third-party vendor reaches S3 data: exactly the access declared, and nothing else.
 *
 * @example
 *
 * /// fixture=with-imports
 * new VendorS3AccessRole(this, 'Cloudglue', {
 *   vendor: Vendors.cloudglue(),
 *   externalId: 'k3J-2f9a',
 *   access: [S3Access.read(videos, { prefixes: ['raw'] })],
 * });
 */
export class VendorS3AccessRole extends Construct implements IGrantable {
  /** The role. */
  public readonly role: Role;

  /** ARN of the role; the vendor asks for it. */
  public readonly roleArn: string;

  /** Name of the role. */
  public readonly roleName: string;

  /** The role as a principal, for further grants. They are the caller's own, and are not limited as the access here is. */
  public readonly grantPrincipal: IPrincipal;

  private readonly props: VendorS3AccessRoleProps;
  private readonly tokens: TokenTable;
  private readonly identity: IdentityAccess;
  private readonly trustSize: number;

  constructor(scope: Construct, id: string, props: VendorS3AccessRoleProps) {
    super(scope, id);
    // The caller's own object is not looked at again.
    props = located(this, () => readProps(props, ROLE_PROPS));
    this.props = props;
    this.tokens = new TokenTable(this);
    const setup = located(this, () => this.check());
    this.trustSize = documentSize(setup.trust);
    this.role = new Role(this, 'Role', {
      assumedBy: new TrustPrincipal(setup.trust, this.tokens),
      // Never a generated one: it would appear with the first reference from another account, and replace the role.
      roleName: setup.roleName,
      path: props.path,
      description: setup.description,
      maxSessionDuration: props.maxSessionDuration,
      permissionsBoundary: props.permissionsBoundary,
    });
    this.roleArn = this.role.roleArn;
    this.roleName = this.role.roleName;
    this.grantPrincipal = this.role.grantPrincipal;
    const resource = this.role.node.defaultChild as CfnRole | undefined;
    this.identity = located(this, () => new IdentityAccess(this, {
      tokens: this.tokens,
      vendor: setup.vendor,
      context: { expiresAt: setup.expiresAt },
      suspended: props.suspended,
      attachTo: { roles: [this.roleName] },
      inlineQuota: QUOTAS.roleInline,
      arn: this.roleArn,
      pathAndName: arnEnd('role', { name: setup.roleName, path: props.path }, { name: () => resource?.roleName, path: () => resource?.path }),
      policyPlacement: props.policyPlacement,
      bucketPolicies: props.bucketPolicies,
      acknowledgeWildcards: props.acknowledgeWildcards,
    }));
    located(this, () => this.identity.add(checkList(props.access, 'access')));
    if (props.outputs ?? true) {
      located(this, () => addRoleOutputs(this, {
        roleArn: this.roleArn,
        roleName: this.roleName,
        externalIds: { ExternalId: props.externalId, NextExternalId: props.nextExternalId },
        locations: () => this.identity.addresses,
        exported: props.exportOutputs ?? setup.vendor.exportOutputs,
      }));
    }
  }

  /** What the owners of buckets and keys outside this app must add to their policies. */
  public get handOffs(): VendorS3HandOff[] {
    return this.identity.handOffs;
  }

  /** How much of IAM's quotas the role takes. */
  public get policyUsage(): PolicyUsage {
    return this.identity.usage(this.trustSize, QUOTAS.trustPolicy);
  }

  /** Declares further access. */
  public addAccess(...access: S3Access[]): void {
    located(this, () => this.identity.add(access));
  }

  private check(): { vendor: VendorFacts; trust: Statement[]; roleName?: string; description: string; expiresAt?: string } {
    const { props, tokens } = this;
    checkSwitches(props, 'suspended', 'outputs', 'exportOutputs', 'acknowledgeWildcards');
    const vendor = bindVendor(this, tokens, props.vendor, 'role', 'vendor');
    const demands = [vendor];
    const parties = [
      ...bindTrust(this, tokens, vendor, props, ''),
      ...(checkOptionalList(props.additionalTrust, 'additionalTrust') ?? []).flatMap((more, i) => {
        const place = `additionalTrust[${i}]`;
        checkStruct(more, place, ADDITIONAL_TRUST);
        const facts = bindVendor(this, tokens, more.vendor, 'role', `${place}.vendor`);
        demands.push(facts);
        return bindTrust(this, tokens, facts, more, `${place}.`);
      }),
    ];
    const expiresAt = bindExpiry(this, props.expiresAt);
    const context = { expiresAt, sourceIps: bindSourceIps(tokens, props.allowedSourceIps), suspended: props.suspended };
    const trust = raising((issues) => checkTrust(parties, context, TRUST_ADVICE, issues));
    if (props.path !== undefined) {
      checkPath(tokens.encodeProperty(props.path, 'text', 'path'), 'path');
    }
    checkDuration(props.maxSessionDuration, 'maxSessionDuration');
    checkBoundary(props.permissionsBoundary, 'permissionsBoundary');
    const description = props.description ?? describeRole(vendor.name);
    checkDescription(tokens.encodeProperty(description, 'text', 'description'), 'description');
    return { vendor, trust, roleName: this.roleNameFor(demands), description, expiresAt };
  }

  private roleNameFor(vendors: readonly VendorFacts[]): string | undefined {
    const { roleName } = this.props;
    const given = roleName === undefined ? undefined : this.tokens.encodeProperty(roleName, 'name', 'roleName');
    const issues = new Issues();
    const name = checkRoleName(vendors, given, 'leave it out, or give that vendor a role of its own', issues);
    issues.raise();
    if (name !== undefined && !hasReference(name)) {
      claimRoleName(Stack.of(this), name);
    }
    return roleName ?? this.tokens.decode(name);
  }
}
