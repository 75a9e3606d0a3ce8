import { AccessOptions, Mode, PlaceRequest } from '../grant';
import { PartitionUse } from '../vendor';

/** A value, and the field where whoever declares it put it. */
export interface Given<T> {
  readonly field: string;
  readonly value: T;
  /** How it was written, where the value itself was not. */
  readonly written?: string;
}

/** The bucket that somebody wants to give access to; names and ARNs may hold references. */
export interface BucketRequest {
  readonly field: string;
  readonly bucket: { readonly name: string } | { readonly arn: string };
  /** Where it lies; none where that is not known now. */
  readonly region?: string;
  /** How it encrypts by default; none where that is not known. */
  readonly encryption?: string;
}

/** Who owns a bucket. */
export interface OwnerRequest {
  /** The account that the bucket seems to be in. */
  readonly apparent: Given<string>;
  /** The account that is said to own it. */
  readonly stated?: Given<string>;
  /** Whether the apparent one is certain: the bucket is made there. */
  readonly certain?: boolean;
}

/** A KMS key that encrypts what lies in a bucket. */
export interface KeyRequest {
  readonly field: string;
  readonly key: { readonly arn: string } | {
    readonly alias: string;
    /** All keys of the account and region that the alias is in. */
    readonly keysArn: string;
  };
  /** Where it lies, as text or reference; by default as its ARN says. */
  readonly region?: string;
  /** How a program names a key by its alias; none where text was typed. */
  readonly byAlias?: string;
}

/** What somebody wants a vendor to be able to do with one bucket. */
export interface AccessRequest {
  /** The place of the declaration. */
  readonly field: string;
  readonly mode: Given<Mode>;
  readonly options?: AccessOptions;
  readonly bucket: BucketRequest;
  readonly owner: OwnerRequest;
  readonly place: PlaceRequest;
  readonly kmsKeys: readonly KeyRequest[];
  /** Whether the policy names the owner. */
  readonly pinOwner: boolean;
  readonly requireTls: boolean;
}

/** Where the access will be used. */
export interface Surroundings {
  readonly partition: PartitionUse;
}
