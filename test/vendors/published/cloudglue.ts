import { PolicyDocumentJson } from '../../support/policy-document';

/** The trust policy of Cloudglue's guide. */
export function publishedTrust(externalId: string): PolicyDocumentJson {
  return {
    Version: '2012-10-17',
    Statement: [{
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::992382634011:root' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': externalId } },
    }],
  };
}

/** The permissions of Cloudglue's guide: all actions on both kinds of ARN, and writing to a bucket of the vendor's own. */
export function publishedPolicy(...buckets: string[]): PolicyDocumentJson {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:ListBucket', 's3:GetBucketLocation'],
        Resource: buckets.flatMap((bucket) => [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`]),
      },
      {
        Effect: 'Allow',
        Action: ['s3:PutObject'],
        Resource: ['arn:aws:s3:::cloudglue-external-transfer', 'arn:aws:s3:::cloudglue-external-transfer/*'],
      },
    ],
  };
}
