/** Facts of AWS: partitions, quotas, names and ARNs, S3 actions. */
export { BUCKET_NAME, KMS_KEY_ARN, MANAGED_POLICY_ARN, principalArnPattern, type PrincipalKind, ROLE_NAME } from './arns';
export { checkKeyArn, viaS3 } from './kms-key';
export { checkAlias, checkBucketArn, checkBucketName, checkDescription, checkIamName, checkPath, checkSecretName, describeRole } from './names';
export { partitionNamed, partitionOf, PARTITIONS } from './partitions';
export {
  accountOf, checkAccountId, checkOrganizationId, checkPartition, checkPrincipalArn, checkPrincipalPattern, foreignPartition, type PrincipalWords,
} from './principal-arn';
export { BOUNDS, QUOTAS, STACK_QUOTAS } from './quotas';
export { checkRegion, REGION_NAME } from './region-name';
export { ACTION_OPTIONS, type ActionGuard, type ActionLevel, type ActionOption, S3_ACTIONS } from './s3-actions';
