import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, Vendor, Vendors, VendorS3AccessUser, VendorS3AccessUserProps } from '../src';
import { onlyResource, outputText, templateOf } from './cooperation/support';

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
    trustSize: 0, trustQuota: 0, inlineSize: expect.any(Number), inlineQuota: 5120, managedSizes: [], managedQuota: 6144,
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
