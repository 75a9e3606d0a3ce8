import { Mode } from './filled';
import { Vendor } from '../../../src';

/** A vendor whose kit is judged; its facts are those of its own guide, written down once more. */
export interface KitVendor {
  readonly title: string;
  /** What the vendor makes its kit of. */
  readonly vendor: Vendor;
  /** What a customer with the CDK gives to the construct, once the vendor has named its principal. */
  readonly live: () => Vendor;
  /** What the customer enters for it; none where the definition knows who the vendor is. */
  readonly principalArn?: string;
  /** What it shows or is told; none where it sends none. */
  readonly externalId?: string;
  /** The one name that its role may have. */
  readonly roleName?: string;
  /** Who assumes the role. */
  readonly caller: string;
  /** Others, some of them close to it. */
  readonly strangers: readonly string[];
  /** What it has a use for; the first is taken where the customer chooses none. */
  readonly modes: readonly Mode[];
  /** What it does with an object that it reads, beside `GetObject`. */
  readonly reads: readonly string[];
  /** Whether it looks what is there before it writes, hands its objects over to the bucket's owner, and takes no other encryption than S3's and KMS's. */
  readonly delivers: boolean;
  /** A bucket of its own to which its role writes. */
  readonly companion?: { readonly bucket: string; readonly owner: string };
  /** Whether the outputs are exported under the names that its guide gives. */
  readonly exports: boolean;
}
