import { PolicyDocumentJson } from '../../support/policy-document';

/** The trust policy of the first step in Apperate's guide: the customer's own account, with any external ID. */
export function publishedFirstTrust(account: string, arbitraryId: string): PolicyDocumentJson {
  return {
    Version: '2012-10-17',
    Statement: [{
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': arbitraryId } },
    }],
  };
}

/** The trust policy of the second step, with what Apperate shows. */
export function publishedTrust(userArn: string, externalId: string): PolicyDocumentJson {
  return {
    Version: '2012-10-17',
    Statement: [{
      Effect: 'Allow',
      Principal: { AWS: userArn },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': externalId } },
    }],
  };
}

/** The permissions of the guide. The last statement undoes the condition of the first, which excluded nothing anyhow. */
export function publishedPolicy(bucket: string): PolicyDocumentJson {
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: `arn:aws:s3:::${bucket}`, Condition: { StringLike: { 's3:prefix': '*' } } },
      { Effect: 'Allow', Action: ['s3:GetObject', 's3:GetObjectVersion'], Resource: `arn:aws:s3:::${bucket}/*` },
      { Effect: 'Allow', Action: ['s3:GetBucketLocation', 's3:ListBucket'], Resource: `arn:aws:s3:::${bucket}` },
    ],
  };
}
