import type { DefinitionDeclaration, Mode, VendorDeclaration } from '../meaning/declaration';

/**
 * A vendor of the catalogue, as its own guide describes it. What the proof knows of a vendor it has from here, and from
 * nowhere else; nothing here is read from the library.
 */
export interface KnownVendor {
  readonly title: string;
  /** Its name on the command line. */
  readonly id: string;
  /** What it would say of itself, did it describe itself. */
  readonly definition: DefinitionDeclaration;
  /** The one name that its role may have. */
  readonly roleName?: string;
  /** What it has a use for; the first is taken where the customer chooses none. */
  readonly modes: readonly Mode[];
  /** Whether the outputs of a stack are exported under the names that its guide gives. */
  readonly exports: boolean;
  /** One customer of it. */
  readonly example: Example;
  /** How a declaration names it; without a principal, where each customer is told one, it is not known yet. */
  declared(principalArn?: string): VendorDeclaration;
}

/** What is different from customer to customer. */
export interface Example {
  /** Who calls. */
  readonly caller: string;
  /** The principal that the customer is told; none where all customers have the same. */
  readonly principalArn?: string;
  /** None where the vendor sends none. */
  readonly externalId?: string;
  /** The external ID after a rotation. */
  readonly nextExternalId?: string;
  /** Others, some of them close to the caller. */
  readonly strangers: readonly string[];
}
