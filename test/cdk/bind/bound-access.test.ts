import { App, Aws, CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption, IBucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, S3AccessOptions, S3KeyScope, Vendor } from '../../../src';
import { bindVendor, BoundAccess, partitionReference } from '../../../src/cdk/bind';
import { AccessBinder, AccessTarget, addressesOf } from '../../../src/cdk/bind/bound-access';
import { TokenTable } from '../../../src/cdk/tokens';
import { ACCOUNT, OTHER_ACCOUNT, VENDOR_ACCOUNT, warningsOf } from '../../cooperation/support';

const ENV = { account: ACCOUNT, region: 'eu-west-1' };

function stackIn(env?: { account?: string; region?: string }): Stack {
  return new Stack(new App(), 'Test', { env });
}

function binderIn(scope: Stack, vendor = Vendor.account(VENDOR_ACCOUNT), into: AccessTarget = 'permissions') {
  const tokens = new TokenTable(scope);
  const binder = new AccessBinder(scope, tokens, bindVendor(scope, tokens, vendor, 'role', 'vendor'), partitionReference(tokens), into);
  return { binder, tokens };
}

/** What one declaration on a bucket becomes. */
function bound(scope: Stack, bucket: IBucket, options: S3AccessOptions = { wholeBucket: true }, into?: AccessTarget): BoundAccess {
  return binderIn(scope, undefined, into).binder.bind([S3Access.readWrite(bucket, options)])[0];
}

const refused = (code: string) => expect.objectContaining({ code });

test('access demands TLS and the owner of the bucket, until it is declared otherwise', () => {
  const scope = stackIn(ENV);
  const bucket = new Bucket(scope, 'Bucket');
  expect(bound(scope, bucket).location).toMatchObject({ requireTls: true, owner: ACCOUNT });
  expect(bound(scope, bucket, { wholeBucket: true, requireTls: false }).location.requireTls).toBe(false);
  expect(bound(scope, bucket, { wholeBucket: true, requireTls: true }).location.requireTls).toBe(true);
  expect(bound(scope, bucket, { wholeBucket: true, pinBucketOwner: false }).location.owner).toBeUndefined();
});

test('an owner that is declared counts, and a bucket without one is taken for the stack\'s own', () => {
  const scope = stackIn(ENV);
  const bucket = Bucket.fromBucketName(scope, 'Bucket', 'orders');
  expect(bound(scope, bucket)).toMatchObject({ owner: ACCOUNT, location: { owner: ACCOUNT } });
  expect(bound(scope, bucket, { wholeBucket: true, bucketOwner: OTHER_ACCOUNT }))
    .toMatchObject({ owner: OTHER_ACCOUNT, location: { owner: OTHER_ACCOUNT } });
});

test('whoever states the owner is warned of what may be anything, and nobody else is', () => {
  const scope = stackIn(ENV);
  const bucket = Bucket.fromBucketName(scope, 'Bucket', 'orders');
  bound(scope, bucket, { wholeBucket: true, bucketOwner: OTHER_ACCOUNT });
  expect(warningsOf(scope)).toEqual([]);
  bound(scope, bucket, { wholeBucket: true, bucketOwner: new CfnParameter(scope, 'Owner').valueAsString });
  expect(warningsOf(scope)).toEqual(['cdk-vendor-s3-access:openParameter']);
});

describe('the region of a bucket', () => {
  const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  const withKey = (scope: Stack, bucket: IBucket) => () =>
    bound(scope, bucket, { wholeBucket: true, encryptionKeys: [Key.fromKeyArn(scope, 'Key', KEY)] });

  test.each<[string, (scope: Stack) => IBucket]>([
    ['is that of its stack, where this app makes it', (scope) => new Bucket(scope, 'Bucket')],
    ['is what an import says', (scope) => Bucket.fromBucketAttributes(scope, 'Bucket', { bucketName: 'orders', region: 'eu-central-1' })],
  ])('%s, and a key lies there too', (_, make) => {
    const scope = stackIn(ENV);
    expect(withKey(scope, make(scope))).toThrow(refused('KmsKeyRegionMismatch'));
  });

  test.each<[string, Stack, (scope: Stack) => IBucket]>([
    ['an import says nothing of it', stackIn(ENV), (scope) => Bucket.fromBucketName(scope, 'Bucket', 'orders')],
    ['the deployment chooses it', stackIn(), (scope) => new Bucket(scope, 'Bucket')],
    ['an import leaves it open', stackIn(ENV), (scope) => Bucket.fromBucketAttributes(scope, 'Bucket', { bucketName: 'orders', region: Aws.REGION })],
    ['it is that of the key', stackIn({ ...ENV, region: 'us-east-1' }), (scope) => new Bucket(scope, 'Bucket')],
  ])('lets a key be wherever it is, where %s', (_, scope, make) => {
    expect(withKey(scope, make(scope))().location.kmsKeys).toMatchObject([{ keyArn: KEY, viaService: ['s3.us-east-1.amazonaws.com'] }]);
  });
});

describe('the key that AWS manages for S3', () => {
  const inApp = (account: string | undefined, of: string | undefined, encryption: BucketEncryption, into?: AccessTarget) => () => {
    const app = new App();
    const scope = new Stack(app, 'Roles', { env: { account, region: 'eu-west-1' } });
    return bound(scope, new Bucket(new Stack(app, 'Buckets', { env: { account: of, region: 'eu-west-1' } }), 'Bucket', { encryption, bucketName: 'orders' }),
      { wholeBucket: true, ...(of === undefined ? { bucketOwner: OTHER_ACCOUNT } : {}) }, into);
  };

  test.each([
    ['another account', OTHER_ACCOUNT, undefined],
    ['a vendor in a bucket policy', ACCOUNT, 'resourcePolicies'],
  ] as const)('serves no role of %s', (_, of, into) => {
    expect(inApp(ACCOUNT, of, BucketEncryption.KMS_MANAGED, into)).toThrow(refused('EncryptionUnreachable'));
  });

  test.each([
    ['the same account', ACCOUNT, ACCOUNT, BucketEncryption.KMS_MANAGED],
    ['an account that may be the same', ACCOUNT, undefined, BucketEncryption.KMS_MANAGED],
    ['an account that may be any', undefined, OTHER_ACCOUNT, BucketEncryption.KMS_MANAGED],
    ['another account, where S3 encrypts by itself', ACCOUNT, OTHER_ACCOUNT, BucketEncryption.S3_MANAGED],
    ['another account, where the bucket has a key of its own', ACCOUNT, OTHER_ACCOUNT, BucketEncryption.KMS],
  ])('is no obstacle for a bucket of %s', (_, account, of, encryption) => {
    expect(inApp(account, of, encryption)).not.toThrow();
  });
});

describe('a wildcard in a declared key', () => {
  test.each<[string, S3AccessOptions, string[]]>([
    ['inside of a folder', { prefixes: ['in*'] }, ['literalWildcard']],
    ['at the end of a key', { keys: [S3KeyScope.object('in/*')] }, ['literalWildcard']],
    ['at the end of a start', { keys: [S3KeyScope.startingWith('in/*')] }, ['literalWildcard']],
    ['in a value of a template', { keys: [S3KeyScope.template('in/{x}', { x: 'a*' })] }, ['literalWildcard']],
    ['inside of a key', { keys: [S3KeyScope.object('in/*.csv')] }, ['literalWildcard']],
    ['nowhere', { prefixes: ['in'], keys: [S3KeyScope.startingWith('in-')] }, []],
  ])('%s is told of', (_, options, expected) => {
    const scope = stackIn(ENV);
    bound(scope, new Bucket(scope, 'Bucket'), options);
    expect(warningsOf(scope)).toEqual(expected.map((id) => `cdk-vendor-s3-access:${id}`));
  });
});

describe('an alias', () => {
  const warnings = (account: string | undefined, owner: string) => {
    const scope = stackIn({ account, region: 'eu-west-1' });
    const bucket = Bucket.fromBucketAttributes(scope, 'Bucket', { bucketName: 'orders', account: owner });
    bound(scope, bucket, { wholeBucket: true, encryptionKeys: [Alias.fromAliasName(scope, 'Alias', 'alias/orders')] });
    return warningsOf(scope);
  };

  test('of another account than the bucket\'s is told of, where both are known', () => {
    expect(warnings(ACCOUNT, OTHER_ACCOUNT)).toEqual(['cdk-vendor-s3-access:aliasElsewhere']);
    expect(warnings(ACCOUNT, ACCOUNT)).toEqual([]);
    expect(warnings(undefined, OTHER_ACCOUNT)).toEqual([]);
  });
});

describe('a vendor\'s own bucket', () => {
  const VENDOR = Vendor.fromDefinition({
    name: 'Acme',
    accounts: [VENDOR_ACCOUNT],
    companionBuckets: [{ bucketName: 'acme-transfer', ownerAccount: VENDOR_ACCOUNT, mode: 'write', prefixes: ['in'] } as never],
  });

  test('is bound without a construct and without keys, and called by its name', () => {
    const [companion, ...others] = binderIn(stackIn(ENV), VENDOR).binder.companions();
    expect(others).toEqual([]);
    expect(companion).toMatchObject({ owner: VENDOR_ACCOUNT, bucketName: 'acme-transfer', kmsKeys: [] });
    expect(companion.bucket).toBeUndefined();
  });

  test('counts as declared: the customer cannot declare it as well', () => {
    const scope = stackIn(ENV);
    const { binder } = binderIn(scope, VENDOR);
    binder.companions();
    expect(() => binder.bind([S3Access.write(Bucket.fromBucketName(scope, 'Bucket', 'acme-transfer'), { prefixes: ['in'] })])).toThrow();
  });
});

describe('addresses', () => {
  const of = (options: S3AccessOptions) => {
    const scope = stackIn(ENV);
    return addressesOf(bound(scope, Bucket.fromBucketName(scope, 'Bucket', 'orders'), options));
  };

  test('leave out what lies in a folder that is named as well, and nothing else', () => {
    expect(of({ prefixes: ['a', 'b'], keys: [S3KeyScope.object('a/x'), S3KeyScope.object('ab')] })).toEqual(['s3://orders/a/', 's3://orders/ab', 's3://orders/b/']);
    expect(of({ keys: [S3KeyScope.object('a'), S3KeyScope.object('ab')] })).toEqual(['s3://orders/a', 's3://orders/ab']);
    expect(of({ wholeBucket: true })).toEqual(['s3://orders/']);
  });
});

test('a bucket that is not known by its text is called by it in the end', () => {
  const scope = stackIn(ENV);
  const { binder, tokens } = binderIn(scope);
  const bucket = Bucket.fromBucketName(scope, 'Bucket', Lazy.string({ produce: () => 'late-name' }));
  const [one] = binder.bind([S3Access.read(bucket, { wholeBucket: true })]);
  expect(tokens.describe(one.bucketName)).toBe('late-name');
});
