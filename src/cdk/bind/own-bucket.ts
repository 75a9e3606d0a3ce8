import { Stack, Token } from 'aws-cdk-lib';
import { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';

/** The kind of encryption that a bucket of this app applies by default; nothing when it cannot be known. */
export function defaultEncryption(bucket: IBucket): string | undefined {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) {
    return undefined;
  }
  const encryption = Stack.of(resource).resolve(resource.bucketEncryption);
  return encryption?.serverSideEncryptionConfiguration?.[0]?.serverSideEncryptionByDefault?.sseAlgorithm;
}

/** The name of a bucket of this app, where it is fixed: text, not a reference to the resource. */
export function fixedName(bucket: IBucket): string | undefined {
  const resource = bucket.node.defaultChild;
  const name = resource instanceof CfnBucket ? resource.bucketName : undefined;
  return Token.isUnresolved(name) ? undefined : name;
}
