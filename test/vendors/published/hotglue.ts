import { many, PolicyDocumentJson } from '../../support/policy-document';

/** The directions that hotglue's guide knows. */
export type Direction = 'fetch' | 'export' | 'both';

const ACTIONS: Readonly<Record<Direction, string[]>> = {
  fetch: ['s3:ListBucket', 's3:GetObject'],
  export: ['s3:PutObject'],
  both: ['s3:ListBucket', 's3:GetObject', 's3:PutObject'],
};

/** The permissions of hotglue's guide, which speaks of a path prefix and has none in the policy. */
export function publishedPolicy(direction: Direction, bucket: string): PolicyDocumentJson {
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ACTIONS[direction], Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`] }],
  };
}

/** The trust policy: the principal and the external ID that the widget shows. */
export function publishedTrust(principalArn: string | string[], externalId: string): PolicyDocumentJson {
  return {
    Version: '2012-10-17',
    Statement: [{
      Effect: 'Allow',
      Principal: { AWS: [...many(principalArn)] },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': externalId } },
    }],
  };
}
