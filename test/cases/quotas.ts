import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, BadInput, bucketAccess, makeBucketAccess, role, ROLE_ARN, user } from './bad-input';
import { S3Access, S3KeyScope, Vendor, VendorS3BucketAccess, VendorS3PolicyPlacement } from '../../src';

/** Folders of a given length that no other covers. */
function folders(count: number, length: number): string[] {
  return Array.from({ length: count }, (_, i) => `${i}`.padEnd(length, '-'));
}

const SPLIT = 'declare folders higher up (parameters: a smaller maxLength, or an allowedPattern without wildcards), or split the access over two constructs';
const HIGHER = 'declare folders higher up';

export const QUOTA_OVERRUNS: readonly BadInput[] = [
  role('external IDs that fill the trust policy', { externalId: `a${'x'.repeat(1223)}`, nextExternalId: `b${'x'.repeat(1223)}` },
    'TrustPolicyTooLarge', /^vendor: received "2\d\d\d characters of trust policy"$/, 'use shorter external IDs'),
  role('two unbounded parameters as external IDs', (scope) => ({
    externalId: new CfnParameter(scope, 'Present').valueAsString, nextExternalId: new CfnParameter(scope, 'Next').valueAsString,
  }), 'TrustPolicyTooLarge', /^vendor: received "2\d\d\d characters of trust policy"$/, 'a smaller MaxLength'),
  role('more principals than the trust policy holds', {
    vendor: Vendor.account(ACCOUNT, { principalArns: Array.from({ length: 50 }, (_, i) => `${ROLE_ARN}-${i}`) }),
  }, 'TrustPolicyTooLarge', /^vendor: received "\d{4} characters of trust policy"$/, 'trust fewer principals'),

  role('more permissions than one inline and ten managed policies hold', (_, bucket) => ({ access: [S3Access.read(bucket, { prefixes: folders(300, 200) })] }),
    'ManagedPoliciesExceeded', /^access: received "\d{6} characters of policy"$/, `one inline policy and 10 managed policies hold 71680; ${SPLIT}`),
  role('more permissions than ten managed policies hold', (_, bucket) => ({
    policyPlacement: VendorS3PolicyPlacement.MANAGED, access: [S3Access.write(bucket, { prefixes: folders(300, 200) })],
  }), 'ManagedPoliciesExceeded', /^access: received "\d{5} characters of policy"$/, `10 managed policies hold 61440; ${SPLIT}`),
  user('more permissions than a group holds', (_, bucket) => ({ access: [S3Access.write(bucket, { prefixes: folders(300, 200) })] }),
    'ManagedPoliciesExceeded', /^access: received "\d{5} characters of policy"$/, `one inline policy and 10 managed policies hold 66560; ${SPLIT}`),
  user('one statement that no policy holds', (_, bucket) => ({
    policyPlacement: VendorS3PolicyPlacement.MANAGED,
    allowedSourceIps: Array.from({ length: 400 }, (__, i) => `198.51.${100 + Math.floor(i / 200)}.${i % 200}`),
    access: [S3Access.write(bucket, { wholeBucket: true })],
  }), 'ManagedPoliciesExceeded', /^access: received "\d{4} characters in one statement"$/, 'a policy holds 6144; use shorter prefixes (parameters: a smaller maxLength, or an allowedPattern without wildcards) or fewer conditions'),

  bucketAccess('more than a bucket policy holds', (_, bucket) => ({ access: [S3Access.read(bucket, { prefixes: folders(100, 200) })] }),
    'BucketPolicyTooLarge', /^access\[0\]: received "\d{5} bytes of policy"$/, `the quota is 20480; ${HIGHER}`),
  role('more than the policy of a bucket elsewhere holds', (scope) => ({
    access: [S3Access.write(Bucket.fromBucketAttributes(scope, 'Elsewhere', { bucketName: 'orders', account: '444455556666' }), { prefixes: folders(100, 200) })],
  }), 'BucketPolicyTooLarge', /^access\[0\]: received "\d{5} bytes of policy"$/, `the quota is 20480; ${HIGHER}`),
  bucketAccess('more than a key policy holds', (scope) => ({
    access: ['orders', 'videos'].map((name) => S3Access.write(Bucket.fromBucketName(scope, name, name), {
      keys: folders(80, 200).map((key) => S3KeyScope.object(key)),
      encryptionKeys: [importedKey(scope)],
    })),
  }), 'KeyPolicyTooLarge', /^access\[0\]: received "\d{5} bytes of policy"$/, `the quota is 32768; ${HIGHER}`),
  {
    wrong: 'further access that a bucket policy does not hold beside what another construct put there',
    code: 'BucketPolicyTooLarge',
    finding: /^access\[0\]: received "\d{5} bytes of policy"$/,
    says: HIGHER,
    build: (stack: Stack) => {
      const shared = new Bucket(stack, 'Shared');
      const vendor = Vendor.role(ROLE_ARN);
      const access = [S3Access.write(shared, { prefixes: folders(50, 200) })];
      new VendorS3BucketAccess(stack, 'First', { vendor, access });
      return new VendorS3BucketAccess(stack, 'Access', { vendor, access });
    },
  },
  {
    wrong: 'further access that a bucket policy does not hold',
    code: 'BucketPolicyTooLarge',
    finding: /^access\[1\]: received "\d{5} bytes of policy"$/,
    says: HIGHER,
    build: (stack: Stack) => makeBucketAccess(stack, {}).addAccess(
      S3Access.write(stack.node.findChild('Bucket') as Bucket, { prefixes: folders(100, 200) })),
  },
];

/** One key, however often it is asked for. */
function importedKey(scope: Parameters<typeof Key.fromKeyArn>[0]): ReturnType<typeof Key.fromKeyArn> {
  return (scope.node.tryFindChild('Key') ?? Key.fromKeyArn(scope, 'Key', 'arn:aws:kms:eu-west-1:444455556666:key/abcd')) as Key;
}
