import { PrincipalKind } from '../../policy/aws';
import { VendorData } from '../../policy/vendor';
import { CatalogueName } from '../../policy/vendor/catalogue';

/**
 * Where the external ID of a kit comes from: the customer thinks one up and enters it; the vendor issues it; it is made of
 * the ID of the stack, unless the customer enters one; or the vendor sends none.
 */
export type ExternalIdSource = 'entered' | 'issued' | 'derived' | 'none';

/** The topic of the vendor's that a stack tells of its role. */
export interface CallBackTopic {
  readonly account: string;
  readonly topicName: string;
}

/** What a kit knows of its vendor, as plain data: it travels in the set-up page. */
export interface KitFacts {
  readonly vendor: VendorData;
  /** What the vendor's principal is, where the customer has to enter it. */
  readonly principalKind: PrincipalKind;
  /** Whether the definition names no principal, so that the customer enters one, at once or later. */
  readonly asksPrincipal: boolean;
  readonly externalId: ExternalIdSource;
  /** The factory of `Vendors` that makes exactly this vendor, but for a principal that the customer enters; none for others. */
  readonly catalogue?: CatalogueName;
  /** How many buckets the template takes. */
  readonly slots: number;
  /** The name that the stack gets, unless the customer changes it. */
  readonly stackName: string;
  /** Where the template is published, on S3; none while nobody knows. */
  readonly templateUrl?: string;
  /** Regions that the template can be launched in, sorted. */
  readonly regions: readonly string[];
  /** A topic of the vendor's that the stack tells of the role; none where nobody is told. It is there in `regions` only. */
  readonly callBack?: CallBackTopic;
  /** The version of the kit, for people. */
  readonly version?: string;
}
