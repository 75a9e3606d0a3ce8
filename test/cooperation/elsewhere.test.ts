import { App, Aws, CfnCondition, CfnMapping, CfnParameter, Environment, Fn, Stack, Token } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, CREDENTIALS, OTHER_ACCOUNT, permissionsIn, resourcesOf, statementsOf, textOf, VENDOR_ACCOUNT, warningsOf } from './support';
import { S3Access, S3AccessOptions, S3KeyScope, Vendor, VendorS3AccessRole, VendorS3BucketAccess, VendorS3BucketPolicies } from '../../src';

const REGION = 'eu-west-1';
const HERE: Environment = { account: ACCOUNT, region: REGION };
const THERE: Environment = { account: OTHER_ACCOUNT, region: REGION };

/** A stack with the data, and another one that lets the vendor in. Names are fixed, so that the two may be in different accounts. */
function twoStacks(dataEnv: Environment | undefined, vendorEnv: Environment | undefined) {
  const app = new App();
  const data = new Stack(app, 'DataStack', { env: dataEnv });
  const vendor = new Stack(app, 'VendorStack', { env: vendorEnv });
  return { app, data, vendor, bucket: new Bucket(data, 'Data', { bucketName: 'customer-data' }) };
}

type Where = (stack: Stack) => S3AccessOptions;

/** What the policy of the bucket allows, with what pseudo parameters are where the bucket is; nothing without a policy. */
function bucketPolicy(data: Stack): any[] {
  if (Object.keys(resourcesOf(data, 'AWS::S3::BucketPolicy')).length === 0) {
    return [];
  }
  const values = { 'AWS::AccountId': '<account of the data>', 'AWS::StackName': 'DataStack', 'AWS::Region': '<region of the data>', 'AWS::URLSuffix': 'amazonaws.com' };
  return statementsOf(data, 'AWS::S3::BucketPolicy').map(({ Principal, Resource, Condition }) => ({
    principal: textOf(Principal.AWS, values), resource: textOf(Resource, values), condition: Condition,
  }));
}

function named(dataEnv: Environment | undefined, vendorEnv: Environment | undefined, where: Where, vendor = CREDENTIALS.vendor) {
  const stacks = twoStacks(dataEnv, vendorEnv);
  const access = new VendorS3BucketAccess(stacks.vendor, 'Access', { vendor, outputs: false, access: [S3Access.read(stacks.bucket, where(stacks.vendor))] });
  return { ...stacks, access };
}

function role(dataEnv: Environment | undefined, vendorEnv: Environment | undefined, where: Where) {
  const stacks = twoStacks(dataEnv, vendorEnv);
  const access = new VendorS3AccessRole(stacks.vendor, 'Access', {
    ...CREDENTIALS, roleName: 'vendor-role', bucketPolicies: VendorS3BucketPolicies.ALWAYS, access: [S3Access.read(stacks.bucket, where(stacks.vendor))],
  });
  return { ...stacks, access };
}

const BUILDERS = { 'a vendor named in bucket policies': named, 'a role of fixed name': role };

describe.each(Object.entries(BUILDERS))('the policy of a bucket in another stack, for %s', (_, build) => {
  test.each<[string, Where, string]>([
    ['the name of the stack', () => ({ prefixes: [Aws.STACK_NAME] }), 'VendorStack/*'],
    ['the account', () => ({ prefixes: [`AWSLogs/${Aws.ACCOUNT_ID}`] }), `AWSLogs/${ACCOUNT}/*`],
    ['the account in a key', () => ({ keys: [S3KeyScope.object(`AWSLogs/${Aws.ACCOUNT_ID}/x`)] }), `AWSLogs/${ACCOUNT}/x`],
    ['an account in a joined text', () => ({ prefixes: [Fn.join('-', ['logs', Aws.ACCOUNT_ID])] }), `logs-${ACCOUNT}/*`],
    ['the suffix of addresses', () => ({ prefixes: [Aws.URL_SUFFIX] }), 'amazonaws.com/*'],
  ])('means by %s what it means where it was written', (__, where, path) => {
    const { data } = build(THERE, HERE, where);
    const resources = bucketPolicy(data).map(({ resource }) => plain(resource));
    expect(resources).toContain(`/${path}`);
    expect(resources.filter((resource) => resource.includes('account of the data') || resource.includes('DataStack'))).toEqual([]);
  });

  test.each<[string, Where]>([
    ['alone', () => ({ prefixes: [Fn.sub('logs-${AWS::AccountId}')] })],
    ['beside others', () => ({ prefixes: [Fn.sub('${Kind}-${AWS::AccountId}', { Kind: 'logs' })] })],
  ])('means by an account in a text with variables, %s, what it means where it was written', (__, where) => {
    const resources = JSON.stringify(statementsOf(build(THERE, HERE, where).data, 'AWS::S3::BucketPolicy').map(({ Resource }) => Resource));
    expect(resources).toContain(`-${ACCOUNT}`);
    expect(resources).not.toContain('${AWS::AccountId}');
  });

  test('means by the region what it means where it was written', () => {
    const { data } = build({ account: OTHER_ACCOUNT, region: 'eu-central-1' }, HERE, () => ({ prefixes: [`in/${Aws.REGION}`] }));
    expect(bucketPolicy(data).map(({ resource }) => plain(resource))).toContain(`/in/${REGION}/*`);
  });

  test.each<[string, Where]>([
    ['a condition', (stack) => ({ prefixes: [Token.asString(Fn.conditionIf(new CfnCondition(stack, 'IsProd', { expression: Fn.conditionEquals('a', 'b') }).logicalId, 'prod', 'test'))] })],
    ['a mapping', (stack) => ({ prefixes: [new CfnMapping(stack, 'Folders', { mapping: { one: { folder: 'in' } } }).findInMap('one', Aws.REGION)] })],
    ['a parameter', (stack) => ({ prefixes: [new CfnParameter(stack, 'Folder', { allowedPattern: '[a-z]+' }).valueAsString] })],
    ['the ID of the stack', () => ({ prefixes: [Fn.select(2, Fn.split('/', Aws.STACK_ID))] })],
    ['a resource of an unknown kind', () => ({ prefixes: [Fn.ref('SomeResource')] })],
    ['a text with one of its resources', () => ({ prefixes: [Fn.sub('a-${SomeResource}')] })],
    ['what another stack exports', () => ({ prefixes: [Fn.importValue('Folder')] })],
  ])('is handed off where it would have to name %s of this one', (__, where) => {
    const { app, data, access } = build(THERE, HERE, where);
    expect(() => app.synth()).not.toThrow();
    expect(bucketPolicy(data)).toEqual([]);
    expect(access.handOffs).toMatchObject([{ kind: 'bucketPolicy' }]);
    expect(warningsOf(access)).toContain('cdk-vendor-s3-access:bucketPolicyHandOff');
  });

  test('keeps what both stacks call the same, where they are in one environment', () => {
    const { data } = build(undefined, undefined, () => ({ prefixes: [`AWSLogs/${Aws.ACCOUNT_ID}`] }));
    expect(bucketPolicy(data).map(({ resource }) => plain(resource))).toContain('/AWSLogs/<account of the data>/*');
  });

  test('is handed off where the account of this stack is not known, and the other one is', () => {
    const { data, access } = build(THERE, undefined, () => ({ prefixes: [`AWSLogs/${Aws.ACCOUNT_ID}`] }));
    expect(bucketPolicy(data)).toEqual([]);
    expect(access.handOffs).toHaveLength(1);
  });
});

/** What comes after the name of the bucket. */
function plain(arn: string): string {
  return arn.replace(/^arn:.*:::[a-z-]+|^<Data[^>]*>/, '');
}

describe('the vendor', () => {
  test('is the account that it was where it was written', () => {
    const { data } = named(THERE, HERE, () => ({ wholeBucket: true }), Vendor.account(Aws.ACCOUNT_ID));
    expect(bucketPolicy(data).map(({ principal }) => principal.replace('<AWS::Partition>', 'aws'))).toEqual(bucketPolicy(data).map(() => `arn:aws:iam::${ACCOUNT}:root`));
    expect(bucketPolicy(data).length).toBeGreaterThan(0);
  });

  test('is named with the partition of its own stack where the other one is not known', () => {
    const { data } = named(undefined, HERE, () => ({ wholeBucket: true }));
    expect(bucketPolicy(data)[0].principal).toBe(`arn:aws:iam::${VENDOR_ACCOUNT}:root`);
  });
});

describe('an account that is not known', () => {
  test('of the role is trusted by nobody else', () => {
    const { data, access } = role(THERE, undefined, () => ({ prefixes: ['in'] }));
    expect(bucketPolicy(data)).toEqual([]);
    expect(access.handOffs).toMatchObject([{ kind: 'bucketPolicy' }]);
  });

  test('of a bucket is never taken for the account of the role', () => {
    const { data, vendor } = twoStacks(undefined, HERE);
    const access = (options: Partial<S3AccessOptions>) => [S3Access.read(Bucket.fromBucketName(data, `Imported${JSON.stringify(options).length}`, 'imported-data'), { prefixes: ['in'], ...options })];
    expect(() => new VendorS3AccessRole(vendor, 'Access', { ...CREDENTIALS, access: access({}) })).toThrow(/^ValueElsewhere \[VendorStack\/Access\] access\[0\]\.bucket: .*bucketOwner/);
    new VendorS3AccessRole(vendor, 'Stated', { ...CREDENTIALS, access: access({ bucketOwner: OTHER_ACCOUNT }) });
    permissionsIn(vendor).forEach(({ Condition }) => expect(Condition.StringEquals['aws:ResourceAccount']).toBe(OTHER_ACCOUNT));
    expect(() => new VendorS3AccessRole(vendor, 'Unpinned', { ...CREDENTIALS, access: access({ pinBucketOwner: false }) })).not.toThrow();
  });
});

describe('a bucket or key that is imported into another stack', () => {
  const LOGS = `logs-${Aws.ACCOUNT_ID}-${Aws.REGION}`;

  function permissions(dataEnv: Environment | undefined, vendorEnv: Environment | undefined, options: Where = () => ({})): any[] {
    const { data, vendor } = twoStacks(dataEnv, vendorEnv);
    const access = [S3Access.read(Bucket.fromBucketName(data, 'Imported', LOGS), { prefixes: ['in'], pinBucketOwner: false, ...options(data) })];
    new VendorS3AccessRole(vendor, 'Access', { ...CREDENTIALS, access });
    return permissionsIn(vendor);
  }

  const bucketOf = (statements: any[]) => [...new Set(statements.map(({ Resource }) => textOf(Resource, { 'AWS::Partition': 'aws' }).split('/')[0]))];

  test('has the name that it has there', () => {
    // What both call the same stays as it is.
    expect(bucketOf(permissions(THERE, HERE))).toEqual([`arn:aws:s3:::logs-${OTHER_ACCOUNT}-<AWS::Region>`]);
    expect(bucketOf(permissions(THERE, { account: ACCOUNT, region: 'us-east-1' }))).toEqual([`arn:aws:s3:::logs-${OTHER_ACCOUNT}-${REGION}`]);
    expect(bucketOf(permissions(THERE, undefined))).toEqual([`arn:aws:s3:::logs-${OTHER_ACCOUNT}-${REGION}`]);
  });

  test('has the name of here where both stacks are one environment', () => {
    [undefined, HERE].forEach((env) => expect(bucketOf(permissions(env, env))).toEqual(['arn:aws:s3:::logs-<AWS::AccountId>-<AWS::Region>']));
  });

  test('is refused where only that stack knows its name', () => {
    expect(() => permissions(undefined, HERE)).toThrow(/^ValueElsewhere \[VendorStack\/Access\] access\[0\]\.bucket: .*name/);
  });

  const keyArn = `arn:${Aws.PARTITION}:kms:${Aws.REGION}:${Aws.ACCOUNT_ID}:key/11111111-2222-3333-4444-555555555555`;

  test('is the key of there', () => {
    const statements = permissions({ ...THERE, region: 'us-east-1' }, HERE, (data) => ({ encryptionKeys: [Key.fromKeyArn(data, 'Key', keyArn)] }));
    const [decrypt] = statements.filter(({ Action }) => Action === 'kms:Decrypt');
    expect(textOf(decrypt.Resource, { 'AWS::Partition': 'aws' })).toBe(`arn:aws:kms:us-east-1:${OTHER_ACCOUNT}:key/11111111-2222-3333-4444-555555555555`);
    expect(decrypt.Condition.StringEquals['kms:ViaService']).toBe('s3.us-east-1.amazonaws.com');
  });
});

describe('a KMS key', () => {
  function closedKey(stack: Stack): Key {
    return new Key(stack, 'Key', {
      alias: 'alias/data',
      policy: new PolicyDocument({ statements: [new PolicyStatement({ actions: ['kms:DescribeKey'], principals: [new AccountPrincipal(OTHER_ACCOUNT)], resources: ['*'] })] }),
    });
  }

  test('means by a folder what it means where it was written', () => {
    const { data, vendor } = twoStacks(THERE, HERE);
    new VendorS3BucketAccess(vendor, 'Access', {
      vendor: CREDENTIALS.vendor,
      outputs: false,
      access: [S3Access.read(Bucket.fromBucketName(vendor, 'Imported', 'imported-data'), { prefixes: [Aws.STACK_NAME], encryptionKeys: [closedKey(data)] })],
    });
    const [, statement] = statementsOf(data, 'AWS::KMS::Key');
    expect(statement.Condition.StringLike['kms:EncryptionContext:aws:s3:arn'].map((arn: any) => plain(textOf(arn)))).toContain('/VendorStack/*');
  });

  test('given by an alias lies in the account and region of its own stack', () => {
    const { data, vendor, bucket } = twoStacks(THERE, HERE);
    new VendorS3AccessRole(vendor, 'Access', {
      ...CREDENTIALS, access: [S3Access.read(bucket, { wholeBucket: true, encryptionKeys: [Alias.fromAliasName(data, 'Alias', 'alias/data')] })],
    });
    const [statement] = permissionsIn(vendor).filter(({ Action }) => Action === 'kms:Decrypt');
    expect(textOf(statement.Resource, { 'AWS::Partition': 'aws' })).toBe(`arn:aws:kms:${REGION}:${OTHER_ACCOUNT}:key/*`);
  });

  test.each<[string, Environment | undefined]>([
    ['account', { region: REGION }],
    ['region', { account: OTHER_ACCOUNT }],
    ['environment', undefined],
  ])('given by an alias of a stack whose %s is not known is refused', (__, dataEnv) => {
    const { data, vendor } = twoStacks(dataEnv, HERE);
    const access = [S3Access.read(Bucket.fromBucketName(vendor, 'Imported', 'imported-data'), { wholeBucket: true, encryptionKeys: [Alias.fromAliasName(data, 'Alias', 'alias/data')] })];
    expect(() => new VendorS3AccessRole(vendor, 'Access', { ...CREDENTIALS, access })).toThrow(/^ValueElsewhere \[VendorStack\/Access\] access\[0\]\.encryptionKeys\[0\]: .*ARN/);
  });
});
