import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { CfnUser } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, Vendor, Vendors, VendorS3AccessUser, VendorS3AccessUserProps, VendorS3BucketPolicies } from '../../src';
import { onlyResource, outputText, statementsOf, templateOf, textOf } from '../cooperation/support';

function made(props: Partial<VendorS3AccessUserProps> = {}): { stack: Stack; user: VendorS3AccessUser } {
  const stack = new Stack(new App(), 'Test');
  const access = [S3Access.read(new Bucket(stack, 'Bucket', { bucketName: 'videos' }), { prefixes: ['raw'] })];
  return { stack, user: new VendorS3AccessUser(stack, 'Access', { vendor: Vendors.hotglue(), access, ...props }) };
}

test('the key pair lies in a secret that says what it is for, and nowhere else', () => {
  const { stack } = made();
  const key = Object.keys(templateOf(stack).Resources).find((id) => id.startsWith('AccessAccessKey'))!;
  const { Description, SecretString } = onlyResource(stack, 'AWS::SecretsManager::Secret');
  expect(Description).toBe('Access key of hotglue for S3');
  expect(SecretString).toEqual({
    'Fn::Join': ['', ['{"accessKeyId":"', { Ref: key }, '","secretAccessKey":"', { 'Fn::GetAtt': [key, 'SecretAccessKey'] }, '"}']],
  });
  expect(JSON.stringify(templateOf(stack)).split('SecretAccessKey')).toHaveLength(2);
});

test('user and group lie under the path', () => {
  const { stack } = made({ path: '/vendors/' });
  expect(onlyResource(stack, 'AWS::IAM::User').Path).toBe('/vendors/');
  expect(onlyResource(stack, 'AWS::IAM::Group').Path).toBe('/vendors/');
});

test('the outputs name the user, the secret and the locations, unless they are switched off', () => {
  const { Outputs } = templateOf(made().stack);
  expect(Object.keys(Outputs)).toHaveLength(3);
  expect(Object.values<any>(Outputs).map(({ Description }) => Description)).toEqual(expect.arrayContaining([
    'Name of the user whose access key the vendor holds', 'ARN of the secret with the access key',
  ]));
  expect(outputText(made().stack, 'Locations')).toContain('raw/');
  expect(templateOf(made({ outputs: false }).stack).Outputs).toBeUndefined();
});

test('the quotas of a group are counted, and no trust policy', () => {
  const { policyUsage } = made().user;
  expect(policyUsage).toEqual({
    trustSize: 0,
    trustQuota: 0,
    inlineSize: expect.any(Number),
    otherInlineSize: 0,
    inlineQuota: 5120,
    managedSizes: [],
    otherManagedPolicies: 0,
    managedQuota: 6144,
  });
  expect(policyUsage.inlineSize).toBeGreaterThan(100);
});

test.each([1, 2])('the serial %d is taken', (accessKeySerial) => {
  expect(onlyResource(made({ accessKeySerial }).stack, 'AWS::IAM::AccessKey').Serial).toBe(accessKeySerial);
});

test.each([0, -1, 1.5])('fails for the serial %d', (accessKeySerial) => {
  expect(() => made({ accessKeySerial })).toThrow(/^SerialInvalid \[Test\/Access\] accessKeySerial: /);
});

test('a user of a vendor that has no definition of its own', () => {
  expect(onlyResource(made({ vendor: Vendor.pending() }).stack, 'AWS::SecretsManager::Secret').Description).toBe('Access key of pending vendor for S3');
});

test('the policy of a bucket leaves it to the permissions of the user, and so to its boundary', () => {
  const { stack } = made({ bucketPolicies: VendorS3BucketPolicies.ALWAYS });
  const [userId] = Object.keys(templateOf(stack).Resources).filter((id) => templateOf(stack).Resources[id].Type === 'AWS::IAM::User');
  const statements = statementsOf(stack, 'AWS::S3::BucketPolicy');
  expect(statements.length).toBeGreaterThan(0);
  for (const { Principal, Condition } of statements) {
    // A policy that names a user lets it do what its boundary does not forbid in so many words.
    expect(textOf(Principal.AWS)).toBe('arn:<AWS::Partition>:iam::<AWS::AccountId>:root');
    expect(Condition.ArnLike['aws:PrincipalArn']).toEqual({ 'Fn::GetAtt': [userId, 'Arn'] });
  }
});

test('a folder that must not be shown is not in the outputs', () => {
  const stack = new Stack(new App(), 'Test');
  const secret = new CfnParameter(stack, 'Secret', { noEcho: true, allowedPattern: '[a-z]+' }).valueAsString;
  new VendorS3AccessUser(stack, 'Access', {
    vendor: Vendors.hotglue(), access: [S3Access.read(new Bucket(stack, 'Bucket', { bucketName: 'videos' }), { prefixes: [`raw/${secret}`] })],
  });
  expect(outputText(stack, 'Locations')).toMatch(/\/raw\/\*{4}\/$/);
  expect(JSON.stringify(templateOf(stack).Outputs)).not.toContain('"Secret"');
});

test('the policy of a bucket in another stack names the user by its final path and name', () => {
  const named = (change: (resource: CfnUser) => void) => {
    const app = new App();
    const data = new Stack(app, 'Data');
    const { user } = new VendorS3AccessUser(new Stack(app, 'Test'), 'Access', {
      vendor: Vendors.hotglue(),
      userName: 'acme',
      path: '/vendors/',
      bucketPolicies: VendorS3BucketPolicies.ALWAYS,
      access: [S3Access.read(new Bucket(data, 'Bucket'), { wholeBucket: true })],
    });
    change(user.node.defaultChild as CfnUser);
    return new Set(statementsOf(data, 'AWS::S3::BucketPolicy').map(({ Condition }) => textOf(Condition.ArnLike['aws:PrincipalArn'])));
  };
  const arn = 'arn:<AWS::Partition>:iam::<AWS::AccountId>:user';
  expect(named(() => undefined)).toEqual(new Set([`${arn}/vendors/acme`]));
  expect(named((resource) => { resource.userName = 'other'; })).toEqual(new Set([`${arn}/vendors/other`]));
  expect(named((resource) => { resource.path = '/'; })).toEqual(new Set([`${arn}/acme`]));
});
