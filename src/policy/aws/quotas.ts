/**
 * IAM quotas, in characters.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const QUOTAS = {
  /** All inline policies of a role together. */
  roleInline: 10240,
  /** All inline policies of a group together. */
  groupInline: 5120,
  managedPolicy: 6144,
  /** Managed policies per role or group; for a role it can be raised. */
  managedPolicies: 10,
  /** Can be raised. */
  trustPolicy: 2048,
  bucketPolicy: 20480,
  keyPolicy: 32768,
  roleName: 64,
  userName: 64,
  description: 1000,
  path: 512,
} as const;

/** Upper bounds, in characters, of values that are known only at deployment. */
export const BOUNDS = {
  partition: 10, // aws-us-gov
  region: 16,
  accountId: 12,
  urlSuffix: 20,
  bucketName: 63,
  bucketArn: 83,
  key: 1024,
  kmsKeyArn: 100,
  aliasName: 256,
  principalArn: 620,
  externalId: 1224,
  name: 64,
  text: 1000,
} as const;
