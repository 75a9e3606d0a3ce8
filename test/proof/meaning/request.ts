/** What somebody attempts, in the terms of AWS's APIs. The context is what differs from an ordinary request. */
export type Request = AssumeRequest | S3Request | KeyRequest;

/** Assuming the role. */
export interface AssumeRequest {
  readonly kind: 'assume';
  /** ARN of the role or user that calls. */
  readonly principal: string;
  readonly externalId?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly organizationId?: string;
  readonly sourceIp?: string;
  /** ISO 8601; an ordinary request comes before every expiry. */
  readonly time?: string;
}

/** A call to S3, from an open session of the role, with the user's key, or by the vendor's own principal. */
export interface S3Request {
  readonly kind: 's3';
  /** For instance `s3:GetObject`. */
  readonly action: string;
  readonly bucket: string;
  /** The account that really owns the bucket. */
  readonly owner: string;
  /** None: about the bucket as a whole. */
  readonly key?: string;
  /** The prefix that a listing asks for; none: everything. */
  readonly prefix?: string;
  /** Whether the call goes over plain HTTP. */
  readonly withoutTls?: boolean;
  readonly acl?: string;
  /** The server-side encryption that a write asks for. */
  readonly encryption?: string;
  /** Whether a write brings a key of its own (SSE-C). */
  readonly customerKey?: boolean;
  readonly time?: string;
  readonly sourceIp?: string;
  /** By whom, if not by the role or user: the vendor's own principal, or somebody who has no part in it. */
  readonly principal?: string;
  readonly organizationId?: string;
}

/** A use of a KMS key. */
export interface KeyRequest {
  readonly kind: 'kms';
  readonly action: string;
  /** The position of the key in the declaration; one that is not there is another key of the customer's. */
  readonly key: number;
  /** The ARN that S3 puts into the encryption context; none for a call without one. */
  readonly encryptionContext?: string;
  /** The service that calls; none for a direct call. */
  readonly viaService?: string;
  /** Whether the alias of the declaration points to the key no longer. */
  readonly withoutAlias?: boolean;
  readonly time?: string;
  readonly principal?: string;
  readonly organizationId?: string;
}

/** When ordinary requests are made. */
export const NOW = '2026-11-20T12:00:00Z';

/** Where ordinary requests come from. */
export const ADDRESS = '198.51.100.7';
