import { Stack } from 'aws-cdk-lib';
import { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BoundAccess } from './bound-access';
import { propertiesInTemplate } from '../tokens';

/**
 * The paths of buckets of this app that encrypt with a KMS key which some access to them does not name, in the end: whoever made it so, and
 * however. What one entry declares of a key, another one of the same bucket does not.
 */
export function bucketsOfOtherKeys(access: readonly BoundAccess[]): string[] {
  const keys = new Map<IBucket, string[]>();
  const paths = new Set<string>();
  for (const { bucket, kmsKeys } of access) {
    if (bucket) {
      const used = keys.get(bucket) ?? keysIn(bucket);
      keys.set(bucket, used);
      const known = new Set(kmsKeys.flatMap(({ key }) => namesOf(key, Stack.of(bucket))));
      if (used.some((key) => !known.has(key))) {
        paths.add(bucket.node.path);
      }
    }
  }
  return [...paths].sort();
}

/** The keys that a template names in the encryption of a bucket. */
function keysIn(bucket: IBucket): string[] {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) {
    return [];
  }
  // With all that overrides it, which the property itself does not show.
  const { BucketEncryption: encryption } = propertiesInTemplate(resource);
  const rules: any[] = [encryption?.ServerSideEncryptionConfiguration].flat().filter((rule) => rule !== undefined);
  const keys = rules.map(({ ServerSideEncryptionByDefault: applied }) => applied?.KMSMasterKeyID);
  return keys.filter((key) => key !== undefined).map((key) => JSON.stringify(key));
}

/** How a template may name a key: by its ARN, by its ID, or by an alias. */
function namesOf(key: IKey, stack: Stack): string[] {
  const { aliasName } = key as Partial<{ aliasName: string }>;
  return [key.keyArn, key.keyId, ...aliasName === undefined ? [] : [aliasName]].map((name) => JSON.stringify(stack.resolve(name)));
}
