import { SourceBug } from './source-bug';

/** The policies of buckets. */
export const BUCKETS: readonly SourceBug[] = [
  {
    name: 'of two declarations on a bucket the last one is in its policy',
    file: 'cdk/bind/grouping.ts',
    from: 'groups.set(declared.bucket, group);',
    to: 'groups.set(declared.bucket, [declared]);',
  },
  {
    name: 'the whole account of the role is let in',
    file: 'cdk/resources/identity-grants.ts',
    from: 'return { arns: [`arn:${this.partition()}:iam::${this.account}:root`], principalArns: [arn] };',
    to: 'return { arns: [`arn:${this.partition()}:iam::${this.account}:root`] };',
  },
  {
    name: 'a suspended vendor keeps the objects of a bucket',
    file: 'policy/grant/compile.ts',
    from: 'resources: [bucketArn, `${bucketArn}/*`],',
    to: 'resources: [bucketArn],',
  },
  {
    name: 'a suspended vendor is refused reading alone',
    file: 'policy/grant/compile.ts',
    from: 'actions: [\'s3:*\'],',
    to: 'actions: [\'s3:Get*\', \'s3:List*\'],',
  },
  {
    name: 'a suspended vendor keeps the keys of a bucket',
    file: 'constructs/vendor-s3-bucket-access.ts',
    from: 'const keys = this.suspended ? [] : byKey(added)',
    to: 'const keys = byKey(added)',
    foundBy: 'test/semantics/kms-key-policy.test.ts',
    unseen: 'more suspended VendorS3BucketAccess with keys; there are few in 150 worlds',
  },
  {
    name: 'source addresses are not in bucket policies',
    file: 'constructs/vendor-s3-bucket-access.ts',
    from: 'context: { expiresAt: bindExpiry(this, props.expiresAt), sourceIps: bindSourceIps(tokens, props.allowedSourceIps) },',
    to: 'context: { expiresAt: bindExpiry(this, props.expiresAt) },',
  },
  {
    name: 'TLS is not demanded in bucket policies',
    file: 'cdk/bind/bound-access.ts',
    from: 'requireTls: options.requireTls ?? true,',
    to: 'requireTls: options.requireTls ?? this.into === \'permissions\',',
  },
  {
    name: 'a bucket of another account gets no policy',
    file: 'cdk/resources/identity-grants.ts',
    from: 'return account === this.account;',
    to: 'return account === this.account || account !== \'\';',
  },
];
