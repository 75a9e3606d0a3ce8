/** How much of IAM's quotas the policies take, in characters as IAM counts them; tokens count at their upper bound. */
export interface PolicyUsage {
  /** Size of the trust policy; 0 where there is none. */
  readonly trustSize: number;

  /** Quota for the trust policy. It can be raised. */
  readonly trustQuota: number;

  /** Size of the construct's own inline policy; 0 where there is none. */
  readonly inlineSize: number;

  /** Size of all other inline policies that the app has given to the role or group so far; what refers to other resources counts little in it. */
  readonly otherInlineSize: number;

  /** Quota for all inline policies of the role or group together. */
  readonly inlineQuota: number;

  /** Sizes of the construct's own managed policies. */
  readonly managedSizes: number[];

  /** How many other managed policies the app has given to the role or group so far. */
  readonly otherManagedPolicies: number;

  /** Quota for each managed policy. */
  readonly managedQuota: number;
}

/** Where permissions are kept. */
export enum VendorS3PolicyPlacement {
  /** In an inline policy, and in managed ones for what does not fit in it. */
  INLINE = 'inline',

  /** In managed policies only, as several compliance frameworks demand. */
  MANAGED = 'managed',
}

/** When the policies of buckets name the vendor's role. */
export enum VendorS3BucketPolicies {
  /** Only where IAM demands it: for buckets in another account. */
  WHEN_NEEDED = 'whenNeeded',

  /** For every bucket. */
  ALWAYS = 'always',

  /** For no bucket; nothing is handed off either. */
  NEVER = 'never',
}
