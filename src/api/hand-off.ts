/** Whose policy has to be edited by hand. */
export enum VendorS3HandOffKind {
  /** The policy of a bucket. */
  BUCKET_POLICY = 'bucketPolicy',

  /** The policy of a KMS key. */
  KEY_POLICY = 'keyPolicy',
}

/**
 * Statements that the owner of a bucket or key must add, because this app cannot: it was imported, or lies where a
 * reference back to this stack would close a circle.
 */
export interface VendorS3HandOff {
  /** Which kind of policy. */
  readonly kind: VendorS3HandOffKind;

  /** ARN of the bucket or key; for a key given by alias, the name of the alias. */
  readonly resource: string;

  /** Statements in IAM's JSON form, ready to be added to the `Statement` list. May hold tokens. */
  readonly statements: any[];
}
