import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, Vendor, VendorS3AccessRole } from '../../../src';

interface Declared {
  readonly role: VendorS3AccessRole;
  readonly buckets: readonly IBucket[];
  readonly policies: () => string[];
  readonly template: () => unknown;
}

function declare(access: (buckets: readonly IBucket[]) => readonly S3Access[], oneByOne: boolean): Declared {
  const stack = new Stack(new App(), 'Stack');
  const buckets = Array.from({ length: 4 }, (_, i) => new Bucket(stack, `Bucket${i}`));
  const [first, ...others] = access(buckets);
  const role = new VendorS3AccessRole(stack, 'Access', {
    vendor: Vendor.account('111122223333'), externalId: 'id-1', access: oneByOne ? [first] : [first, ...others],
  });
  if (oneByOne) {
    others.forEach((more) => role.addAccess(more));
  }
  return {
    role,
    buckets,
    policies: () => role.node.children.map(({ node }) => node.id).filter((id) => id.includes('Policy')),
    template: () => Template.fromStack(stack).toJSON(),
  };
}

const long = (i: number) => `tenant-${i}/${'x'.repeat(150)}`;
const LOOPS: Record<string, (buckets: readonly IBucket[]) => S3Access[]> = {
  'folders of several buckets': (buckets) => Array.from({ length: 120 }, (_, i) => S3Access.read(buckets[i % 4], { prefixes: [long(i)] })),
  'folders to read and to write': ([bucket]) => Array.from({ length: 120 }, (_, i) => (
    i % 2 ? S3Access.read(bucket, { prefixes: [long(i)] }) : S3Access.write(bucket, { prefixes: [long(i)] }))),
  'folders, and then all that they are in': ([bucket, other]) => [
    ...Array.from({ length: 100 }, (_, i) => S3Access.read(bucket, { prefixes: [long(i)] })),
    S3Access.write(other, { prefixes: ['out'] }),
    S3Access.read(bucket, { wholeBucket: true }),
  ],
};

describe.each(Object.entries(LOOPS))('%s, one by one', (_, access) => {
  const loop = declare(access, true);
  const once = declare(access, false);

  test('have their policies before anybody asks for them', () => {
    const before = loop.policies();
    expect(before).toEqual(expect.arrayContaining(once.policies()));
    expect(loop.role.policyUsage).toEqual(once.role.policyUsage);
    expect(loop.policies()).toEqual(before);
  });

  test('give the template of one declaration', () => {
    expect(loop.template()).toEqual(once.template());
  });
});

test.each(['folders of several buckets', 'folders to read and to write'])('%s have one empty policy at most', (name) => {
  const [loop, once] = [true, false].map((oneByOne) => declare(LOOPS[name], oneByOne).policies().length);
  expect(loop - once).toBeLessThanOrEqual(1);
});

test('the usage is that of the last call, after each of them', () => {
  const { role, buckets: [bucket] } = declare((buckets) => [S3Access.read(buckets[0], { prefixes: ['start'] })], true);
  const sizes = Array.from({ length: 80 }, (_, i) => {
    role.addAccess(S3Access.read(bucket, { prefixes: [long(i)] }));
    const { inlineSize, managedSizes } = role.policyUsage;
    return [inlineSize, ...managedSizes].reduce((sum, size) => sum + size, 0);
  });
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
});

test('what no policies hold is refused in the call that declares it, and leaves the rest as it was', () => {
  const { role, buckets: [bucket] } = declare((buckets) => [S3Access.read(buckets[0], { prefixes: ['start'] })], true);
  const exact = declare((buckets) => [S3Access.read(buckets[0], { prefixes: ['start'] })], true);
  const refused = ({ role: one, buckets }: Pick<Declared, 'role' | 'buckets'>, ask: boolean) => {
    for (let i = 0; i < 1000; i++) {
      try {
        one.addAccess(S3Access.read(buckets[0], { prefixes: [`${i}/${'x'.repeat(900)}`] }));
      } catch (e) {
        return [i, (e as Error).message];
      }
      // Whoever asks each time has all compiled each time.
      if (ask) one.policyUsage;
    }
    return undefined;
  };
  expect(refused({ role, buckets: [bucket] }, false)).toEqual(refused(exact, true));
  expect(role.policyUsage).toEqual(exact.role.policyUsage);
  expect(() => role.addAccess(S3Access.read(bucket, { prefixes: ['short'] }))).not.toThrow();
});

test('one bucket with two owners is refused in the call that names the second', () => {
  const stack = new Stack(new App(), 'Stack');
  const bucket = Bucket.fromBucketName(stack, 'Bucket', 'data');
  const read = (prefix: string, bucketOwner: string) => S3Access.read(bucket, { prefixes: [prefix], bucketOwner });
  const role = new VendorS3AccessRole(stack, 'Access', {
    vendor: Vendor.account('111122223333'), externalId: 'id-1', access: [read('a', '444455556666')],
  });
  role.addAccess(read('b', '444455556666'));
  expect(() => role.addAccess(read('c', '777788889999'))).toThrow('BucketOwnerConflict');
  role.addAccess(read('c', '444455556666'));
});
