import { App, Aws, CfnCondition, CfnParameter, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { CREDENTIALS, onlyResource, OTHER_ACCOUNT, outputText, permissionsIn, VENDOR_ACCOUNT } from './support';
import {
  S3Access, S3AccessMode, S3KeyScope, Vendor, Vendors, VendorS3AccessRole, VendorS3AccessRoleProps, VendorS3AccessUser, VendorS3BucketAccess,
} from '../../src';

/** A stack with one role, made of the parameters that a test asks for. */
function build(props: (parameter: (id: string) => string, stack: Stack) => Partial<VendorS3AccessRoleProps>) {
  const stack = new Stack(new App(), 'Stack');
  const parameter = (id: string) => new CfnParameter(stack, id, { maxLength: 100 }).valueAsString;
  const bucket = Bucket.fromBucketName(stack, 'Data', 'customer-data');
  const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(bucket, { wholeBucket: true })], ...props(parameter, stack) });
  const role = () => onlyResource(stack, 'AWS::IAM::Role');
  return {
    stack,
    access,
    role,
    trust: () => role().AssumeRolePolicyDocument.Statement,
  };
}

describe('a parameter', () => {
  test('can be the external ID and the next one', () => {
    const { stack, trust } = build((parameter) => ({ externalId: parameter('Present'), nextExternalId: parameter('Next') }));
    expect(trust()).toMatchObject([{ Condition: { StringEquals: { 'sts:ExternalId': [{ Ref: 'Next' }, { Ref: 'Present' }] } } }]);
    expect(outputText(stack, 'AccessExternalId')).toBe('<Present>');
    expect(outputText(stack, 'AccessNextExternalId')).toBe('<Next>');
  });

  test('can be the role name, the path and part of the description', () => {
    const { role } = build((parameter) => ({
      roleName: parameter('Name'), path: `/vendors/${parameter('Team')}/`, description: `For ${parameter('Purpose')}`,
    }));
    expect(role()).toMatchObject({
      RoleName: { Ref: 'Name' },
      Path: { 'Fn::Join': ['', ['/vendors/', { Ref: 'Team' }, '/']] },
      Description: { 'Fn::Join': ['', ['For ', { Ref: 'Purpose' }]] },
    });
  });

  test('can be the vendor\'s account, with the patterns and organization that narrow it', () => {
    const { trust } = build((parameter) => ({
      vendor: Vendor.account(parameter('Account'), { principalArns: [parameter('Pattern')], organizationId: parameter('Organization') }),
    }));
    expect(trust()).toEqual([{
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'Account' }, ':root']] } },
      Condition: {
        ArnLike: { 'aws:PrincipalArn': { Ref: 'Pattern' } },
        StringEquals: { 'aws:PrincipalOrgID': { Ref: 'Organization' }, 'sts:ExternalId': CREDENTIALS.externalId },
      },
    }]);
  });

  test.each([
    ['role', (arn: string) => Vendor.role(arn)],
    ['user', (arn: string) => Vendor.user(arn)],
    ['hotglue principal', (principalArn: string) => Vendors.hotglue({ principalArn })],
    ['Apperate user', (userArn: string) => Vendors.apperate({ userArn })],
  ])('can be the ARN of a %s', (_, vendor) => {
    const { trust } = build((parameter) => ({ vendor: vendor(parameter('Arn')) }));
    expect(trust()).toMatchObject([{ Principal: { AWS: { Ref: 'Arn' } }, Condition: { StringEquals: { 'sts:ExternalId': CREDENTIALS.externalId } } }]);
  });

  test('can be the ARN of the Coactive role, which sends no external ID', () => {
    const { trust } = build((parameter) => ({ vendor: Vendors.coactive({ roleArn: parameter('Arn') }), externalId: undefined }));
    expect(trust()).toEqual([{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: { Ref: 'Arn' } } }]);
  });

  test('can be part of the ARN of a role', () => {
    const { trust } = build((parameter) => ({ vendor: Vendor.role(`arn:${Aws.PARTITION}:iam::${VENDOR_ACCOUNT}:role/${parameter('Name')}`) }));
    expect(trust()[0].Principal.AWS).toEqual({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${VENDOR_ACCOUNT}:role/`, { Ref: 'Name' }]] });
  });

  test('can be a source address beside written ones', () => {
    const { trust } = build((parameter) => ({ allowedSourceIps: [parameter('Range'), '203.0.113.0/24'] }));
    expect(trust()[0].Condition.IpAddress['aws:SourceIp']).toEqual(expect.arrayContaining([{ Ref: 'Range' }, '203.0.113.0/24']));
  });

  test('can be the name of a bucket and its owner', () => {
    const { stack } = build((parameter, scope) => ({
      access: [S3Access.read(Bucket.fromBucketName(scope, 'Named', parameter('Name')), { wholeBucket: true, bucketOwner: parameter('Owner') })],
    }));
    for (const statement of permissionsIn(stack)) {
      expect(statement.Resource['Fn::Join'][1].slice(0, 4)).toEqual(expect.arrayContaining(['arn:', { Ref: 'AWS::Partition' }]));
      expect(JSON.stringify(statement.Resource)).toContain('{"Ref":"Name"}');
      expect(statement.Condition.StringEquals['aws:ResourceAccount']).toEqual({ Ref: 'Owner' });
    }
    expect(outputText(stack, 'AccessLocations')).toBe('s3://<Name>/');
  });

  test('can be the ARN of a key, and the name of an alias', () => {
    const { stack } = build((parameter, scope) => ({
      access: [S3Access.read(Bucket.fromBucketName(scope, 'Named', 'customer-data'), {
        wholeBucket: true, encryptionKeys: [Key.fromKeyArn(scope, 'Key', parameter('KeyArn')), Alias.fromAliasName(scope, 'Alias', parameter('AliasName'))],
      })],
    }));
    const decrypt = permissionsIn(stack).filter(({ Action }) => Action === 'kms:Decrypt');
    expect(decrypt.map(({ Resource }) => Resource)).toContainEqual({ Ref: 'KeyArn' });
    expect(decrypt.map(({ Condition }) => Condition['ForAnyValue:StringEquals']?.['kms:ResourceAliases'])).toContainEqual({ Ref: 'AliasName' });
  });

  test('can be any part of a prefix, a key or a template value, and is escaped there', () => {
    const { stack } = build((parameter, scope) => ({
      access: [S3Access.read(Bucket.fromBucketName(scope, 'Named', 'customer-data'), {
        prefixes: [parameter('Folder'), `incoming/${parameter('Sub')}`],
        keys: [
          S3KeyScope.object(`${parameter('Key')}.json`),
          S3KeyScope.startingWith(`data_${parameter('Start')}`),
          S3KeyScope.template('exports/{tenant}/{full_date}', { tenant: parameter('Tenant') }),
        ],
      })],
    }));
    const [read] = permissionsIn(stack).filter(({ Action }) => Action === 's3:GetObject');
    expect(read.Resource).toHaveLength(5);
    // People read the locations; there a part of a key stands as it is.
    expect(outputText(stack, 'AccessLocations').split(',')).toEqual([
      's3://customer-data/<Folder>/', 's3://customer-data/<Key>.json', 's3://customer-data/data_<Start>*',
      's3://customer-data/exports/<Tenant>/{full_date}/', 's3://customer-data/incoming/<Sub>/',
    ]);
    for (const id of ['Folder', 'Sub', 'Key', 'Start', 'Tenant']) {
      const text = JSON.stringify(read.Resource.find((resource: any) => JSON.stringify(resource).includes(`{"Ref":"${id}"}`)));
      // Split at each of the three and joined again in escaped form, the dollar sign innermost.
      expect(text).toMatch(new RegExp(`"Fn::Join":\\["\\$\\{\\?\\}".*"Fn::Join":\\["\\$\\{\\*\\}".*"Fn::Join":\\["\\$\\{\\$\\}",\\{"Fn::Split":\\["\\$",\\{"Ref":"${id}"\\}`));
    }
  });

  test('can name the user, its path and its secret', () => {
    const stack = new Stack(new App(), 'Stack');
    const parameter = (id: string) => new CfnParameter(stack, id).valueAsString;
    new VendorS3AccessUser(stack, 'Access', {
      vendor: Vendors.hotglue(),
      access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), { wholeBucket: true })],
      userName: parameter('UserName'),
      path: parameter('Path'),
      secretName: parameter('SecretName'),
      allowedSourceIps: [parameter('Range')],
    });
    expect(onlyResource(stack, 'AWS::IAM::User')).toMatchObject({ UserName: { Ref: 'UserName' }, Path: { Ref: 'Path' } });
    expect(onlyResource(stack, 'AWS::SecretsManager::Secret')).toMatchObject({ Name: { Ref: 'SecretName' } });
    permissionsIn(stack).forEach(({ Condition }) => expect(Condition.IpAddress).toEqual({ 'aws:SourceIp': { Ref: 'Range' } }));
  });

  test('can be the principal that a bucket policy names', () => {
    const stack = new Stack(new App(), 'Stack');
    new VendorS3BucketAccess(stack, 'Access', {
      vendor: Vendor.account(new CfnParameter(stack, 'Account').valueAsString),
      access: [S3Access.read(new Bucket(stack, 'Data'), { wholeBucket: true })],
    });
    expect(JSON.stringify(onlyResource(stack, 'AWS::S3::BucketPolicy').PolicyDocument)).toContain('{"Ref":"Account"}');
  });
});

describe('a value that is known late', () => {
  test('can come from Lazy, an import or a lookup in a mapping', () => {
    const { stack, trust } = build((_, scope) => ({
      externalId: Lazy.string({ produce: () => 'lazy-id' }),
      access: [
        S3Access.read(Bucket.fromBucketName(scope, 'Imported', Fn.importValue('DataBucketName')), { wholeBucket: true }),
        S3Access.write(Bucket.fromBucketName(scope, 'Lazily', Lazy.string({ produce: () => 'lazy-bucket' })), {
          prefixes: [Lazy.string({ produce: () => 'odd*name' })],
        }),
      ],
    }));
    expect(trust()[0].Condition.StringEquals['sts:ExternalId']).toBe('lazy-id');
    const text = JSON.stringify(permissionsIn(stack));
    expect(text).toContain('{"Fn::ImportValue":"DataBucketName"}');
    expect(text).toContain(':s3:::lazy-bucket/odd${*}name/*');
    expect(outputText(stack, 'AccessLocations')).toContain('s3://lazy-bucket/odd*name/');
  });

  test('fails as a whole list, whose length cannot be known', () => {
    const list = (scope: Stack) => new CfnParameter(scope, 'List', { type: 'CommaDelimitedList' }).valueAsList;
    expect(() => build((_, scope) => ({ allowedSourceIps: list(scope) }))).toThrow(/^ListUnresolved \[Stack\/Access\] allowedSourceIps/);
    expect(() => build((_, scope) => ({
      access: [S3Access.read(Bucket.fromBucketName(scope, 'Named', 'customer-data'), { prefixes: list(scope) })],
    }))).toThrow(/^ListUnresolved \[Stack\/Access\] access\[0\]\.prefixes/);
  });

  test('fails as a role name where the vendor demands another, without showing the token', () => {
    const attempt = () => build((parameter) => ({ vendor: Vendors.cloudglue(), roleName: parameter('Name') }));
    expect(attempt).toThrow(/^RoleNameFixed \[Stack\/Access\] roleName: received "<known at deployment>"/);
  });

  test('fails as the next external ID when it is the present one', () => {
    expect(() => build((parameter) => {
      const id = parameter('Id');
      return { externalId: id, nextExternalId: id };
    })).toThrow(/^ExternalIdUnchanged/);
  });

  test('counts at most at the MaxLength of its parameter', () => {
    const { access } = build((parameter) => ({ externalId: parameter('Short') }));
    const long = build((_, scope) => ({ externalId: new CfnParameter(scope, 'Long', { maxLength: 1000 }).valueAsString }));
    expect(long.access.policyUsage.trustSize - access.policyUsage.trustSize).toBe(900);
  });

  test('is not mistaken for the value of another account', () => {
    const { stack } = build((_, scope) => ({
      access: [S3Access.read(Bucket.fromBucketAttributes(scope, 'Foreign', { bucketName: 'foreign', account: OTHER_ACCOUNT }), { wholeBucket: true })],
    }));
    permissionsIn(stack).forEach(({ Condition }) => expect(Condition.StringEquals['aws:ResourceAccount']).toBe(OTHER_ACCOUNT));
  });
});

describe('a token that may resolve to nothing', () => {
  test.each([
    ['no value at all', () => Aws.NO_VALUE],
    ['no value in one case', (stack: Stack) => Fn.conditionIf(new CfnCondition(stack, 'Given').logicalId, 'an-id', Aws.NO_VALUE).toString()],
  ])('is refused: %s', (_, externalId) => {
    expect(() => build((__, stack) => ({ externalId: externalId(stack) }))).toThrow(/^ValueTypeInvalid \[Stack\/Access\] externalId: /);
  });
});

test('two buckets with the same logical ID in two stacks stay two buckets', () => {
  const app = new App();
  const bucketIn = (name: string) => new Bucket(new Stack(app, name), 'Data');
  const stack = new Stack(app, 'Stack');
  new VendorS3AccessRole(stack, 'Access', {
    ...CREDENTIALS, access: [S3Access.read(bucketIn('A'), { prefixes: ['a'] }), S3Access.read(bucketIn('B'), { prefixes: ['b'] })],
  });
  const [objects] = permissionsIn(stack).filter(({ Action }) => Action === 's3:GetObject');
  expect(objects.Resource).toHaveLength(2);
  const lists = permissionsIn(stack).filter(({ Action }) => Action === 's3:ListBucket');
  expect(lists.map(({ Condition }) => Condition.StringLike['s3:prefix']).sort()).toEqual(['a/*', 'b/*']);
});

test('a bucket name is escaped only as long as the parameter takes any value', () => {
  const resourceOf = (props: object) => {
    const stack = new Stack(new App(), 'Stack');
    const name = new CfnParameter(stack, 'Name', props).valueAsString;
    new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', name), { wholeBucket: true })] });
    return JSON.stringify(permissionsIn(stack));
  };
  expect(resourceOf({})).toContain('Fn::Split');
  expect(resourceOf({ allowedPattern: '[a-z-]+' })).not.toContain('Fn::Split');
});

describe('a lazy value', () => {
  const withPrefix = (produce: () => string) => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const bucket = Bucket.fromBucketName(stack, 'Data', 'customer-data');
    new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(bucket, { prefixes: [Lazy.uncachedString({ produce })] })] });
    return app;
  };

  test('that stays the same is used', () => {
    expect(() => withPrefix(() => 'in').synth()).not.toThrow();
  });

  test('that changes after it was used stops the synthesis', () => {
    let value = 'in';
    const app = withPrefix(() => value);
    value = 'other';
    expect(() => app.synth()).toThrow(/ValueChanged: access\[0\]\.prefixes\[0\]: /);
  });

  test('that is a wildcard is checked as if it had been written out', () => {
    const stack = new Stack(new App(), 'Stack');
    const principal = Lazy.string({ produce: () => '*' });
    expect(() => new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, vendor: Vendor.role(principal), access: [] })).toThrow(/^ArnWildcard /);
  });
});

test('a wildcard beside a value of the deployment is refused', () => {
  expect(() => build((parameter) => ({ vendor: Vendor.role(`*${parameter('Rest')}`) }))).toThrow(/^ArnWildcard /);
  expect(() => build((parameter) => ({ vendor: Vendor.account(VENDOR_ACCOUNT, { principalArns: [`*${parameter('Rest')}`] }) }))).toThrow(/^ArnWildcard /);
});

test('an external ID that is not to be shown is no output', () => {
  const stack = new Stack(new App(), 'Stack');
  const externalId = new CfnParameter(stack, 'Hidden', { noEcho: true, maxLength: 64 }).valueAsString;
  new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, externalId, access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), { wholeBucket: true })] });
  expect(() => outputText(stack, 'AccessExternalId')).toThrow();
  expect(outputText(stack, 'AccessRoleName')).toBeDefined();
});

test.each([
  ['as a part', (parameter: CfnParameter) => Fn.join('-', ['acme', parameter.valueAsString])],
  ['in a lazy value', (parameter: CfnParameter) => Lazy.string({ produce: () => parameter.valueAsString })],
])('an external ID that holds a hidden value %s is no output', (_, externalId) => {
  const stack = new Stack(new App(), 'Stack');
  const hidden = new CfnParameter(stack, 'Hidden', { noEcho: true, maxLength: 64 });
  const bucket = Bucket.fromBucketName(stack, 'Data', 'customer-data');
  new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, externalId: externalId(hidden), access: [S3Access.read(bucket, { wholeBucket: true })] });
  expect(() => outputText(stack, 'AccessExternalId')).toThrow();
});

describe('an ARN with the partition left open', () => {
  const arn = (end: string) => `arn:${Aws.PARTITION}:${end}`;

  test('names a role or a user', () => {
    expect(() => build(() => ({ vendor: Vendor.role(arn(`iam::${VENDOR_ACCOUNT}:role/ingest`)) }))).not.toThrow();
    expect(() => build(() => ({ vendor: Vendor.user(arn(`iam::${VENDOR_ACCOUNT}:user/ingest`)) }))).not.toThrow();
  });

  test.each(['iam::123456789012:root', 'iam::123456789012:user/x', 'sts::123456789012:assumed-role/x/y', 's3:::x'])('is no role where it is of %s', (end) => {
    expect(() => build(() => ({ vendor: Vendor.role(arn(end)) }))).toThrow(/^ArnInvalid /);
  });
});

test.each([
  ['the account of the stack', (stack: Stack) => stack.account],
  ['the account of the deployment', () => Aws.ACCOUNT_ID],
])('a definition cannot claim a bucket of %s, not even as a token', (_, account) => {
  const stack = new Stack(new App(), 'Stack');
  const owner = account(stack);
  const vendor = Vendor.fromDefinition({
    name: 'Acme', accounts: [owner], companionBuckets: [{ bucketName: 'customer-ledger', ownerAccount: owner, mode: S3AccessMode.WRITE, wholeBucket: true }],
  });
  const access = [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), { wholeBucket: true })];
  expect(() => new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, vendor, access })).toThrow(/^CompanionOwnerInvalid /);
});

test('a value that the CDK has still to look up does not stop the first pass', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  const arn = StringParameter.valueFromLookup(stack, '/acme/arn');
  new VendorS3AccessRole(stack, 'Access', {
    ...CREDENTIALS, vendor: Vendor.role(arn), access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), { wholeBucket: true })],
  });
  expect(app.synth().manifest.missing).toHaveLength(1);
});

test('a property that no policy is made of may change late, or be nothing', () => {
  const stack = new Stack(new App(), 'Stack');
  let description = 'first';
  new VendorS3AccessRole(stack, 'Access', {
    ...CREDENTIALS,
    description: Lazy.uncachedString({ produce: () => description }),
    roleName: Fn.conditionIf(new CfnCondition(stack, 'Named').logicalId, 'vendor-role', Aws.NO_VALUE).toString(),
    access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), { wholeBucket: true })],
  });
  description = 'second';
  expect(onlyResource(stack, 'AWS::IAM::Role').Description).toBe('second');
});

test.each([
  ['a getter of a class', () => new (class { public get prefixes() { return ['in']; } })()],
  ['a prototype', () => Object.create({ prefixes: ['in'] })],
  ['a map', () => new Map([['prefixes', ['in']]])],
])('options kept in %s are refused, for a copy would not have them', (_, options) => {
  expect(() => build((__, stack) => ({ access: [S3Access.read(Bucket.fromBucketName(stack, 'Other', 'other-data'), options())] }))).toThrow(/^ValueTypeInvalid /);
  const values = new (class { [name: string]: any; public get tenant() { return 'acme'; } })();
  expect(() => build((__, stack) => ({
    access: [S3Access.read(Bucket.fromBucketName(stack, 'Other', 'other-data'), { keys: [S3KeyScope.template('{tenant}', values)] })],
  }))).toThrow(/^ValueTypeInvalid /);
});

test('access that is refused leaves no trace', () => {
  const stack = new Stack(new App(), 'Stack');
  const bucket = Bucket.fromBucketName(stack, 'Data', 'customer-data');
  const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(bucket, { prefixes: ['in'] })] });
  const before = access.policyUsage;
  const good = S3Access.write(bucket, { prefixes: ['out'] });
  expect(() => access.addAccess(good, S3Access.write(bucket, { prefixes: ['/bad'] }))).toThrow(/^KeyLeadingSlash /);
  const many = Array.from({ length: 400 }, (_, i) => `${i}`.padEnd(200, '-'));
  expect(() => access.addAccess(S3Access.write(bucket, { prefixes: many }))).toThrow(/^ManagedPoliciesExceeded /);
  expect(access.policyUsage).toEqual(before);
  access.addAccess(good);
  expect(permissionsIn(stack).flatMap(({ Action }) => Action)).toContain('s3:PutObject');
  expect(outputText(stack, 'AccessLocations')).toBe('s3://customer-data/in/,s3://customer-data/out/');
});
