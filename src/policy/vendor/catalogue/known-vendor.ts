import { VendorData } from '..';
import { PrincipalKind } from '../../aws';

/** The factories of `Vendors`. */
export type CatalogueName = 'apperate' | 'cloudglue' | 'coactive' | 'creativeForce' | 'hotglue';

/** A vendor that the library knows, as it is before a customer names a principal. */
export interface KnownVendor {
  /** What it is called on the command line. */
  readonly id: string;
  /** What its factory in `Vendors` is called. */
  readonly factory: CatalogueName;
  /** What the vendor's principal is, where a customer names it. */
  readonly kind: PrincipalKind;
  /** The option of the factory that names it; none where the vendor's principals are known. */
  readonly principalOption?: string;
  readonly data: VendorData;
}
