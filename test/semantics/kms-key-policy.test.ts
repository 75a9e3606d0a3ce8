import { PolicyDocument, PolicyStatement, AccountRootPrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { S3Access, Vendor, VendorS3BucketAccess } from '../../src';
import { Caller, KeyProbe } from '../support/caller';
import { Customer, VENDOR } from '../support/customer';
import { CUSTOMER, REGION } from '../support/deployed-template';
import { LEDGER, ORDERS } from '../support/probe';

const INSIDE = `arn:aws:s3:::${ORDERS}/in/1.csv`;
const OUTSIDE = `arn:aws:s3:::${ORDERS}/out/1.csv`;

describe('a key whose policy leaves nothing to IAM', () => {
  // Its administrators may do everything but use it.
  const strict = (customer: Customer) => new Key(customer.stack, 'Key', {
    policy: new PolicyDocument({
      statements: [new PolicyStatement({ actions: ['kms:PutKeyPolicy', 'kms:Describe*'], resources: ['*'], principals: [new AccountRootPrincipal()] })],
    }),
  });

  test('gets just the statements that the role needs', async () => {
    const customer = new Customer();
    const key = strict(customer);
    customer.role([S3Access.read(customer.orders, { prefixes: ['in'], encryptionKeys: [key] })]);
    const template = customer.deploy();
    const keyArn = template.arn(template.id('AWS::KMS::Key'));
    const role = Caller.role(template);
    const use = async (action: 'kms:Decrypt' | 'kms:GenerateDataKey', encryptionContext?: string, viaService?: null) => role.use({ action, keyArn, encryptionContext, viaService });
    expect(await use('kms:Decrypt', INSIDE)).toBe('allowed');
    expect(await use('kms:Decrypt', OUTSIDE)).toBe('denied');
    expect(await use('kms:Decrypt', undefined)).toBe('denied');
    expect(await use('kms:Decrypt', INSIDE, null)).toBe('denied');
    expect(await use('kms:GenerateDataKey', INSIDE)).toBe('denied');
    // Somebody else of the account, with every permission that IAM can give.
    const colleague = Caller.elsewhere(template, `arn:aws:iam::${CUSTOMER}:role/colleague`);
    expect(await colleague.use({ action: 'kms:Decrypt', keyArn, encryptionContext: INSIDE })).toBe('denied');
  });

  test('stays shut for a role that is suspended', async () => {
    const customer = new Customer();
    customer.role([S3Access.read(customer.orders, { wholeBucket: true, encryptionKeys: [strict(customer)] })], { suspended: true });
    const template = customer.deploy();
    const keyArn = template.arn(template.id('AWS::KMS::Key'));
    expect(await Caller.role(template).use({ action: 'kms:Decrypt', keyArn, encryptionContext: INSIDE })).toBe('denied');
  });
});

describe('a key of another account', () => {
  const OWNER = '444455556666';
  const keyArn = `arn:aws:kms:${REGION}:${OWNER}:key/11111111-2222-3333-4444-555555555555`;

  test('opens with the statements handed off, and not without', async () => {
    const customer = new Customer();
    const bucket = Bucket.fromBucketName(customer.stack, 'Imported', ORDERS);
    const key = Key.fromKeyArn(customer.stack, 'Key', keyArn);
    customer.role([S3Access.read(bucket, { bucketOwner: OWNER, prefixes: ['in'], encryptionKeys: [key] })]);
    const template = customer.deploy();
    const handOffs: any[] = JSON.parse(template.output('HandOff').Value);
    const statements = handOffs.find(({ kind }) => kind === 'keyPolicy').statements;
    const id = template.id('AWS::IAM::Role');
    const holder = (policy?: any) =>
      new Caller(template.arn(id), template.identityPolicies(id), { bucketPolicy: () => undefined, keyPolicy: () => policy });
    const before = holder();
    const after = holder({ Version: '2012-10-17', Statement: statements });
    const probe = { action: 'kms:Decrypt', keyArn, encryptionContext: INSIDE } as const;
    expect(await before.use(probe)).toBe('denied');
    expect(await after.use(probe)).toBe('allowed');
    expect(await after.use({ ...probe, encryptionContext: OUTSIDE })).toBe('denied');
    expect(await after.use({ ...probe, action: 'kms:GenerateDataKey' })).toBe('denied');
    expect(await after.use({ ...probe, viaService: null })).toBe('denied');
    expect(await after.use({ ...probe, viaService: 's3.us-east-1.amazonaws.com' })).toBe('denied');
  });
});

test('a key given by alias is out of reach once the alias has moved on, also where its owner added what was handed off', async () => {
  const customer = new Customer();
  const alias = Alias.fromAliasName(customer.stack, 'Alias', 'alias/orders');
  const access = customer.role([S3Access.read(customer.orders, { prefixes: ['in'], encryptionKeys: [alias] })]);
  const template = customer.deploy();
  const [handOff] = template.intrinsics.evaluate(customer.stack.resolve(access.handOffs));
  const id = template.id('AWS::IAM::Role');
  const statements = [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${CUSTOMER}:root` }, Action: 'kms:*', Resource: '*' }, ...handOff.statements];
  const role = new Caller(template.arn(id), template.identityPolicies(id), {
    bucketPolicy: () => undefined, keyPolicy: () => ({ Version: '2012-10-17', Statement: statements }),
  });
  const probe = { action: 'kms:Decrypt', keyArn: `arn:aws:kms:${REGION}:${CUSTOMER}:key/1`, encryptionContext: INSIDE } as const;
  expect(await role.use({ ...probe, aliases: ['alias/orders'] })).toBe('allowed');
  expect(await role.use({ ...probe, aliases: ['alias/orders-2'] })).toBe('denied');
  expect(await role.use({ ...probe, aliases: undefined })).toBe('denied');
});

describe('a key, with access by bucket policy', () => {
  const principal = `arn:aws:iam::${VENDOR}:role/reader`;
  const other = `arn:aws:iam::${VENDOR}:role/other`;
  const granted = (owned: boolean, suspended = false) => {
    const customer = new Customer();
    const bucket = owned ? customer.orders : Bucket.fromBucketName(customer.stack, 'Imported', ORDERS);
    new VendorS3BucketAccess(customer.stack, 'Access', {
      vendor: Vendor.role(principal),
      access: [S3Access.read(bucket, { prefixes: ['in'], encryptionKeys: [new Key(customer.stack, 'Key')] })],
      expiresAt: new Date('2026-12-31T00:00:00Z'),
      suspended,
    });
    const template = customer.deploy();
    const keyArn = template.arn(template.id('AWS::KMS::Key'));
    return async (who: string, more: Partial<KeyProbe> = {}) =>
      Caller.elsewhere(template, who).use({ action: 'kms:Decrypt', keyArn, encryptionContext: INSIDE, ...more });
  };

  describe.each([['of this app', true], ['of another', false]] as const)('to a bucket %s', (_bucket, owned) => {
    test.each([
      ['the vendor', principal, {}, 'allowed'],
      ['the vendor with a Bucket Key', principal, { encryptionContext: `arn:aws:s3:::${ORDERS}` }, 'allowed'],
      ['the vendor in a direct call', principal, { viaService: null }, 'denied'],
      ['the vendor by S3 of another region', principal, { viaService: 's3.us-east-1.amazonaws.com' }, 'denied'],
      ['the vendor making data keys', principal, { action: 'kms:GenerateDataKey' }, 'denied'],
      ['the vendor after the expiry', principal, { context: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } }, 'denied'],
      ['another role of the vendor\'s', other, {}, 'denied'],
      ['a stranger', 'arn:aws:iam::444455556666:role/reader', {}, 'denied'],
    ] as const)('%s is judged as declared', async (_, who, more, verdict) => {
      expect(await granted(owned)(who, more)).toBe(verdict);
    });

    test('a suspended vendor cannot use it', async () => {
      expect(await granted(owned, true)(principal)).toBe('denied');
    });
  });

  // The bucket of this app has a fixed name here, so that the key can name it.
  test.each([true, false].flatMap((owned) => [
    ['beside the folder', OUTSIDE, owned],
    ['in another bucket', `arn:aws:s3:::${LEDGER}/in/1.csv`, owned],
    ['without a context', undefined, owned],
  ] as const))('the key decrypts nothing %s (%s, bucket of this app: %s)', async (_, encryptionContext, owned) => {
    expect(await granted(owned)(principal, { encryptionContext })).toBe('denied');
  });

  test('the key cannot tell objects apart where naming the bucket would close a circle; the bucket policy still does', async () => {
    const customer = new Customer({ bucketName: undefined, encryption: BucketEncryption.KMS });
    new VendorS3BucketAccess(customer.stack, 'Access', { vendor: Vendor.role(principal), access: [S3Access.read(customer.orders, { prefixes: ['in'] })] });
    const template = customer.deploy();
    const bucket: string = template.intrinsics.evaluate(customer.stack.resolve(customer.orders.bucketName));
    const keyArn = template.arn(template.id('AWS::KMS::Key'));
    const vendor = Caller.elsewhere(template, principal);
    const objects = [['in/1.csv', 'allowed'], ['out/1.csv', 'denied']] as const;
    for (const [key, verdict] of objects) {
      expect(await vendor.use({ action: 'kms:Decrypt', keyArn, encryptionContext: `arn:aws:s3:::${bucket}/${key}` })).toBe('allowed');
      expect(await vendor.request({ action: 's3:GetObject', bucket, key })).toBe(verdict);
    }
    expect(await vendor.use({ action: 'kms:Decrypt', keyArn, encryptionContext: `arn:aws:s3:::${bucket}/in/1.csv`, viaService: null })).toBe('denied');
    expect(await Caller.elsewhere(template, other).use({ action: 'kms:Decrypt', keyArn, encryptionContext: `arn:aws:s3:::${bucket}/in/1.csv` })).toBe('denied');
  });
});
