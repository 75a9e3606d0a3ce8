import { Alias, IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { S3Access, S3KeyScope, VendorS3AccessRoleProps } from '../../src';
import { Caller, KeyProbe } from '../support/caller';
import { Customer } from '../support/customer';
import { CUSTOMER, REGION } from '../support/deployed-template';
import { LEDGER, ORDERS } from '../support/probe';

const BUCKET = `arn:aws:s3:::${ORDERS}`;
const INSIDE = `${BUCKET}/in/1.csv`;
const ARN = `arn:aws:kms:${REGION}:${CUSTOMER}:key/11111111-2222-3333-4444-555555555555`;
const OTHER = `arn:aws:kms:${REGION}:${CUSTOMER}:key/99999999-2222-3333-4444-555555555555`;

const decrypt = (encryptionContext: string | undefined, more: Partial<KeyProbe> = {}): KeyProbe =>
  ({ action: 'kms:Decrypt', keyArn: ARN, encryptionContext, ...more });
const generate = (encryptionContext: string | undefined, more: Partial<KeyProbe> = {}): KeyProbe =>
  ({ ...decrypt(encryptionContext, more), action: 'kms:GenerateDataKey' });
const encrypt = (encryptionContext: string | undefined): KeyProbe => ({ ...decrypt(encryptionContext), action: 'kms:Encrypt' });

/** Both keys leave it to IAM who may use them, as the owner of an imported key usually has it. */
const DELEGATING = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow' as const, Principal: { AWS: `arn:aws:iam::${CUSTOMER}:root` }, Action: 'kms:*', Resource: '*' }],
};

type Access = (customer: Customer, key: IKey) => S3Access[];

function holder(access: Access, props?: Partial<VendorS3AccessRoleProps>, key = (customer: Customer): IKey => Key.fromKeyArn(customer.stack, 'Key', ARN)): Caller {
  const customer = new Customer();
  customer.role(access(customer, key(customer)), props);
  const template = customer.deploy();
  const id = template.id('AWS::IAM::Role');
  return new Caller(template.arn(id), template.identityPolicies(id), { bucketPolicy: () => undefined, keyPolicy: () => DELEGATING });
}

function keyScenario(title: string, declare: () => Caller, allows: Record<string, KeyProbe>, refuses: Record<string, KeyProbe>): void {
  describe(title, () => {
    let caller: Caller;
    beforeAll(() => {
      caller = declare();
    });
    if (Object.keys(allows).length > 0) {
      test.each(Object.entries(allows))('allows %s', async (_, probe) => {
        expect(await caller.use(probe)).toBe('allowed');
      });
    }
    test.each(Object.entries(refuses))('refuses %s', async (_, probe) => {
      expect(await caller.use(probe)).toBe('denied');
    });
  });
}

/** Refused whatever the mode. */
const misuse = (probe: typeof decrypt) => ({
  'a context beside the folder': probe(`${BUCKET}/in-secret/1.csv`),
  'the folder itself without its slash': probe(`${BUCKET}/in`),
  'a context of another bucket': probe(`arn:aws:s3:::${LEDGER}/in/1.csv`),
  'another bucket as a whole': probe(`arn:aws:s3:::${LEDGER}`),
  'a bucket whose name starts alike': probe(`${BUCKET}-archive`),
  'no context': probe(undefined),
  'a direct call, without S3': probe(INSIDE, { viaService: null }),
  'a call through another service': probe(INSIDE, { viaService: `sqs.${REGION}.amazonaws.com` }),
  'S3 of another region': probe(INSIDE, { viaService: 's3.us-east-1.amazonaws.com' }),
  'another key': probe(INSIDE, { keyArn: OTHER }),
  'a context of another service': probe(undefined, { context: { 'kms:EncryptionContext:aws:sqs:arn': INSIDE } }),
});

keyScenario('reading with a key', () => holder((c, key) => [S3Access.read(c.orders, { prefixes: ['in'], encryptionKeys: [key] })]), {
  'decryption of an object in the folder': decrypt(INSIDE),
  'decryption far below': decrypt(`${BUCKET}/in/a/b/c/1.csv`),
  'decryption with a Bucket Key': decrypt(BUCKET),
}, {
  ...misuse(decrypt),
  'making data keys': generate(INSIDE),
  'making data keys with a Bucket Key': generate(BUCKET),
  'plain encryption': encrypt(INSIDE),
});

keyScenario('writing with a key', () => holder((c, key) => [S3Access.write(c.orders, { prefixes: ['in'], encryptionKeys: [key] })]), {
  'making data keys for the folder': generate(INSIDE),
  'making data keys with a Bucket Key': generate(BUCKET),
  'decryption, as multipart uploads need it': decrypt(INSIDE),
}, {
  ...misuse(generate),
  'plain encryption': encrypt(INSIDE),
});

keyScenario('reading one folder and writing another with the same key', () => holder((c, key) => [
  S3Access.read(c.orders, { prefixes: ['in'], encryptionKeys: [key] }),
  S3Access.write(c.orders, { prefixes: ['out'], encryptionKeys: [key] }),
]), {
  'decryption where it reads': decrypt(INSIDE),
  'data keys where it writes': generate(`${BUCKET}/out/1`),
  'decryption where it writes': decrypt(`${BUCKET}/out/1`),
}, {
  'data keys where it reads': generate(INSIDE),
  'decryption elsewhere': decrypt(`${BUCKET}/else/1`),
  'data keys elsewhere': generate(`${BUCKET}/else/1`),
});

keyScenario('a key for one bucket of two', () => holder((c, key) => [
  S3Access.read(c.orders, { prefixes: ['in'], encryptionKeys: [key] }),
  S3Access.read(c.ledger, { prefixes: ['in'] }),
]), { 'the bucket that it was declared for': decrypt(INSIDE) }, {
  'the other bucket': decrypt(`arn:aws:s3:::${LEDGER}/in/1`),
  'the other bucket with a Bucket Key': decrypt(`arn:aws:s3:::${LEDGER}`),
});

keyScenario('a further key beside that of the bucket', () => holder((c, key) => {
  const bucket = Bucket.fromBucketAttributes(c.stack, 'WithKey', { bucketName: ORDERS, encryptionKey: Key.fromKeyArn(c.stack, 'Own', OTHER) });
  return [S3Access.read(bucket, { prefixes: ['in'], encryptionKeys: [key] })];
}), {
  'the further key': decrypt(INSIDE),
  'that of the bucket': decrypt(INSIDE, { keyArn: OTHER }),
}, {
  'a third key': decrypt(INSIDE, { keyArn: ARN.replace('11111111', '33333333') }),
  'that of the bucket, beside the folder': decrypt(`${BUCKET}/in-secret/1.csv`, { keyArn: OTHER }),
});

keyScenario('a key with a whole bucket', () => holder((c, key) => [S3Access.readWrite(c.orders, { wholeBucket: true, encryptionKeys: [key] })]), {
  'any object to read': decrypt(`${BUCKET}/x`),
  'any object to write': generate(`${BUCKET}/x/y`),
  'a Bucket Key': generate(BUCKET),
}, {
  'a bucket whose name starts alike': decrypt(`${BUCKET}-archive/x`),
  'another bucket': generate(`arn:aws:s3:::${LEDGER}/x`),
  'no context': decrypt(undefined),
});

keyScenario('a key with folders that look like patterns', () => holder((c, key) => [
  S3Access.read(c.orders, { prefixes: ['*', 'a?', '${aws:username}', '$'], keys: [S3KeyScope.object('b*')], encryptionKeys: [key] }),
]), {
  'the folder named by an asterisk': decrypt(`${BUCKET}/*/1`),
  'the folder with a question mark': decrypt(`${BUCKET}/a?/1`),
  'the folder named like a variable': decrypt(`${BUCKET}/\${aws:username}/1`),
  'the object with an asterisk': decrypt(`${BUCKET}/b*`),
}, {
  'any other folder': decrypt(`${BUCKET}/x/1`),
  'a folder that the question mark would match': decrypt(`${BUCKET}/ab/1`),
  'the folder that the variable would name': decrypt(`${BUCKET}/alice/1`, { context: { 'aws:username': 'alice' } }),
  'an object that the asterisk would match': decrypt(`${BUCKET}/bc`),
});

describe('a key given by alias', () => {
  const byAlias: Access = (c, key) => [S3Access.read(c.orders, { prefixes: ['in'], encryptionKeys: [key] })];
  const alias = (customer: Customer): IKey => Alias.fromAliasName(customer.stack, 'Alias', 'alias/orders');
  const named = (...aliases: string[]) => decrypt(INSIDE, { aliases });

  keyScenario('is whichever key has the alias', () => holder(byAlias, {}, alias), {
    'the key with the alias': named('alias/orders'),
    'a key with the alias among others': named('alias/old', 'alias/orders'),
    'another key that now has the alias': { ...named('alias/orders'), keyArn: OTHER },
  }, {
    'a key with another alias': named('alias/ledger'),
    'a key whose alias starts so': named('alias/orders-old'),
    'a key without an alias': decrypt(INSIDE),
    'the alias, without a context': decrypt(undefined, { aliases: ['alias/orders'] }),
    'the alias, with a context outside': decrypt(`${BUCKET}/out/1`, { aliases: ['alias/orders'] }),
    'the alias, not through S3': decrypt(INSIDE, { aliases: ['alias/orders'], viaService: null }),
    'the alias in another region': { ...named('alias/orders'), keyArn: `arn:aws:kms:us-east-1:${CUSTOMER}:key/1` },
    'the alias in another account': { ...named('alias/orders'), keyArn: `arn:aws:kms:${REGION}:444455556666:key/1` },
    'data keys by the alias': { ...named('alias/orders'), action: 'kms:GenerateDataKey' },
  });

  keyScenario('that the app itself made, is its key and no other', () => holder(byAlias, {}, (customer) =>
    new Alias(customer.stack, 'Alias', { aliasName: 'alias/orders', targetKey: Key.fromKeyArn(customer.stack, 'Key', ARN) })), {
    'the key, whatever its aliases': named('alias/orders'),
  }, {
    'another key with the alias': { ...named('alias/orders'), keyArn: OTHER },
  });
});

describe('keys of the app itself', () => {
  const own = (props?: Partial<VendorS3AccessRoleProps>) => {
    const customer = new Customer({ encryption: BucketEncryption.KMS });
    customer.role([S3Access.readWrite(customer.orders, { prefixes: ['in'] })], props);
    const template = customer.deploy();
    return { caller: Caller.role(template), keyArn: template.arn(template.id('AWS::KMS::Key')) };
  };

  test.each([
    ['reads', 'kms:Decrypt', INSIDE, 'allowed'],
    ['writes', 'kms:GenerateDataKey', INSIDE, 'allowed'],
    ['reads with a Bucket Key', 'kms:Decrypt', BUCKET, 'allowed'],
    ['reads outside', 'kms:Decrypt', `${BUCKET}/out/1`, 'denied'],
    ['reads without a context', 'kms:Decrypt', undefined, 'denied'],
    ['encrypts', 'kms:Encrypt', INSIDE, 'denied'],
  ] as const)('the bucket\'s own key, unasked: who %s (%s) is %s', async (_, action, encryptionContext, verdict) => {
    const { caller, keyArn } = own();
    expect(await caller.use({ action, keyArn, encryptionContext })).toBe(verdict);
  });

  test.each([
    ['suspension', { suspended: true }, undefined],
    ['expiry', { expiresAt: new Date('2026-12-31T00:00:00Z') }, '2027-01-01T00:00:00Z'],
  ] as const)('%s ends the use of the key too', async (_, props, time) => {
    const { caller, keyArn } = own(props);
    const late = time === undefined ? {} : { 'aws:CurrentTime': time };
    expect(await own().caller.use({ action: 'kms:Decrypt', keyArn, encryptionContext: INSIDE, context: late })).toBe('allowed');
    expect(await caller.use({ action: 'kms:Decrypt', keyArn, encryptionContext: INSIDE, context: late })).toBe('denied');
  });
});
