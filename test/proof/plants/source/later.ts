import { SourceBug } from './source-bug';

/** Access that is declared later. */
export const LATER: readonly SourceBug[] = [
  {
    name: 'later access takes the place of what was there',
    file: 'cdk/resources/growing-permissions.ts',
    from: 'this.compile([...this.locations(), ...added]);',
    to: 'this.compile(added);',
  },
  {
    name: 'later access forgets when all ends',
    file: 'cdk/resources/growing-permissions.ts',
    from: 'permissions.plan(compileIdentity(this.locations(), this.context))',
    to: 'permissions.plan(compileIdentity(this.locations(), {}))',
  },
  {
    name: 'later access ends a suspension',
    file: 'cdk/resources/growing-permissions.ts',
    from: 'return this.suspended ? this.deny()',
    to: 'return this.suspended && this.locations().length === 0 ? this.deny()',
  },
  {
    name: 'later access forgets the policies of buckets and keys',
    file: 'cdk/resources/identity-access.ts',
    from: '...this.grants.plan(added, this.props.bucketPolicies ?? VendorS3BucketPolicies.WHEN_NEEDED),',
    to: '...this.declarations.all.some(({ bucket }) => bucket) ? [] : this.grants.plan(added, this.props.bucketPolicies ?? VendorS3BucketPolicies.WHEN_NEEDED),',
  },
  {
    name: 'a bucket of another account is forgotten by the next call',
    file: 'cdk/resources/identity-grants.ts',
    from: 'added.forEach((bucket) => this.foreign.add(bucket));',
    to: '',
  },
  {
    name: 'the size of further access is that of its objects alone',
    file: 'policy/grant/size-bound.ts',
    from: 'this.total += (onObjects + kmsKeys.length) * listed(arns) + at(\'listing\').length * listed(names);',
    to: 'this.total += onObjects * listed(arns);',
    foundBy: 'test/policy/grant/size-bound.test.ts',
    unseen: 'many calls, each with many folders',
  },
];
