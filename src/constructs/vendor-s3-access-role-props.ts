import { Duration } from 'aws-cdk-lib';
import { IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { S3Access, Vendor, VendorS3BucketPolicies, VendorS3PolicyPlacement } from '../api';
import { PropertyNames } from '../cdk/input';

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

export const ADDITIONAL_TRUST: PropertyNames<VendorS3AdditionalTrust> = {
  externalId: 'limits',
  nextExternalId: 'limits',
  vendor: true,
  withoutExternalId: true,
};

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
   * When the access ends, as if the role was suspended from then on: nobody can assume it, and open sessions can do nothing, whatever else
   * was granted to the role or whoever else is trusted.
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

export const ROLE_PROPS: PropertyNames<VendorS3AccessRoleProps> = {
  access: true,
  acknowledgeWildcards: true,
  additionalTrust: true,
  allowedSourceIps: 'limits',
  bucketPolicies: true,
  description: true,
  expiresAt: 'limits',
  exportOutputs: true,
  externalId: 'limits',
  maxSessionDuration: 'limits',
  nextExternalId: 'limits',
  outputs: true,
  path: true,
  permissionsBoundary: 'limits',
  policyPlacement: true,
  roleName: true,
  suspended: 'limits',
  vendor: true,
  withoutExternalId: true,
};
