import { Stack } from 'aws-cdk-lib';
import { ArnPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { vendorOf } from './build-vendor';
import { LateValues } from './late-values';
import { exchanged, Site } from './site';
import { S3Access, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess, VendorS3BucketPolicies, VendorS3PolicyPlacement } from '../../../src';
import { BESIDE, Declaration, TRUSTED_BESIDE } from '../meaning/declaration';
import { memberOf } from '../meaning/party';
import { meaningOf, VendorMeaning } from '../meaning/vendor';

/** What lets a vendor in. */
export type Access = VendorS3AccessRole | VendorS3AccessUser | VendorS3BucketAccess;

/** The construct as a customer would write it. */
export function constructOf(stack: Stack, declaration: Declaration, late: LateValues, access: S3Access[]): Access {
  const vendor = vendorOf(declaration.vendor, late);
  const { allowedSourceIps, suspended } = declaration;
  const shared = {
    vendor,
    access,
    allowedSourceIps: allowedSourceIps?.map((range) => late.told('addresses', range, { allowedPattern: '[0-9./]+', maxLength: 18 })),
    suspended,
    expiresAt: declaration.expiresAt === undefined ? undefined : new Date(declaration.expiresAt),
  };
  const placement = {
    policyPlacement: declaration.placement === 'managed' ? VendorS3PolicyPlacement.MANAGED : undefined,
    bucketPolicies: declaration.bucketPolicies === 'always' ? VendorS3BucketPolicies.ALWAYS : undefined,
  };
  const reason = 'the declaration has none';
  const externalIdOf = (id: string | undefined) => (id === undefined ? undefined : late.told('externalId', id, OF_EXTERNAL_ID.test(id) ? EXTERNAL_ID : { maxLength: 64 }));
  switch (declaration.construct) {
    case 'bucketAccess':
      return new VendorS3BucketAccess(stack, 'Access', shared);
    case 'user':
      return new VendorS3AccessUser(stack, 'Access', { ...shared, ...placement });
    case 'role':
      return new VendorS3AccessRole(stack, 'Access', {
        ...shared,
        ...placement,
        roleName: declaration.roleName ? 'vendor-role' : undefined,
        externalId: externalIdOf(declaration.externalId),
        nextExternalId: externalIdOf(declaration.nextExternalId),
        withoutExternalId: declaration.externalId === undefined ? reason : undefined,
        additionalTrust: declaration.additionalTrust?.map(({ vendor: more, externalId }) => ({
          vendor: vendorOf(more), externalId, withoutExternalId: externalId === undefined ? reason : undefined,
        })),
      });
  }
}

/** What keeps a parameter from being anything but an external ID of a usual length; one that is a folder as well is kept from nothing. */
const EXTERNAL_ID = { allowedPattern: '[\\w+=,.@:/-]{2,32}', maxLength: 32 };
const OF_EXTERNAL_ID = new RegExp(`^${EXTERNAL_ID.allowedPattern}$`);

/** What others in the app let the role or user do, and whom they let assume the role. */
export function grantBeside(construct: Access, declaration: Declaration, first: IBucket, site: Site): void {
  const { grantedBeside, trustedBeside, vendor } = declaration;
  if (construct instanceof VendorS3BucketAccess) {
    if (grantedBeside === 'onBucket') {
      first.addToResourcePolicy(besideOnBucket(first, meaningOf(vendor), site));
    }
    return;
  }
  const what = { actions: ['s3:GetObject'], resources: [`arn:${site.partition}:s3:::${BESIDE}/*`] };
  if (grantedBeside === 'byPolicy') {
    construct.grantPrincipal.addToPrincipalPolicy(new PolicyStatement(what));
  } else if (grantedBeside === 'byBucket') {
    const bucket = new Bucket(Stack.of(construct), 'Beside', { bucketName: BESIDE });
    bucket.addToResourcePolicy(new PolicyStatement({ ...what, principals: [construct.grantPrincipal] }));
  }
  if (trustedBeside && construct instanceof VendorS3AccessRole) {
    construct.role.assumeRolePolicy!.addStatements(
      new PolicyStatement({ actions: ['sts:AssumeRole'], principals: [new ArnPrincipal(exchanged(TRUSTED_BESIDE, site))] }));
  }
}

function besideOnBucket(bucket: IBucket, vendor: VendorMeaning, site: Site): PolicyStatement {
  return new PolicyStatement({
    sid: BESIDE_SID,
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: [bucket.arnForObjects(`${BESIDE}/*`)],
    principals: [new ArnPrincipal(exchanged(memberOf(vendor)!, site))],
    conditions: vendor.organizationId === undefined ? {} : { StringEquals: { 'aws:PrincipalOrgID': vendor.organizationId } },
  });
}

/** The ID of the statement by which somebody else has let the vendor in. */
export const BESIDE_SID = 'Beside';
