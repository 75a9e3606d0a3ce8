import { Aws } from 'aws-cdk-lib';
import { ArnPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { IKey } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption, BucketPolicy, CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { Stacks } from './environment';
import { LateValues } from './late-values';
import { exchanged, Site } from './site';
import { BucketDeclaration, COLLEAGUE } from '../meaning/declaration';

/** A bucket as a customer would write it. */
export function bucketOf(
  { access, data, dataAccount, site }: Stacks, late: LateValues, declared: BucketDeclaration, construct: string, keys: readonly IKey[],
): IBucket {
  const { source, name, owner, key, byCfn, byPseudo, existing } = declared;
  switch (source) {
    case 'created': {
      const encryptionKey = key === undefined ? undefined : keys[key];
      const bucket = byCfn ? l1Bucket(data, construct, name, encryptionKey) : new Bucket(data, construct, {
        bucketName: name,
        encryption: encryptionKey === undefined ? BucketEncryption.S3_MANAGED : BucketEncryption.KMS,
        encryptionKey,
        enforceSSL: existing === 'tls',
      });
      giveExistingPolicy(bucket, construct, existing, site);
      return bucket;
    }
    case 'imported':
      if (byPseudo) {
        return Bucket.fromBucketName(data, construct, name.replace(dataAccount, Aws.ACCOUNT_ID));
      }
      return owner === undefined
        ? Bucket.fromBucketName(access, construct, name)
        : Bucket.fromBucketAttributes(access, construct, { bucketName: name, account: owner });
    case 'parameter':
      return Bucket.fromBucketName(access, construct, late.parameter(name));
  }
}

function l1Bucket(scope: Construct, id: string, name: string, key: IKey | undefined): IBucket {
  const encryption = { serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key?.keyArn } };
  return Bucket.fromCfnBucket(new CfnBucket(scope, id, {
    bucketName: name,
    bucketEncryption: key === undefined ? undefined : { serverSideEncryptionConfiguration: [encryption] },
  }));
}

function giveExistingPolicy(bucket: IBucket, id: string, existing: BucketDeclaration['existing'], site: Site): void {
  const statement = new PolicyStatement({
    sid: COLLEAGUES, actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')], principals: [new ArnPrincipal(exchanged(COLLEAGUE, site))],
  });
  if (existing === 'statement') {
    bucket.addToResourcePolicy(statement);
  } else if (existing === 'policy') {
    new BucketPolicy(bucket.stack, `${id}Policy`, { bucket }).document.addStatements(statement);
  }
}

/** The ID of the statement that was in the policy of a bucket before. */
export const COLLEAGUES = 'Colleague';
