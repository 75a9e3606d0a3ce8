import { App, Environment, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, IBucket } from 'aws-cdk-lib/aws-s3';

/** The customer's account and region. */
export const ENV: Environment = { account: '111122223333', region: 'eu-west-1' };

/** Another account of the customer's. */
export const OTHER_ACCOUNT = '444455556666';

/** What most roles here are made with. */
export const EXTERNAL_ID = 'k3J-2f9a';

/** Makes the content of one stack. */
export type Scene = (stack: Stack) => void;

/** Adds a stack for each scene, named after it. */
export function addScenes(app: App, scenes: Readonly<Record<string, Scene>>, env?: Environment): void {
  for (const [name, build] of Object.entries(scenes)) {
    build(new Stack(app, name, { env }));
  }
}

/** A bucket that the template does not hold, so that the linters see nothing but what the library makes. */
export function imported(stack: Stack, bucketName = 'customer-data', id = 'Imported'): IBucket {
  return Bucket.fromBucketAttributes(stack, id, { bucketName, account: stack.account, region: stack.region });
}

/** A bucket of the app; with a key, it is encrypted with it. */
export function owned(stack: Stack, bucketName: string, encryptionKey?: Key): Bucket {
  return new Bucket(stack, bucketName, {
    bucketName,
    encryptionKey,
    encryption: encryptionKey ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
    bucketKeyEnabled: encryptionKey && true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    versioned: true,
  });
}

/** A key of the app. */
export function keyOf(stack: Stack, id = 'Key'): Key {
  return new Key(stack, id, { enableKeyRotation: true });
}
