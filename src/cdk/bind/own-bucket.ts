import { Stack, Token } from 'aws-cdk-lib';
import { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';

/** How a bucket of this app encrypts by default. */
interface DefaultEncryption {
  readonly algorithm: string;
  /** The KMS key, as a template names it; none where the algorithm takes the key that AWS manages for S3, or none. */
  readonly key?: unknown;
}

/** How a bucket of this app encrypts by default; nothing when it cannot be known. */
export function defaultEncryption(bucket: IBucket): DefaultEncryption | undefined {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) {
    return undefined;
  }
  const encryption = Stack.of(resource).resolve(resource.bucketEncryption);
  const applied = encryption?.serverSideEncryptionConfiguration?.[0]?.serverSideEncryptionByDefault;
  return applied?.sseAlgorithm === undefined ? undefined : { algorithm: applied.sseAlgorithm, key: applied.kmsMasterKeyId };
}

/** The name of a bucket of this app, where it is fixed: text, not a reference to the resource. */
export function fixedName(bucket: IBucket): string | undefined {
  const resource = bucket.node.defaultChild;
  const name = resource instanceof CfnBucket ? resource.bucketName : undefined;
  return Token.isUnresolved(name) ? undefined : name;
}
