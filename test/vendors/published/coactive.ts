import { PolicyDocumentJson } from '../../support/policy-document';

/** The trust policy of Coactive's guide: one role, and the box for an external ID left empty. */
export function publishedTrust(roleArn: string): PolicyDocumentJson {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: roleArn }, Action: 'sts:AssumeRole' }] };
}

/** The permissions of the first method: the listing is of the whole bucket, also where reading is of a prefix. */
export function publishedPolicy(bucket: string, prefix: string): PolicyDocumentJson {
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: `arn:aws:s3:::${bucket}` },
      { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/${prefix}/*` },
    ],
  };
}

/** The bucket policy of the second method, without a role. */
export function publishedBucketPolicy(bucket: string, roleArn: string): PolicyDocumentJson {
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'List', Effect: 'Allow', Principal: { AWS: roleArn }, Action: 's3:ListBucket', Resource: `arn:aws:s3:::${bucket}` },
      { Sid: 'Read', Effect: 'Allow', Principal: { AWS: roleArn }, Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` },
    ],
  };
}
