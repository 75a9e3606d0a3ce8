import { Vendor } from '../../api';
import { PropertyNames } from '../../cdk/input';

/** Where the external ID of a one-click template comes from. */
export enum OneClickExternalId {
  /** The customer thinks one up and enters it. */
  ENTERED = 'entered',

  /** The vendor issues it, and fills it in in the launch link. */
  VENDOR_ISSUED = 'issued',

  /** It is made of the ID of the customer's stack, unless the customer enters one. */
  STACK_ID = 'derived',
}

/**
 * The vendor's own SNS topic that is told of a role once it is there.
 *
 * The topic must exist in each region that the template is launched in, which `regions` names, and its policy must let customers' accounts publish to it.
 * It gets a request of a CloudFormation custom resource with the properties `RoleArn`, `ExternalId` and `TemplateVersion`, when the
 * stack is created and whenever one of them changes, and must answer it: put a JSON document to the `ResponseURL` in it. If nobody
 * answers within five minutes, the creation or update of the stack fails and is rolled back. A deletion is not sent, so that it
 * never waits for the vendor.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html
 */
export interface OneClickCallBack {
  /** The vendor's account that has the topic, 12 digits. */
  readonly account: string;

  /** Name of the topic; a standard one. */
  readonly topicName: string;
}

export const CALL_BACK_PROPS: PropertyNames<OneClickCallBack> = { account: true, topicName: true };

/** Properties of `OneClickStack`. */
export interface OneClickStackProps {
  /** Who gets access: with all values written out, for the template stands alone. */
  readonly vendor: Vendor;

  /**
   * How many buckets the template takes, 1 to 10. All but the first are optional.
   *
   * @default 1
   */
  readonly slots?: number;

  /**
   * Where the external ID comes from.
   *
   * @default - entered, or issued by the vendor, as the vendor's definition says
   */
  readonly externalId?: OneClickExternalId;

  /**
   * Where the template will be published: its address on S3. It gives the launch links.
   *
   * @default - not known yet; there are no launch links
   */
  readonly templateUrl?: string;

  /**
   * Version of the kit: up to 64 letters, digits and `._+-`.
   *
   * @default - none
   */
  readonly version?: string;

  /**
   * The name that the customer's stack gets, unless the customer changes it.
   *
   * @default - made of the vendor's name
   */
  readonly stackName?: string;

  /**
   * Description of the template, up to 1,024 bytes, with what is said of `callBack` there.
   *
   * @default - names the vendor
   */
  readonly description?: string;

  /**
   * Regions that the template can be launched in; with `callBack`, those that have the topic.
   *
   * @default - all of the vendor's partition; with `callBack` they must be named
   */
  readonly regions?: string[];

  /**
   * A topic of the vendor's that is told of the role: its ARN, the external ID and the `version`, when the stack is created, and whenever one of
   * them changes. The stack works only in those `regions`, for the topic has to be in its own. All this is said in the template's description,
   * the guide and the set-up page, and a rule of the template refuses other regions.
   *
   * @default - nobody is told
   */
  readonly callBack?: OneClickCallBack;

  /**
   * Whether the kit is written beside the template: the set-up page, the guide, the policies, the launch links.
   *
   * @default true
   */
  readonly kit?: boolean;
}

export const ONE_CLICK_PROPS: PropertyNames<OneClickStackProps> = {
  callBack: true,
  description: true,
  externalId: 'limits',
  kit: true,
  regions: true,
  slots: true,
  stackName: true,
  templateUrl: true,
  vendor: true,
  version: true,
};
