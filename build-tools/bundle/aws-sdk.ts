/**
 * All of the AWS SDK that the command line uses, for one file that brings it along: the package has no dependencies at run time.
 * What the command line expects of it stands in src/cli/aws/sdk.ts.
 */
export { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
export { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
