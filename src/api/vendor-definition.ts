import { S3AccessMode } from './s3-access';

/** Whether a vendor sends an external ID when it assumes the role. */
export enum ExternalIdPolicy {
  /** It does, always. */
  REQUIRED = 'required',

  /** It does if it was given one. */
  OPTIONAL = 'optional',

  /** It never does; a role that demands one cannot be assumed. */
  UNSUPPORTED = 'unsupported',
}

/** Who chooses the external ID. */
export enum ExternalIdIssuer {
  /** The customer, who tells it to the vendor. */
  CUSTOMER = 'customer',

  /** The vendor, which shows it to the customer. */
  VENDOR = 'vendor',
}

/** A way in which a vendor connects. */
export enum VendorAccessMethod {
  /** It assumes a role in the customer's account: `VendorS3AccessRole`. */
  ROLE = 'role',

  /** Its own principal is named in the bucket policy: `VendorS3BucketAccess`. */
  BUCKET_POLICY = 'bucketPolicy',

  /** It holds an access key of a user in the customer's account: `VendorS3AccessUser`. */
  ACCESS_KEY = 'accessKey',
}

/** A kind of server-side encryption, by the value of its request header. */
export enum VendorEncryption {
  /** With keys that S3 manages. */
  SSE_S3 = 'AES256',

  /** With KMS keys. */
  SSE_KMS = 'aws:kms',

  /** Twice, with KMS keys. */
  DSSE_KMS = 'aws:kms:dsse',
}

/** A bucket of the vendor's own that its role in the customer's account must reach. */
export interface VendorCompanionBucket {
  /** Name of the bucket. */
  readonly bucketName: string;

  /** The vendor's account that owns it, 12 digits. */
  readonly ownerAccount: string;

  /** What is done there. */
  readonly mode: S3AccessMode;

  /**
   * Folders in it.
   *
   * @default - none; `wholeBucket` has to be true then
   */
  readonly prefixes?: string[];

  /**
   * Whether all of it is meant, in place of folders.
   *
   * @default false
   */
  readonly wholeBucket?: boolean;
}

/** A session tag that a vendor sets when it assumes the role. */
export interface VendorSessionTag {
  /** Key of the tag. */
  readonly key: string;

  /**
   * The values that it may have.
   *
   * @default - any value
   */
  readonly values?: string[];
}

/**
 * All that a customer needs to know about a vendor; the one place where a vendor's facts live.
 *
 * The same fields, as JSON or YAML, are read by `Vendor.fromDefinitionFile`.
 */
export interface VendorDefinition {
  /** The vendor's name, for descriptions and messages: up to 100 visible characters, without `{{`. */
  readonly name: string;

  /**
   * The AWS partition of the vendor's accounts: `aws`, `aws-cn`, `aws-us-gov` and so on. The same account ID in another
   * partition is somebody else's.
   *
   * @default - not checked
   */
  readonly partition?: string;

  /**
   * AWS accounts that the vendor works from, 12 digits each. `principalArns` and `organizationId` narrow them.
   *
   * @default - none
   */
  readonly accounts?: string[];

  /**
   * ARNs of IAM roles or users that the vendor works with.
   *
   * @default - none; without `accounts` as well, nobody can assume the role yet
   */
  readonly principals?: string[];

  /**
   * Patterns that the caller's ARN must match, for `accounts`; `*` and `?` may stand in the name of the role or user.
   *
   * @default - every principal that the vendor's account lets in
   */
  readonly principalArns?: string[];

  /**
   * The vendor's AWS organization, such as `o-a1b2c3d4e5`. It narrows `accounts` and `principals`; alone it names nobody.
   *
   * @default - not checked
   */
  readonly organizationId?: string;

  /**
   * Whether the vendor sends an external ID.
   *
   * @default ExternalIdPolicy.REQUIRED
   */
  readonly externalId?: ExternalIdPolicy;

  /**
   * Who chooses the external ID.
   *
   * @default ExternalIdIssuer.CUSTOMER
   */
  readonly externalIdIssuer?: ExternalIdIssuer;

  /**
   * The one role name that the vendor works with.
   *
   * @default - any name
   */
  readonly roleName?: string;

  /**
   * The modes of access that the vendor has a use for.
   *
   * @default - all
   */
  readonly modes?: S3AccessMode[];

  /**
   * The ways in which the vendor connects.
   *
   * @default - all
   */
  readonly accessMethods?: VendorAccessMethod[];

  /**
   * S3 actions that the vendor needs for reading, beside those of the mode. Exact names; a customer can refuse one by
   * setting its option to false.
   *
   * @default - none
   */
  readonly readActions?: string[];

  /**
   * S3 actions that the vendor needs for writing, beside those of the mode. Exact names; a customer can refuse one by
   * setting its option to false.
   *
   * @default - none
   */
  readonly writeActions?: string[];

  /**
   * Buckets of the vendor's own that the role must reach.
   *
   * @default - none
   */
  readonly companionBuckets?: VendorCompanionBucket[];

  /**
   * The kinds of server-side encryption that the vendor accepts. Writes that name another kind are refused.
   *
   * @default - all
   */
  readonly acceptedEncryption?: VendorEncryption[];

  /**
   * Session tags that the vendor sets. No others are let through.
   *
   * @default - none; a call that sets tags is refused
   */
  readonly sessionTags?: VendorSessionTag[];

  /**
   * Variables that the vendor fills in in paths, each with its format: one `?` for each character of a fixed length,
   * or `*`. Names have up to 64 letters, digits and `_.-`.
   *
   * @default - tenant, root_tenant_id, tap, date, full_date, flow_id, job_id and env_id
   */
  readonly pathVariables?: { [name: string]: string };

  /**
   * Whether the vendor reads the outputs by export name, `<StackName>-RoleArn` and `<StackName>-RoleName`.
   *
   * @default false
   */
  readonly exportOutputs?: boolean;

  /**
   * The vendor's page on the set-up; starts with `https://` and a host, in ASCII.
   *
   * @default - none
   */
  readonly documentationUrl?: string;
}
