import { IBucket } from 'aws-cdk-lib/aws-s3';
import { EXTERNAL_ID, imported, keyOf, owned, Scene } from './stacks';
import { S3Access, Vendor, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess } from '../../../../src';
import { APPERATE, CLOUDGLUE, COACTIVE, CREATIVE_FORCE, HOTGLUE, KnownVendor } from '../../vendors';
import { vendorOf } from '../../world/build-vendor';

/** The five vendors, each in every way in which it connects. */
export const VENDOR_SCENES: Readonly<Record<string, Scene>> = {
  CloudglueRole: role(CLOUDGLUE),
  HotglueRole: role(HOTGLUE),
  HotglueUser: user(HOTGLUE),
  CoactiveRole: role(COACTIVE),
  CoactiveBucketAccess: bucketAccess(COACTIVE),
  CreativeForceRole: role(CREATIVE_FORCE),
  ApperateRole: role(APPERATE),
};

/** Once it has named its principal. */
function live({ declared, example }: KnownVendor): Vendor {
  return vendorOf(declared(example.principalArn));
}

function role(vendor: KnownVendor): Scene {
  return (stack) => {
    new VendorS3AccessRole(stack, 'Access', {
      vendor: live(vendor),
      externalId: vendor.example.externalId === undefined ? undefined : EXTERNAL_ID,
      access: [
        S3Access.read(imported(stack), { prefixes: ['incoming/orders'] }),
        reach(vendor, owned(stack, 'acme-encrypted', keyOf(stack))),
      ],
    });
  };
}

function bucketAccess(vendor: KnownVendor): Scene {
  return (stack) => {
    new VendorS3BucketAccess(stack, 'Access', { vendor: live(vendor), access: [reach(vendor, owned(stack, 'acme-shared', keyOf(stack)))] });
  };
}

function user(vendor: KnownVendor): Scene {
  return (stack) => {
    new VendorS3AccessUser(stack, 'Access', { vendor: live(vendor), allowedSourceIps: ['203.0.113.0/24'], access: [reach(vendor, imported(stack))] });
  };
}

/** Whoever has a use for it writes as well. */
function reach({ modes }: KnownVendor, bucket: IBucket): S3Access {
  const widest = modes[modes.length - 1];
  return S3Access[widest](bucket, { prefixes: ['results'] });
}
