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
  /** What it can be raised to. */
  managedPoliciesRaised: 20,
  /** Can be raised. */
  trustPolicy: 2048,
  /** In bytes. */
  bucketPolicy: 20480,
  /** In bytes. */
  keyPolicy: 32768,
  roleName: 64,
  userName: 64,
  description: 1000,
  path: 512,
} as const;

/**
 * CloudFormation's quotas; texts in bytes.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const STACK_QUOTAS = {
  /** A template that is handed over by itself. */
  templateBody: 51_200,
  /** One that is read from S3. */
  templateOnS3: 1_000_000,
  templateDescription: 1024,
  parameters: 200,
  parameterValue: 4096,
  resources: 500,
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
