import { App, Stack } from 'aws-cdk-lib';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Filled, FilledBucket } from './filled';
import { KitVendor } from './kit-vendor';
import { S3Access, VendorS3AccessRole } from '../../../src';
import { DeployedTemplate } from '../../support/deployed-template';
import { Site, SITES } from '../world/site';

/** What `VendorS3AccessRole` makes of the same declaration, in a stack that is deployed anywhere. */
export function constructOf(kit: KitVendor, filled: Filled, site: Site = SITES.aws): DeployedTemplate {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Construct');
  const { externalId, principalArn, roleName, boundary, buckets } = filled;
  const pending = kit.principalArn !== undefined && principalArn === undefined;
  new VendorS3AccessRole(stack, 'Access', {
    vendor: pending ? kit.pending() : kit.live(),
    externalId: pending ? undefined : externalId,
    roleName,
    permissionsBoundary: boundary === undefined ? undefined : ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', boundary),
    access: buckets.map((bucket, i) => declared(stack, kit, bucket, i)),
  });
  return DeployedTemplate.of(stack, site);
}

function declared(stack: Stack, { modes }: KitVendor, { name, prefix, mode = modes[0], keyArn }: FilledBucket, i: number): S3Access {
  const bucket = Bucket.fromBucketAttributes(stack, `Bucket${i}`, { bucketName: name, account: stack.account, region: stack.region });
  return S3Access[mode](bucket, {
    ...(prefix === undefined ? { wholeBucket: true } : { prefixes: [prefix] }),
    ...(keyArn === undefined ? {} : { encryptionKeys: [Key.fromKeyArn(stack, `Key${i}`, keyArn)] }),
  });
}
