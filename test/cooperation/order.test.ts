import { App, CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import * as fc from 'fast-check';
import { CREDENTIALS, OTHER_ACCOUNT, permissionsIn, templateOf } from './support';
import { S3Access, S3KeyScope, Vendor, VendorS3AccessRole, VendorS3BucketPolicies } from '../../src';
import { uncheckedTemplateOf } from '../support/unchecked-template';

/** The same things as indexes into lists, so that their order can be shuffled and everything else stays. */
interface Order {
  readonly access: number[];
  readonly prefixes: number[];
  readonly keys: number[];
  readonly trust: number[];
  readonly tokens: number[];
}

const INDEXES = [0, 1, 2, 3];
const NATURAL: Order = { access: INDEXES, prefixes: INDEXES, keys: INDEXES, trust: INDEXES, tokens: INDEXES };

const shuffled = () => fc.shuffledSubarray(INDEXES, { minLength: INDEXES.length });
const orders = fc.record({ access: shuffled(), prefixes: shuffled(), keys: shuffled(), trust: shuffled(), tokens: shuffled() });

function pick<T>(values: readonly T[], order: readonly number[]): T[] {
  return order.map((i) => values[i]);
}

/** One declaration with everything in it that has an order. */
function build(order: Order, later = 0): any {
  const stack = new Stack(new App(), 'Stack');
  const parameters = INDEXES.map((i) => new CfnParameter(stack, `Parameter${i}`, { maxLength: 40 }));
  // Tokens are numbered as they are made, and noise in between moves the numbers on.
  order.tokens.forEach((i) => [parameters[i].valueAsString, Lazy.string({ produce: () => `noise-${i}` })]);
  const value = (i: number) => parameters[i].valueAsString;

  const own = new Bucket(stack, 'Own', { encryptionKey: new Key(stack, 'Key') });
  const plain = new Bucket(stack, 'Plain');
  const foreign: IBucket = Bucket.fromBucketAttributes(stack, 'Foreign', { bucketName: 'foreign-data', account: OTHER_ACCOUNT });
  const encryptionKeys = pick(INDEXES.map((i) => Key.fromKeyArn(stack, `Foreign${i}`, `arn:aws:kms:eu-west-1:${OTHER_ACCOUNT}:key/0000000${i}`)), order.keys);
  const prefixes = pick(['in', 'in/sub', `p-${value(0)}`, `p-${value(1)}/x`], order.prefixes);
  const keys = pick([
    S3KeyScope.object('manifest.json'), S3KeyScope.startingWith('data_'), S3KeyScope.folder(value(2)), S3KeyScope.template('{tenant}/{date}'),
  ], order.keys);
  const access = pick([
    S3Access.read(own, { prefixes, keys }),
    S3Access.write(own, { prefixes: ['out'] }),
    S3Access.readWrite(plain, { keys }),
    S3Access.read(foreign, { prefixes, encryptionKeys }),
  ], order.access);
  const others = pick(INDEXES.map((i) => ({ vendor: Vendor.account(`11112222333${i}`), externalId: i === 0 ? value(3) : `id-${i}` })), order.trust);
  const role = new VendorS3AccessRole(stack, 'Access', {
    ...CREDENTIALS,
    vendor: Vendor.account('123456789012', {
      principalArns: pick(INDEXES.map((i) => `arn:aws:iam::123456789012:role/reader-${i}`), order.trust),
    }),
    additionalTrust: others,
    allowedSourceIps: pick(INDEXES.map((i) => `203.0.113.${i}/32`), order.prefixes),
    access: access.slice(0, access.length - later),
  });
  access.slice(access.length - later).forEach((more) => role.addAccess(more));
  return uncheckedTemplateOf(stack);
}

describe('a declaration', () => {
  test('gives the same template, byte for byte, in whatever order it is written', () => {
    const natural = JSON.stringify(build(NATURAL));
    fc.assert(fc.property(orders, (order) => JSON.stringify(build(order)) === natural), { numRuns: 40 });
  });

  test('gives the same resources whether access is added at once or later', () => {
    const resources = (template: any) => JSON.stringify(template.Resources);
    const natural = resources(build(NATURAL));
    const later = fc.integer({ min: 1, max: 3 });
    fc.assert(fc.property(orders, later, (order, count) => resources(build(order, count)) === natural), { numRuns: 20 });
  });
});

describe('access that is added later', () => {
  function two(together: boolean) {
    const stack = new Stack(new App(), 'Stack');
    const bucket = new Bucket(stack, 'Data');
    const [first, second] = [S3Access.read(bucket, { prefixes: ['a/b'] }), S3Access.readWrite(bucket, { prefixes: ['a'] })];
    const access = new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS, bucketPolicies: VendorS3BucketPolicies.ALWAYS, access: together ? [first, second] : [first],
    });
    if (!together) {
      access.addAccess(second);
    }
    return { stack, access };
  }

  test('gives the same permissions, outputs and sizes', () => {
    const [at, later] = [two(true), two(false)];
    expect(permissionsIn(later.stack)).toEqual(permissionsIn(at.stack));
    expect(templateOf(later.stack).Outputs).toEqual(templateOf(at.stack).Outputs);
    expect(later.access.policyUsage).toEqual(at.access.policyUsage);
  });

  test('fails when it was declared already', () => {
    const { access, stack } = two(true);
    const bucket = stack.node.findChild('Data') as Bucket;
    expect(() => access.addAccess(S3Access.read(bucket, { prefixes: ['a/b/'] }))).toThrow(/^AccessDuplicate \[Stack\/Access\] access\[2\]/);
  });
});
