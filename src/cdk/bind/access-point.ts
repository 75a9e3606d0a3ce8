import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { fail } from '../../policy/base';

/** Access points of any kind. */
const ACCESS_POINT = /^AWS::S3\w*::(MultiRegion)?AccessPoint$/;

/**
 * Refuses what an access point of this app gives in the place of a bucket's name or ARN: requests go through with its alias, but S3 decides
 * on them by the ARN of the access point, so that a grant on it would never match.
 */
export function refuseAccessPoint(bucket: IBucket, field: string): void {
  for (const text of [bucket.bucketArn, bucket.bucketName]) {
    for (const token of Tokenization.reverseString(text).tokens) {
      const target: unknown = Reference.isReference(token) ? token.target : undefined;
      if (CfnResource.isCfnResource(target) && ACCESS_POINT.test(target.cfnResourceType)) {
        fail('BucketNameInvalid', field, `the access point ${target.node.path}`, 'no policy knows its alias; give the bucket behind it');
      }
    }
  }
}
