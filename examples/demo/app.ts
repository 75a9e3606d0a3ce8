import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, IBucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, S3KeyScope, Vendors, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess } from '../../src';

const ENV = { account: '111122223333', region: 'eu-west-1' };

/** A customer with five vendors, each against several buckets, prefixes and keys. */
export function demoApp(outdir: string): { app: App; roles: VendorS3AccessRole[] } {
  const app = new App({ outdir, analyticsReporting: false });
  return { app, roles: [cloudglue(app), ...hotglue(app), coactive(app), creativeForce(app), apperate(app)] };
}

/** Video understanding: reads two folders of one bucket and an encrypted archive; delivers to its own bucket. */
function cloudglue(app: App): VendorS3AccessRole {
  const stack = new Stack(app, 'Cloudglue', { env: ENV });
  const videos = bucket(stack, 'acme-videos');
  const archive = bucket(stack, 'acme-archive', new Key(stack, 'ArchiveKey', { enableKeyRotation: true }));
  return new VendorS3AccessRole(stack, 'Access', {
    vendor: Vendors.cloudglue(),
    externalId: 'k3J-2f9a',
    access: [
      S3Access.read(videos, { prefixes: ['raw', 'edited/2025'] }),
      S3Access.read(archive, { keys: [S3KeyScope.startingWith('2024/final_')] }),
    ],
  });
}

/** Embedded integrations: fetches orders, exports reports per tenant; one older connection still uses an access key. */
function hotglue(app: App): VendorS3AccessRole[] {
  const stack = new Stack(app, 'Hotglue', { env: ENV });
  const incoming = bucket(stack, 'acme-incoming');
  const outgoing = bucket(stack, 'acme-reports', new Key(stack, 'ReportsKey', { enableKeyRotation: true }));
  const role = new VendorS3AccessRole(stack, 'Access', {
    vendor: Vendors.hotglue({ principalArn: 'arn:aws:iam::444455556666:role/hotglue-prod' }),
    externalId: 'acme.hotglue.example/7f3a2c',
    access: [
      S3Access.read(incoming, { prefixes: ['incoming/orders', 'incoming/returns'] }),
      S3Access.readWrite(outgoing, { keys: [S3KeyScope.template('exports/{tenant}/{full_date}', { tenant: 'acme' })] }),
    ],
  });
  new VendorS3AccessUser(stack, 'LegacyAccess', {
    vendor: Vendors.hotglue(),
    allowedSourceIps: ['203.0.113.0/24'],
    access: [S3Access.write(outgoing, { prefixes: ['legacy'] })],
  });
  return [role];
}

/** Image search: reads with a role, and one public-facing bucket through its bucket policy. */
function coactive(app: App): VendorS3AccessRole {
  const stack = new Stack(app, 'Coactive', { env: ENV });
  const vendor = Vendors.coactive({ roleArn: 'arn:aws:iam::777788889999:role/coactive-ingest' });
  const images = bucket(stack, 'acme-images');
  const campaigns = bucket(stack, 'acme-campaigns', new Key(stack, 'CampaignsKey', { enableKeyRotation: true }));
  new VendorS3BucketAccess(stack, 'BucketAccess', {
    vendor,
    access: [S3Access.read(campaigns, { prefixes: ['released'] })],
  });
  return new VendorS3AccessRole(stack, 'Access', {
    vendor,
    access: [S3Access.read(images, { prefixes: ['catalog', 'lookbook/2025'] }), S3Access.read(campaigns, { prefixes: ['drafts'] })],
  });
}

/** Photo studio: reads samples, delivers finished pictures, with customer managed keys. */
function creativeForce(app: App): VendorS3AccessRole {
  const stack = new Stack(app, 'CreativeForce', { env: ENV });
  const key = new Key(stack, 'StudioKey', { enableKeyRotation: true });
  const samples = bucket(stack, 'acme-studio-samples', key);
  const delivery = bucket(stack, 'acme-studio-delivery', key);
  return new VendorS3AccessRole(stack, 'Access', {
    vendor: Vendors.creativeForce(),
    externalId: 'cf-5e1b9d40',
    access: [
      S3Access.read(samples, { prefixes: ['samples'] }),
      S3Access.readWrite(delivery, { prefixes: ['finished', 'proofs'] }),
    ],
  });
}

/** Financial data: the role comes first; its principal is named once the vendor knows the role's ARN. */
function apperate(app: App): VendorS3AccessRole {
  const stack = new Stack(app, 'Apperate', { env: ENV });
  const ticks = bucket(stack, 'acme-ticks');
  const positions = Bucket.fromBucketAttributes(stack, 'Positions', { bucketName: 'acme-positions', account: ENV.account, region: ENV.region });
  return new VendorS3AccessRole(stack, 'Access', {
    vendor: Vendors.apperate(),
    access: [
      S3Access.read(ticks, { prefixes: ['daily', 'intraday'] }),
      S3Access.read(positions, { keys: [S3KeyScope.object('latest.csv')] }),
    ],
  });
}

function bucket(stack: Stack, bucketName: string, encryptionKey?: Key): IBucket {
  return new Bucket(stack, bucketName, {
    bucketName,
    encryption: encryptionKey ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
    encryptionKey,
    bucketKeyEnabled: encryptionKey !== undefined,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
