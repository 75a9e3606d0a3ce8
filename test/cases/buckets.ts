import { CfnParameter, CfnResource, Stack } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Bucket, BucketEncryption, CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ACCOUNT, BadInput, bucketAccess, makeDefinition, makeRole, options, OTHER_ACCOUNT, role } from './bad-input';
import { S3Access, VendorEncryption, Vendors } from '../../src';

const NAME_RULE = '3 to 63 lower-case letters, digits, dots and hyphens';

/** A bucket with an ARN that its import does not check. */
function withArn(scope: Construct, bucketArn: string): IBucket {
  return Bucket.fromBucketAttributes(scope, 'Imported', { bucketArn, bucketName: 'imported' });
}

function named(wrong: string, name: string, says = NAME_RULE): BadInput {
  return role(wrong, (stack) => ({ access: [S3Access.read(withArn(stack, `arn:aws:s3:::${name}`), { wholeBucket: true })] }),
    'BucketNameInvalid', `access[0].bucket: received ${JSON.stringify(name)}`, says);
}

/** A bucket imported by what an access point of the app gives. */
function point(wrong: string, type: string, text: (resource: CfnResource) => string, by: 'fromBucketName' | 'fromBucketArn' = 'fromBucketName'): BadInput {
  return role(wrong, (stack) => ({ access: [S3Access.read(Bucket[by](stack, 'Imported', text(new CfnResource(stack, 'Point', { type }))), { wholeBucket: true })] }),
    'BucketNameInvalid', 'access[0].bucket: received "the access point Test/Point"', 'no policy knows its alias; give the bucket behind it');
}

function arn(wrong: string, bucketArn: string, code: BadInput['code'] = 'ArnInvalid', says = 'give a bucket whose ARN is arn:aws:s3:::<bucket>', shown = bucketArn): BadInput {
  return role(wrong, (stack) => ({ access: [S3Access.read(withArn(stack, bucketArn), { wholeBucket: true })] }), code, `access[0].bucket: received "${shown}"`, says);
}

function noBucket(wrong: string, bucket: unknown, shown: string): BadInput {
  return role(wrong, () => ({ access: [S3Access.read(bucket as IBucket, { wholeBucket: true })] }), 'BucketInvalid', `access[0]: received ${shown}`, 'give an s3.Bucket');
}

export const BUCKETS: readonly BadInput[] = [
  named('a bucket name in upper case', 'Orders'),
  named('a bucket name like an IP address', '192.168.0.1'),
  named('a bucket name of two characters', 'ab'),
  named('a bucket name of 64 characters', 'b'.repeat(64)),
  named('a bucket name with an underscore', 'my_orders'),
  named('a bucket name with two dots in a row', 'my..orders'),
  named('a bucket name that starts with a hyphen', '-orders'),
  named('a bucket name that ends with a dot', 'orders.'),
  named('an empty bucket name', ''),
  named('a bucket name with a slash', 'orders/incoming'),
  named('a bucket name that ends in a newline', 'orders\n'),
  named('a bucket name with a prefix that S3 reserves', 'xn--orders'),
  named('a bucket name with another prefix that S3 reserves', 'sthree-orders'),
  named('the alias of an access point', 'orders-abcdefgh-s3alias', 'ends in -s3alias is the alias of an access point, which no policy knows; give the bucket behind it'),
  named('the alias of an Object Lambda access point', 'orders--ol-s3', 'an Object Lambda access point'),
  named('a directory bucket', 'orders--use1-az4--x-s3', 'give a general purpose bucket'),
  named('a table bucket', 'orders--table-s3', 'give a general purpose bucket'),
  named('the alias of a multi-region access point', 'abcdef.mrap', 'give each bucket behind it'),
  role('the alias of an access point with a parameter in it', (stack) => ({
    access: [S3Access.read(Bucket.fromBucketName(stack, 'Imported', `${new CfnParameter(stack, 'Name').valueAsString}-s3alias`), { wholeBucket: true })],
  }), 'BucketNameInvalid', /^access\[0\]\.bucket: received "[^"]*-s3alias"$/, 'give the bucket behind it'),
  point('the alias of an access point of the app', 'AWS::S3::AccessPoint', (one) => one.getAtt('Alias').toString()),
  point('the name of an access point of the app', 'AWS::S3::AccessPoint', (one) => one.ref),
  point('the ARN of an access point of the app', 'AWS::S3::AccessPoint', (one) => one.getAtt('Arn').toString(), 'fromBucketArn'),
  point('the alias of an Object Lambda access point of the app', 'AWS::S3ObjectLambda::AccessPoint', (one) => one.getAtt('Alias.Value').toString()),
  point('the alias of a multi-region access point of the app', 'AWS::S3::MultiRegionAccessPoint', (one) => one.getAtt('Alias').toString()),

  arn('a bucket ARN with a wildcard', 'arn:aws:s3:::ord*', 'ArnWildcard', 'name exactly one bucket', 'ord*'),
  arn('the ARN of every bucket', 'arn:aws:s3:::*', 'ArnWildcard', 'name exactly one bucket', '*'),
  arn('a bucket ARN with a question mark', 'arn:aws:s3:::order?', 'ArnWildcard', 'name exactly one bucket', 'order?'),
  arn('a bucket ARN with a policy variable', 'arn:aws:s3:::${aws:username}', 'ArnInvalid', 'arn:aws:s3:::<bucket>'),
  arn('a bucket ARN with a short policy variable', 'arn:aws:s3:::${x}', 'ArnWildcard', 'name exactly one bucket', '${x}'),
  arn('an access point', `arn:aws:s3:eu-west-1:${ACCOUNT}:accesspoint/orders`),
  arn('a bucket on Outposts', `arn:aws:s3-outposts:eu-west-1:${ACCOUNT}:outpost/op-1/bucket/orders`),
  arn('a table bucket by ARN', `arn:aws:s3tables:eu-west-1:${ACCOUNT}:bucket/orders`),
  arn('an SNS topic as bucket', `arn:aws:sns:eu-west-1:${ACCOUNT}:orders`),
  arn('a bucket ARN that is none', 'orders'),
  arn('a bucket ARN without a name', 'arn:aws:s3::'),
  role('a bucket in another partition', (stack) => ({ access: [S3Access.read(withArn(stack, 'arn:aws-cn:s3:::orders'), { wholeBucket: true })] }),
    'PartitionMismatch', 'access[0].bucket: received "arn:aws-cn:s3:::orders"', 'this is used in partition aws; name a bucket of that partition', 'eu-west-1'),

  noBucket('no bucket', undefined, 'nothing'),
  noBucket('null as bucket', null, 'null'),
  noBucket('a bucket name as bucket', 'orders', '"orders"'),
  noBucket('an empty object as bucket', {}, 'a value of type object'),
  noBucket('an object with a bucket ARN as bucket', { bucketArn: 'arn:aws:s3:::orders', env: {} }, 'a value of type object'),
  role('a low-level bucket', (stack) => ({ access: [S3Access.read(new CfnBucket(stack, 'Low') as unknown as IBucket, { wholeBucket: true })] }),
    'BucketInvalid', 'access[0]: received a value of type object', 'give an s3.Bucket'),
  role('a role as bucket', (stack) => ({ access: [S3Access.read(Role.fromRoleName(stack, 'Other', 'other') as unknown as IBucket, { wholeBucket: true })] }),
    'BucketInvalid', 'access[0]: received a value of type object', 'give an s3.Bucket'),
  bucketAccess('no bucket for a bucket policy', { access: [S3Access.read(undefined as unknown as IBucket, { wholeBucket: true })] },
    'BucketInvalid', 'access[0]: received nothing', 'give an s3.Bucket'),

  options('read', 'an owner of 11 digits', { wholeBucket: true, bucketOwner: '11112222333' },
    'AccountIdInvalid', 'access[0].bucketOwner: received "11112222333"', 'give the 12 digits'),
  options('read', 'a wildcard as owner', { wholeBucket: true, bucketOwner: '*' }, 'AccountIdInvalid', 'access[0].bucketOwner: received "*"', 'give the 12 digits'),
  options('read', 'an empty owner', { wholeBucket: true, bucketOwner: '' }, 'AccountIdInvalid', 'access[0].bucketOwner: received ""', 'give the 12 digits'),
  options('read', 'a number as owner', { wholeBucket: true, bucketOwner: 111122223333 },
    'ValueTypeInvalid', 'access[0].bucketOwner: received 111122223333', 'as a string, so that leading zeros stay'),
  role('two owners for one bucket', (_, bucket) => ({
    access: [
      S3Access.read(bucket, { wholeBucket: true, bucketOwner: ACCOUNT }),
      S3Access.write(bucket, { wholeBucket: true, bucketOwner: OTHER_ACCOUNT }),
    ],
  }), 'BucketOwnerConflict', 'access[1]: received "s3://<known at deployment>/"', `a bucket has one owner, and here it is ${OTHER_ACCOUNT}, elsewhere ${ACCOUNT}`),
  {
    wrong: 'another owner than the account that the bucket is created in',
    code: 'BucketOwnerConflict',
    finding: `access[0].bucketOwner: received "${OTHER_ACCOUNT}"`,
    says: `this app creates the bucket in account ${ACCOUNT}; leave bucketOwner out`,
    place: 'Test/Owned/Access',
    build: (stack) => {
      const owned = new Stack(stack, 'Owned', { env: { account: ACCOUNT, region: 'eu-west-1' } });
      makeRole(owned, (_, bucket) => ({ access: [S3Access.read(bucket, { wholeBucket: true, bucketOwner: OTHER_ACCOUNT })] }));
    },
  },

  {
    wrong: 'a bucket of a stack whose account is not known, for a role whose account is',
    code: 'ValueElsewhere',
    finding: 'access[0].bucket: received an account that only the stack of the bucket knows',
    says: 'say in bucketOwner which account owns it, or give that stack its env',
    place: 'Test/Known/Access',
    build: (stack) => {
      const known = new Stack(stack, 'Known', { env: { account: ACCOUNT, region: 'eu-west-1' } });
      const bucket = Bucket.fromBucketName(new Stack(stack, 'Unknown'), 'Data', 'data-of-somebody');
      makeRole(known, () => ({ access: [S3Access.read(bucket, { wholeBucket: true })] }));
    },
  },

  bucketAccess('a bucket that encrypts with a key of AWS, for another account', (scope) => ({
    access: [S3Access.read(new Bucket(scope, 'Managed', { encryption: BucketEncryption.KMS_MANAGED }), { wholeBucket: true })],
  }), 'EncryptionUnreachable', 'access[0].bucket: received a bucket that encrypts with the key aws/s3, which no other account can use', 'encrypt it with a KMS key of its own'),

  role('a bucket encrypted twice, for a vendor that refuses it', (scope) => ({
    vendor: Vendors.creativeForce(), access: [S3Access.write(new Bucket(scope, 'Encrypted', { encryption: BucketEncryption.DSSE }), { wholeBucket: true })],
  }), 'EncryptionRefusedByVendor', 'access[0].bucket: received a bucket that encrypts with aws:kms:dsse by default', 'Creative Force accepts AES256 and aws:kms'),
  role('a bucket encrypted by S3, for a vendor that takes KMS only', (scope) => ({
    vendor: makeDefinition({ acceptedEncryption: [VendorEncryption.SSE_KMS] }),
    access: [S3Access.read(new Bucket(scope, 'Encrypted', { encryption: BucketEncryption.S3_MANAGED }), { wholeBucket: true })],
  }), 'EncryptionRefusedByVendor', 'access[0].bucket: received a bucket that encrypts with AES256 by default', 'Acme accepts aws:kms only; change the default encryption of the bucket'),
];
