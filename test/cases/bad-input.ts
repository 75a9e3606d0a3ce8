import { Stack } from 'aws-cdk-lib';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import {
  S3Access, S3AccessOptions, Vendor, VendorDefinition, VendorS3AccessRole, VendorS3AccessRoleProps, VendorS3AccessUser, VendorS3AccessUserProps,
  VendorS3BucketAccess, VendorS3BucketAccessProps,
} from '../../src';
import { ErrorCode } from '../../src/policy/base/codes';

/** One mistake, and what the library must say about it: `<code> [<place>] <finding>; <way out>`. */
export interface BadInput {
  /** What is wrong. */
  readonly wrong: string;
  readonly code: ErrorCode;
  /** The field, and the value as it is shown: `roleName: received ""`. */
  readonly finding: string | RegExp;
  /** A piece of the way out. */
  readonly says: string;
  /** Where it went wrong; the path of the construct unless said otherwise. */
  readonly place?: string | RegExp;
  /** Region of the stack; left open unless said otherwise. */
  readonly region?: string;
  readonly build: (stack: Stack) => void;
}

/** Input as plain JavaScript may hand it over. */
export type Loose<T> = { readonly [K in keyof T]?: unknown };
type Input<T> = Loose<T> | ((scope: Construct, bucket: IBucket) => Loose<T>);

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
export const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/ingest`;
export const USER_ARN = `arn:aws:iam::${ACCOUNT}:user/ingest`;
export const EXTERNAL_ID = 'k3J-2f9a';

/** A long value as messages show it. */
export function cut(text: string): string {
  return `${text.slice(0, 100)}… (${text.length} characters)`;
}

/** Props that are right, but for what is put in their place. */
function complete<T>(scope: Construct, input: Input<T>, defaults: (bucket: IBucket) => object): T {
  const bucket = new Bucket(scope, 'Bucket');
  return { ...defaults(bucket), ...(typeof input === 'function' ? input(scope, bucket) : input) } as T;
}

/** A role, set up rightly but for some props. */
export function role(
  wrong: string, input: Input<VendorS3AccessRoleProps>, code: ErrorCode, finding: string | RegExp, says: string, region?: string,
): BadInput {
  return { wrong, code, finding, says, region, build: (stack) => void makeRole(stack, input) };
}

export function makeRole(scope: Construct, input: Input<VendorS3AccessRoleProps>): VendorS3AccessRole {
  return new VendorS3AccessRole(scope, 'Access', complete(scope, input, (bucket) =>
    ({ vendor: Vendor.account(ACCOUNT), externalId: EXTERNAL_ID, access: [S3Access.read(bucket, { wholeBucket: true })] })));
}

/** Grants in bucket policies, set up rightly but for some props. */
export function bucketAccess(
  wrong: string, input: Input<VendorS3BucketAccessProps>, code: ErrorCode, finding: string | RegExp, says: string,
): BadInput {
  return { wrong, code, finding, says, build: (stack) => void makeBucketAccess(stack, input) };
}

export function makeBucketAccess(scope: Construct, input: Input<VendorS3BucketAccessProps>): VendorS3BucketAccess {
  return new VendorS3BucketAccess(scope, 'Access', complete(scope, input, (bucket) =>
    ({ vendor: Vendor.account(ACCOUNT), access: [S3Access.read(bucket, { wholeBucket: true })] })));
}

/** A user, set up rightly but for some props. */
export function user(
  wrong: string, input: Input<VendorS3AccessUserProps>, code: ErrorCode, finding: string | RegExp, says: string,
): BadInput {
  return { wrong, code, finding, says, build: (stack) => void makeUser(stack, input) };
}

export function makeUser(scope: Construct, input: Input<VendorS3AccessUserProps>): VendorS3AccessUser {
  return new VendorS3AccessUser(scope, 'Access', complete(scope, input, (bucket) =>
    ({ vendor: Vendor.pending(), access: [S3Access.read(bucket, { wholeBucket: true })] })));
}

/** A role with one declaration of access, whose options are wrong. */
export function options(
  mode: 'read' | 'write' | 'readWrite', wrong: string, given: Loose<S3AccessOptions> | ((scope: Construct) => Loose<S3AccessOptions>),
  code: ErrorCode, finding: string | RegExp, says: string, region?: string,
): BadInput {
  return role(wrong, (scope, bucket) => ({
    access: [S3Access[mode](bucket, (typeof given === 'function' ? given(scope) : given) as S3AccessOptions)],
  }), code, finding, says, region);
}

/** A vendor's definition with fields that are wrong; refused where it is made. */
export function definition(
  wrong: string, fields: Loose<VendorDefinition> & { readonly [name: string]: unknown }, code: ErrorCode, finding: string | RegExp, says: string,
): BadInput {
  return { wrong, code, finding, says, place: 'Vendor.fromDefinition', build: () => void makeDefinition(fields) };
}

export function makeDefinition(fields: Loose<VendorDefinition>): Vendor {
  return Vendor.fromDefinition({ name: 'Acme', accounts: [ACCOUNT], ...fields } as VendorDefinition);
}
