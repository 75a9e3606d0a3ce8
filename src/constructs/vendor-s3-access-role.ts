import { Token } from 'aws-cdk-lib';
import { CfnRole, IGrantable, IPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PolicyUsage, S3Access, VendorS3HandOff } from '../api';
import { ADDITIONAL_TRUST, ROLE_PROPS, VendorS3AccessRoleProps } from './vendor-s3-access-role-props';
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
    // By Role.customizeRoles somebody else makes the role, and gets a report of what it needs. Its name is text then; if that is all that is
    // customized, and the CDK makes the role nevertheless, it is not even the right one.
    const resource = this.role.node.defaultChild as CfnRole | undefined;
    const isCustomized = !Token.isUnresolved(this.role.roleName);
    this.roleArn = isCustomized && resource ? resource.attrArn : this.role.roleArn;
    this.roleName = isCustomized && resource ? resource.ref : this.role.roleName;
    this.grantPrincipal = this.role.grantPrincipal;
    const named = resource ? { name: setup.roleName, path: props.path } : { name: this.roleName };
    this.identity = located(this, () => new IdentityAccess(this, {
      tokens: this.tokens,
      vendor: setup.vendor,
      context: { expiresAt: setup.expiresAt },
      suspended: props.suspended,
      attachTo: resource && { roles: [this.roleName] },
      report: isCustomized ? (statement) => void this.role.addToPrincipalPolicy(statement) : undefined,
      holder: resource,
      inlineQuota: QUOTAS.roleInline,
      arn: this.roleArn,
      nameProperty: 'roleName',
      passesBoundary: false,
      pathAndName: arnEnd(this, { kind: 'role', ...named, resource }),
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
      claimRoleName(this, name);
    }
    return roleName ?? this.tokens.decode(name);
  }
}
