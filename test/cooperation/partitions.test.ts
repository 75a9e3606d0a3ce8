import { App, Stack } from 'aws-cdk-lib';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, CREDENTIALS, onlyResource, permissionsIn, templateOf, VENDOR_ACCOUNT } from './support';
import { S3Access, Vendor, Vendors, VendorS3AccessRole, VendorS3BucketAccess } from '../../src';

const REGIONS = [['aws-cn', 'cn-north-1'], ['aws-us-gov', 'us-gov-west-1']] as const;

function makeStack(region?: string): Stack {
  return new Stack(new App(), 'Stack', { env: region ? { account: ACCOUNT, region } : undefined });
}

describe.each(REGIONS)('in %s', (partition, region) => {
  test('no ARN names another partition', () => {
    const stack = makeStack(region);
    new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS,
      vendor: Vendor.account(VENDOR_ACCOUNT, { principalArns: [`arn:${partition}:iam::${VENDOR_ACCOUNT}:role/ingest-*`] }),
      access: [
        S3Access.readWrite(new Bucket(stack, 'Data', { encryptionKey: new Key(stack, 'Key') }), { prefixes: ['in'] }),
        S3Access.read(Bucket.fromBucketName(stack, 'Imported', 'customer-data'), { wholeBucket: true, encryptionKeys: [Alias.fromAliasName(stack, 'Alias', 'alias/data')] }),
      ],
    });
    expect(JSON.stringify(templateOf(stack))).not.toMatch(/arn:aws:/);
    expect(JSON.stringify(onlyResource(stack, 'AWS::IAM::Role'))).toContain('["arn:",{"Ref":"AWS::Partition"},":iam::');
  });

  test('KMS may be used through S3, by the name that KMS has for it everywhere', () => {
    const stack = makeStack(region);
    new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS, access: [S3Access.read(new Bucket(stack, 'Data', { encryptionKey: new Key(stack, 'Key') }), { wholeBucket: true })],
    });
    const [decrypt] = permissionsIn(stack).filter(({ Action }) => Action === 'kms:Decrypt');
    expect(decrypt.Condition.StringEquals['kms:ViaService']).toBe(`s3.${region}.amazonaws.com`);
  });

  test.each([
    ['Creative Force', () => Vendors.creativeForce()],
    ['a role', () => Vendor.role(`arn:aws:iam::${VENDOR_ACCOUNT}:role/reader`)],
    ['a user', () => Vendor.user(`arn:aws:iam::${VENDOR_ACCOUNT}:user/reader`)],
    ['patterns', () => Vendor.account(VENDOR_ACCOUNT, { principalArns: [`arn:aws:iam::${VENDOR_ACCOUNT}:role/*`] })],
  ])('fails to trust %s of the partition aws', (_, vendor) => {
    const stack = makeStack(region);
    const access = [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), { wholeBucket: true })];
    expect(() => new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, vendor: vendor(), access }))
      .toThrow(new RegExp(`^PartitionMismatch \\[Stack/Access\\] .*partition ${partition}`));
  });

  test('fails to name Coactive of the partition aws in a bucket policy', () => {
    const stack = makeStack(region);
    expect(() => new VendorS3BucketAccess(stack, 'Access', {
      vendor: Vendors.coactive({ roleArn: `arn:aws:iam::${VENDOR_ACCOUNT}:role/coactive` }), access: [S3Access.read(new Bucket(stack, 'Data'), { wholeBucket: true })],
    })).toThrow(/^PartitionMismatch/);
  });

  test('fails on a bucket that was imported by an ARN of the partition aws', () => {
    const stack = makeStack(region);
    const access = [S3Access.read(Bucket.fromBucketArn(stack, 'Data', 'arn:aws:s3:::customer-data'), { wholeBucket: true })];
    expect(() => new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access })).toThrow(/^PartitionMismatch .*access\[0\]\.bucket/);
  });

  test('trusts a role of its own partition', () => {
    const stack = makeStack(region);
    const roleArn = `arn:${partition}:iam::${VENDOR_ACCOUNT}:role/reader`;
    new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS, vendor: Vendor.role(roleArn), access: [S3Access.read(Bucket.fromBucketArn(stack, 'Data', `arn:${partition}:s3:::customer-data`), { wholeBucket: true })],
    });
    expect(onlyResource(stack, 'AWS::IAM::Role').AssumeRolePolicyDocument.Statement[0].Principal.AWS).toBe(roleArn);
  });
});

test('a stack without a region leaves partition and region to the deployment', () => {
  const stack = makeStack();
  new VendorS3AccessRole(stack, 'Access', {
    ...CREDENTIALS,
    vendor: Vendors.creativeForce(),
    access: [S3Access.read(new Bucket(stack, 'Data', { encryptionKey: new Key(stack, 'Key') }), { wholeBucket: true })],
  });
  const [decrypt] = permissionsIn(stack).filter(({ Action }) => Action === 'kms:Decrypt');
  expect(decrypt.Condition.StringEquals['kms:ViaService']).toEqual({ 'Fn::Join': ['', ['s3.', { Ref: 'AWS::Region' }, '.amazonaws.com']] });
});
