import { S3_ACCESS_OPTIONS } from './access';
import { CallBaseline, StructBaseline } from './baseline';
import { CALLS, REFUSED } from './calls';
import { ADDITIONAL_TRUST, BUCKET_ACCESS_PROPS, CALL_BACK, ONE_CLICK_STACK_PROPS, ROLE_PROPS, USER_PROPS } from './constructs';
import {
  ACCOUNT_OPTIONS, APPERATE_OPTIONS, CLOUDGLUE_OPTIONS, COACTIVE_OPTIONS, COMPANION_BUCKET, DEFINITION, HOTGLUE_OPTIONS, SESSION_TAG,
} from './vendors';
import { ConstructRecipe } from '../recipe';

/** How everything is used that takes something from users. What is missing here is a failure of the check. */
export interface Baselines {
  /** By the name of the struct. */
  readonly structs: Readonly<Record<string, StructBaseline>>;
  /** By the name of the static method. */
  readonly calls: Readonly<Record<string, CallBaseline>>;
  /** What has to be refused, beside what follows from the above. */
  readonly refused: ReadonlyArray<readonly [subject: string, setting: string, constructs: readonly ConstructRecipe[]]>;
}

export const BASELINES: Baselines = {
  structs: {
    ApperateOptions: APPERATE_OPTIONS,
    CloudglueOptions: CLOUDGLUE_OPTIONS,
    CoactiveOptions: COACTIVE_OPTIONS,
    HotglueOptions: HOTGLUE_OPTIONS,
    OneClickCallBack: CALL_BACK,
    OneClickStackProps: ONE_CLICK_STACK_PROPS,
    S3AccessOptions: S3_ACCESS_OPTIONS,
    VendorAccountOptions: ACCOUNT_OPTIONS,
    VendorCompanionBucket: COMPANION_BUCKET,
    VendorDefinition: DEFINITION,
    VendorS3AccessRoleProps: ROLE_PROPS,
    VendorS3AccessUserProps: USER_PROPS,
    VendorS3AdditionalTrust: ADDITIONAL_TRUST,
    VendorS3BucketAccessProps: BUCKET_ACCESS_PROPS,
    VendorSessionTag: SESSION_TAG,
  },
  calls: CALLS,
  refused: REFUSED,
};
