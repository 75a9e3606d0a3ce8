import { SourceBug } from './source-bug';

/** What a vendor's definition brings along: buckets of its own, actions, partitions. */
export const VENDORS: readonly SourceBug[] = [
  {
    name: 'a bucket of the vendor may be anybody\'s',
    file: 'policy/vendor/companion.ts',
    from: '    bucketArn,\n    owner,\n',
    to: '    bucketArn,\n',
  },
  {
    name: 'a bucket of the vendor is reached without TLS',
    file: 'policy/vendor/companion.ts',
    from: 'requireTls: true,',
    to: 'requireTls: false,',
  },
  {
    name: 'a bucket of the vendor may be the customer\'s',
    file: 'policy/vendor/companion.ts',
    from: 'notOwner: hasReference(customer) || hasReference(owner) ? customer : undefined,',
    to: 'notOwner: hasReference(owner) ? customer : undefined,',
  },
  {
    name: 'a bucket of the vendor is one of the first partition',
    file: 'policy/vendor/vendor-facts.ts',
    from: 'bucketArn: `arn:${partition.written}:s3:::${name}`',
    to: 'bucketArn: `arn:aws:s3:::${name}`',
  },
  {
    name: 'a bucket of the vendor is readable throughout',
    file: 'policy/vendor/companion.ts',
    from: 'patterns: patternsFrom(field, patterns),',
    to: 'patterns: patternsFrom(field, patterns).map((pattern) => ({ ...pattern, stem: pattern.stem.split(\'/\')[0] })),',
  },
  {
    name: 'the actions of a vendor for reading and writing are mixed up',
    file: 'policy/vendor/vendor-facts.ts',
    from: 'extra: { read: data.readActions, write: data.writeActions },',
    to: 'extra: { read: data.readActions, write: data.writeActions ?? data.readActions },',
    foundBy: 'test/policy/vendor/vendor-facts.test.ts',
    unseen: 'definitions that ask for s3:ListBucket for one half alone',
  },
];
