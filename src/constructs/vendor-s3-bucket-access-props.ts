import { S3Access, Vendor } from '../api';
import { PropertyNames } from '../cdk/input';

/** Properties of `VendorS3BucketAccess`. */
export interface VendorS3BucketAccessProps {
  /** Whose principals the bucket policies name. */
  readonly vendor: Vendor;

  /** What may be touched; at least one entry. */
  readonly access: S3Access[];

  /**
   * Addresses from which the buckets may be reached, in CIDR notation. Requests through a VPC endpoint have none and are
   * refused.
   *
   * @default - any
   */
  readonly allowedSourceIps?: string[];

  /**
   * When the access ends, as if it was suspended from then on: the vendor is refused everything on the buckets, whatever else was granted to it.
   *
   * @default - never
   */
  readonly expiresAt?: Date;

  /**
   * Whether the access is suspended: nothing is granted, and the vendor's principals are denied what others granted.
   *
   * @default false
   */
  readonly suspended?: boolean;

  /**
   * Whether the stack has an output with the locations. A hand-off is an output in any case.
   *
   * @default true
   */
  readonly outputs?: boolean;
}

export const BUCKET_ACCESS_PROPS: PropertyNames<VendorS3BucketAccessProps> = {
  access: true,
  allowedSourceIps: 'limits',
  expiresAt: 'limits',
  outputs: true,
  suspended: 'limits',
  vendor: true,
};
