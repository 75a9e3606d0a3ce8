/** Facts of AWS: partitions, quotas, names and ARNs, S3 actions. */
export { checkKeyArn, viaS3 } from './kms-key';
export { checkAlias, checkBucketArn, checkBucketName, checkDescription, checkIamName, checkPath, checkSecretName, describeRole } from './names';
export { checkRegion, partitionNamed, partitionOf } from './partitions';
export {
  accountOf, checkAccountId, checkOrganizationId, checkPartition, checkPrincipalArn, checkPrincipalPattern, PARTITIONS, type PrincipalKind,
} from './principal-arn';
export { BOUNDS, QUOTAS, STACK_QUOTAS } from './quotas';
export { type ActionGuard, type ActionOption, S3_ACTIONS } from './s3-actions';
