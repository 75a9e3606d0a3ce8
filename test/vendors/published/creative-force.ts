import { PolicyDocumentJson } from '../../support/policy-document';

/** The trust policy of Creative Force's guide, as it is pasted first; narrowing it to a user is left for later. */
export function publishedTrust(externalId: string): PolicyDocumentJson {
  return {
    Version: '2012-10-17',
    Statement: [{
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::092392787187:root' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': externalId } },
    }],
  };
}

/** The permissions of the guide: nothing about prefixes, and the key open to direct calls. */
export function publishedPolicy(bucket: string, keyArn: string): PolicyDocumentJson {
  const both = [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`];
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], Resource: keyArn },
      { Effect: 'Allow', Action: ['s3:PutObject', 's3:PutObjectAcl'], Resource: both },
      { Effect: 'Allow', Action: ['s3:GetObject', 's3:GetObjectVersion'], Resource: both },
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: `arn:aws:s3:::${bucket}` },
    ],
  };
}

/** The bucket policy of the guide: every action on the bucket. */
export function publishedBucketPolicy(bucket: string, roleArn: string): PolicyDocumentJson {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: roleArn }, Action: 's3:*', Resource: `arn:aws:s3:::${bucket}` }] };
}
