import { Party } from './party';
import { Pattern } from './pattern';

/**
 * What a declaration lets the vendor do, as data: a request that meets all demands of one grant is declared, any other is
 * not. `answer.ts` asks it about single requests; the solver renders it as formulas over all requests. A demand that is
 * undefined is not made.
 */
interface Grant {
  /** Nothing is let through. */
  readonly suspended: boolean;
  /** The end, ISO 8601. */
  readonly before?: string;
  /** Where a call comes from, as CIDR ranges. */
  readonly from?: readonly string[];
}

/** A use of S3. */
export interface S3Grant extends Grant {
  readonly kind: 's3';
  /** Who calls; undefined for the role or user. */
  readonly caller?: Party;
  readonly actions: readonly string[];
  readonly bucket: string;
  /** The account that owns the bucket. */
  readonly owner?: string;
  /** On which objects; undefined: on the bucket itself. */
  readonly keys?: Pattern;
  /** What a listing has to ask for. */
  readonly prefixes?: Pattern;
  /** Whether plain HTTP is refused. */
  readonly tls: boolean;
  readonly acl?: string;
  /** The kinds of encryption that a write may ask for, if it asks for one; it may not bring a key of its own then. */
  readonly encryption?: readonly string[];
}

/** A use of a KMS key. */
export interface KeyGrant extends Grant {
  readonly kind: 'kms';
  readonly caller?: Party;
  readonly actions: readonly string[];
  /** The position of the key in the declaration. */
  readonly key: number;
  /** The name that has to point to the key. */
  readonly alias?: string;
  /** The service that calls. */
  readonly via: string;
  /** The ARN in the encryption context has to fit one of these. */
  readonly contexts: readonly Pattern[];
}

/** Assuming the role. */
export interface TrustGrant extends Grant {
  readonly kind: 'assume';
  readonly caller: Party;
  /** One of these has to be shown; of none, it does not matter. */
  readonly externalIds: readonly string[];
}

export type AnyGrant = S3Grant | KeyGrant | TrustGrant;
