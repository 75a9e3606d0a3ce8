import { IBucket } from 'aws-cdk-lib/aws-s3';
import { EXTERNAL_ID, imported, keyOf, owned, Scene } from './stacks';
import { S3Access, Vendor, Vendors, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess } from '../../../../src';

interface Entry {
  readonly vendor: () => Vendor;
  /** Whether it assumes the role with an external ID. */
  readonly externalId: boolean;
  /** Whether it writes as well. */
  readonly writes: boolean;
}

const CLOUDGLUE: Entry = { vendor: () => Vendors.cloudglue(), externalId: true, writes: false };
const HOTGLUE: Entry = { vendor: () => Vendors.hotglue({ principalArn: 'arn:aws:iam::123456789012:role/hotglue' }), externalId: true, writes: true };
const COACTIVE: Entry = {
  vendor: () => Vendors.coactive({ roleArn: 'arn:aws:iam::777788889999:role/coactive-ingest' }), externalId: false, writes: false,
};
const CREATIVE_FORCE: Entry = { vendor: () => Vendors.creativeForce(), externalId: true, writes: true };
const APPERATE: Entry = {
  vendor: () => Vendors.apperate({ userArn: 'arn:aws:iam::123456789012:user/apperate-ws1' }), externalId: true, writes: false,
};

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

function role({ vendor, externalId, writes }: Entry): Scene {
  return (stack) => {
    new VendorS3AccessRole(stack, 'Access', {
      vendor: vendor(),
      externalId: externalId ? EXTERNAL_ID : undefined,
      access: [
        S3Access.read(imported(stack), { prefixes: ['incoming/orders'] }),
        reach(writes, owned(stack, 'acme-encrypted', keyOf(stack))),
      ],
    });
  };
}

function bucketAccess({ vendor, writes }: Entry): Scene {
  return (stack) => {
    new VendorS3BucketAccess(stack, 'Access', { vendor: vendor(), access: [reach(writes, owned(stack, 'acme-shared', keyOf(stack)))] });
  };
}

function user({ vendor, writes }: Entry): Scene {
  return (stack) => {
    new VendorS3AccessUser(stack, 'Access', { vendor: vendor(), allowedSourceIps: ['203.0.113.0/24'], access: [reach(writes, imported(stack))] });
  };
}

function reach(writes: boolean, bucket: IBucket): S3Access {
  return writes ? S3Access.readWrite(bucket, { prefixes: ['results'] }) : S3Access.read(bucket, { prefixes: ['results'] });
}
