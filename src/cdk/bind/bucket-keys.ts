import { Stack } from 'aws-cdk-lib';
import { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BoundAccess } from './bound-access';
import { propertiesInTemplate } from '../tokens';

/** The paths of buckets of this app that encrypt with a KMS key which was not declared for them, in the end: whoever made it so, and however. */
export function bucketsOfOtherKeys(access: readonly BoundAccess[]): string[] {
  const keys = new Map<IBucket, Set<string>>();
  for (const { bucket, kmsKeys } of access) {
    if (bucket) {
      const known = keys.get(bucket) ?? new Set();
      kmsKeys.forEach(({ key }) => namesOf(key, Stack.of(bucket)).forEach((name) => known.add(name)));
      keys.set(bucket, known);
    }
  }
  return [...keys].filter(([bucket, known]) => keysIn(bucket).some((key) => !known.has(key))).map(([bucket]) => bucket.node.path).sort();
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
