import { App, Aws, Duration, Stack } from 'aws-cdk-lib';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, Vendor, Vendors, VendorS3AccessRole, VendorS3AccessRoleProps } from '../../src';
import { ACCOUNT, CREDENTIALS, onlyResource, OTHER_ACCOUNT, outputText, templateOf, warningsOf } from '../cooperation/support';

function made(props: Partial<VendorS3AccessRoleProps> = {}) {
  const stack = new Stack(new App(), 'Test', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  const access = [S3Access.read(new Bucket(stack, 'Bucket', { bucketName: 'videos' }), { prefixes: ['raw'] })];
  return { stack, role: new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access, ...props }) };
}

const roleOf = (props?: Partial<VendorS3AccessRoleProps>) => onlyResource(made(props).stack, 'AWS::IAM::Role');

/** Who may assume the role, with what it has to send. */
function trusted(props?: Partial<VendorS3AccessRoleProps>): unknown[] {
  return roleOf(props).AssumeRolePolicyDocument.Statement
    .filter(({ Effect, Action }: { Effect: string; Action: unknown }) => Effect === 'Allow' && [Action].flat().includes('sts:AssumeRole'))
    .map(({ Principal, Condition }: { Principal: unknown; Condition?: Record<string, Record<string, unknown>> }) =>
      [JSON.stringify(Principal).match(/\d{12}/)![0], Condition?.StringEquals?.['sts:ExternalId']]);
}

test('the vendor assumes the role with its external ID, or the next one, and nobody else does', () => {
  expect(trusted()).toEqual([['123456789012', 'k3J-2f9a']]);
  expect(trusted({ nextExternalId: 'k3J-2f9b' })).toEqual([['123456789012', ['k3J-2f9a', 'k3J-2f9b']]]);
});

test('further vendors assume it with external IDs of their own', () => {
  expect(trusted({ additionalTrust: [{ vendor: Vendor.account(OTHER_ACCOUNT), externalId: 'other-id' }] }))
    .toEqual([['123456789012', 'k3J-2f9a'], [OTHER_ACCOUNT, 'other-id']]);
});

test('the role carries what is declared of it', () => {
  const boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  const { stack } = made({
    roleName: 'vendor', path: '/partners/', description: 'For Acme', maxSessionDuration: Duration.hours(2),
  });
  expect(onlyResource(stack, 'AWS::IAM::Role')).toMatchObject({ RoleName: 'vendor', Path: '/partners/', Description: 'For Acme', MaxSessionDuration: 7200 });
  const bounded = new Stack(new App(), 'Test');
  new VendorS3AccessRole(bounded, 'Access', {
    ...CREDENTIALS,
    permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(bounded, 'Boundary', boundary),
    access: [S3Access.read(new Bucket(bounded, 'Bucket'), { wholeBucket: true })],
  });
  expect(onlyResource(bounded, 'AWS::IAM::Role').PermissionsBoundary).toBe(boundary);
});

test('without a word, it has no name of its own, and says whose it is', () => {
  const role = roleOf();
  expect(role).not.toHaveProperty('RoleName');
  expect(role).not.toHaveProperty('Path');
  expect(role.Description).toContain('123456789012');
});

test('its name is the one that a vendor demands, and no other', () => {
  expect(roleOf({ vendor: Vendors.cloudglue() }).RoleName).toBe('cloudglue-external-s3-access-role');
  expect(() => made({ vendor: Vendors.cloudglue(), roleName: 'other' })).toThrow(/roleName/);
  expect(() => made({ additionalTrust: [{ vendor: Vendors.cloudglue(), externalId: 'cg-1' }], roleName: 'other' })).toThrow(/roleName/);
});

test('two roles of one name are refused', () => {
  const { stack } = made({ roleName: 'vendor' });
  const again = () => new VendorS3AccessRole(stack, 'Again', {
    ...CREDENTIALS, roleName: 'vendor', exportOutputs: false, access: [S3Access.read(new Bucket(stack, 'Other'), { wholeBucket: true })],
  });
  expect(again).toThrow(/^RoleNameTaken \[Test\/Again\] roleName: received "vendor"/);
});

test.each<[string, Partial<VendorS3AccessRoleProps>]>([
  ['path', { path: 'no-slashes' }],
  ['description', { description: 'x'.repeat(1001) }],
  ['maxSessionDuration', { maxSessionDuration: Duration.minutes(5) }],
  ['permissionsBoundary', { permissionsBoundary: {} as never }],
  ['roleName', { roleName: 'a b' }],
  ['allowedSourceIps', { allowedSourceIps: ['300.0.0.0/8'] }],
  ['expiresAt', { expiresAt: 'tomorrow' as never }],
  ['additionalTrust[0].externalId', { additionalTrust: [{ vendor: Vendor.account(OTHER_ACCOUNT), externalId: '!' }] }],
  ['additionalTrust[0].vendor', { additionalTrust: [{ vendor: 'Acme' as never }] }],
])('a mistake in %s is told there', (field, props) => {
  expect(() => made(props)).toThrow(new RegExp(`\\[Test/Access\\] ${field.replace(/[[\].]/g, '\\$&')}(\\[\\d+\\])?: received`));
});

test('outputs tell role, name, external IDs and places, are exported only where that is asked for, and can be left out', () => {
  const { stack } = made({ nextExternalId: 'k3J-2f9b' });
  expect(outputText(stack, 'ExternalId')).toBe('k3J-2f9a');
  expect(outputText(stack, 'NextExternalId')).toBe('k3J-2f9b');
  expect(outputText(stack, 'Locations')).toMatch(/^s3:\/\/<Bucket\w+>\/raw\/$/);
  const exported = (props?: Partial<VendorS3AccessRoleProps>) =>
    Object.values<{ Export?: unknown }>(templateOf(made(props).stack).Outputs).filter((one) => one.Export);
  expect(exported()).toHaveLength(0);
  expect(exported({ exportOutputs: true })).toHaveLength(2);
  expect(templateOf(made({ outputs: false }).stack).Outputs).toBeUndefined();
});

test('it is told that access is over, and what it was is kept until then', () => {
  expect(warningsOf(made({ expiresAt: new Date('2020-01-01T00:00:00Z') }).stack)).toEqual(['cdk-vendor-s3-access:expired']);
  const dates = JSON.stringify(templateOf(made({ expiresAt: new Date('2099-01-01T00:00:00Z') }).stack));
  // Trust and permissions.
  expect(dates.split('"aws:CurrentTime":"2099-01-01T00:00:00Z"').length - 1).toBeGreaterThanOrEqual(2);
});

test('the size of its trust is counted', () => {
  const usage = (props?: Partial<VendorS3AccessRoleProps>) => made(props).role.policyUsage;
  expect(usage().trustSize).toBeGreaterThan(100);
  expect(usage({ nextExternalId: 'k3J-2f9b' }).trustSize).toBe(usage().trustSize + '["",]k3J-2f9b'.length);
  expect(usage().trustQuota).toBe(2048);
});

test('its name and path may be known only at deployment', () => {
  expect(() => templateOf(made({ roleName: `vendor-${Aws.REGION}`, path: `/${Aws.STACK_NAME}/` }).stack)).not.toThrow();
});
