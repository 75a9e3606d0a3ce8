import { createRequire } from 'module';
import { join } from 'path';
import type * as S3 from '@aws-sdk/client-s3';
import type * as Sts from '@aws-sdk/client-sts';

/** What the package brings along of the AWS SDK; see build-tools/bundle/aws-sdk.ts. */
type AwsSdk =
  & Pick<typeof S3, 'DeleteObjectCommand' | 'GetObjectCommand' | 'ListObjectsV2Command' | 'PutObjectCommand' | 'S3Client'>
  & Pick<typeof Sts, 'AssumeRoleCommand' | 'GetCallerIdentityCommand' | 'STSClient'>;

/** Loads it: half a megabyte of code that most commands do without. */
export function awsSdk(): AwsSdk {
  // Its warning about the version of Node.js is for developers, and would stand between the lines of a report.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  return createRequire(__filename)(join(__dirname, '..', '..', '..', 'assets', 'aws-sdk.js'));
}
