import { Vendor } from './vendor';
import { VendorDefinition } from './vendor-definition';
import { checkStruct, PropertyNames } from '../cdk/input';
import { located } from '../cdk/report';
import { CATALOGUE, CatalogueName } from '../policy/vendor/catalogue';

/** How Cloudglue is set up. */
export interface CloudglueOptions {
  /**
   * Whether the role may write to Cloudglue's own transfer bucket, as its guide asks.
   *
   * @default true
   */
  readonly transferBucket?: boolean;
}

/** How hotglue is set up. */
export interface HotglueOptions {
  /**
   * ARN of the IAM role or user that hotglue names for its environment.
   *
   * @default - none; the role exists and nobody can assume it. A `VendorS3AccessUser` needs none.
   */
  readonly principalArn?: string;
}

/** How Coactive is set up. */
export interface CoactiveOptions {
  /** ARN of the IAM role that Coactive names. */
  readonly roleArn: string;
}

/** How IEX Cloud Apperate is set up. */
export interface ApperateOptions {
  /**
   * ARN of the IAM user that Apperate shows once it was given the role's ARN.
   *
   * @default - not known yet; the role exists and nobody can assume it
   */
  readonly userArn?: string;
}

/** The vendors that the library knows. */
export class Vendors {
  /** Cloudglue: reads videos. Its role name is fixed, and its account is `992382634011`. */
  public static cloudglue(options: CloudglueOptions = {}): Vendor {
    return vendor('cloudglue', checked(options, 'cloudglue', { transferBucket: true }).transferBucket === false ? { companionBuckets: [] } : {});
  }

  /** hotglue: fetches files, exports files, or both. It issues the external ID. */
  public static hotglue(options: HotglueOptions = {}): Vendor {
    return vendor('hotglue', principal(checked(options, 'hotglue', { principalArn: true }).principalArn));
  }

  /** Coactive: reads. It sends no external ID. */
  public static coactive(options: CoactiveOptions): Vendor {
    return vendor('coactive', { principals: [checked(options, 'coactive', { roleArn: true }).roleArn] });
  }

  /** Creative Force: reads from data sources, delivers assets. */
  public static creativeForce(): Vendor {
    return vendor('creativeForce', {});
  }

  /** IEX Cloud Apperate: reads. Pending until its user is known. */
  public static apperate(options: ApperateOptions = {}): Vendor {
    return vendor('apperate', principal(checked(options, 'apperate', { userArn: true }).userArn));
  }

  private constructor() {
  }
}

function checked<T extends object>(options: T, factory: string, names: PropertyNames<T>): T {
  return located(`Vendors.${factory}`, () => checkStruct(options, 'options', names));
}

function principal(arn: string | undefined): Partial<VendorDefinition> {
  return arn === undefined ? {} : { principals: [arn] };
}

function vendor(name: CatalogueName, more: Partial<VendorDefinition>): Vendor {
  const { data, kind } = CATALOGUE[name];
  // The catalogue is data for tools without the CDK as well; its values are those of the enums.
  return Vendor._known({ ...data as VendorDefinition, ...more }, kind);
}
