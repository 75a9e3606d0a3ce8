import { IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { IKey } from 'aws-cdk-lib/aws-kms';
import { S3Access, Vendor, VendorS3BucketPolicies, VendorS3PolicyPlacement } from '../api';
import { PropertyNames } from '../cdk/input';

/** Properties of `VendorS3AccessUser`. */
export interface VendorS3AccessUserProps {
  /**
   * The vendor that will hold the access key. Its principals are not used.
   */
  readonly vendor: Vendor;

  /** What may be touched; at least one entry. */
  readonly access: S3Access[];

  /**
   * Name of the user: up to 64 characters of letters, digits and `_+=,.@-`.
   *
   * @default - CloudFormation makes one
   */
  readonly userName?: string;

  /**
   * IAM path of the user and its group; starts and ends with a slash.
   *
   * @default /
   */
  readonly path?: string;

  /**
   * Name of the secret that holds the access key.
   *
   * @default - CloudFormation makes one
   */
  readonly secretName?: string;

  /**
   * The KMS key that encrypts the secret.
   *
   * @default - the key that AWS manages for Secrets Manager
   */
  readonly secretEncryptionKey?: IKey;

  /**
   * Raise it by one to replace the access key; the old key is deleted with the same deployment.
   *
   * @default 1
   */
  readonly accessKeySerial?: number;

  /**
   * A managed policy that bounds what the user can ever do.
   *
   * @default - none, or the one that `PermissionsBoundary.of` sets
   */
  readonly permissionsBoundary?: IManagedPolicy;

  /**
   * Addresses from which the key works, in CIDR notation. Strongly advised: a key that leaks is then of no use elsewhere.
   *
   * @default - any
   */
  readonly allowedSourceIps?: string[];

  /**
   * When the access ends, as if the user was suspended from then on: it can do nothing, whatever else was granted to it.
   *
   * @default - never
   */
  readonly expiresAt?: Date;

  /**
   * Whether the access is suspended: the access key is inactive, and the user is denied everything.
   *
   * @default false
   */
  readonly suspended?: boolean;

  /**
   * Where permissions are kept. A group holds 5,120 characters of inline policy.
   *
   * @default VendorS3PolicyPlacement.INLINE
   */
  readonly policyPlacement?: VendorS3PolicyPlacement;

  /**
   * When the policies of the buckets name the user.
   *
   * @default VendorS3BucketPolicies.WHEN_NEEDED
   */
  readonly bucketPolicies?: VendorS3BucketPolicies;

  /**
   * Whether the stack has outputs for the name of the user, the ARN of the secret and the locations. The access key is
   * never an output; a hand-off is in any case.
   *
   * @default true
   */
  readonly outputs?: boolean;

  /**
   * Whether the wildcards in the policies are acknowledged to cdk-nag (`AwsSolutions-IAM5`), each with a reason.
   *
   * @default true
   */
  readonly acknowledgeWildcards?: boolean;
}

export const USER_PROPS: PropertyNames<VendorS3AccessUserProps> = {
  access: true,
  accessKeySerial: true,
  acknowledgeWildcards: true,
  allowedSourceIps: 'limits',
  bucketPolicies: true,
  expiresAt: 'limits',
  outputs: true,
  path: true,
  permissionsBoundary: 'limits',
  policyPlacement: true,
  secretEncryptionKey: true,
  secretName: true,
  suspended: 'limits',
  userName: true,
  vendor: true,
};
