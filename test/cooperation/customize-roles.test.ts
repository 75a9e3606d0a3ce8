import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { CustomizeRolesOptions, ManagedPolicy, Role } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, CREDENTIALS, onlyResource, OTHER_ACCOUNT, resourcesOf, statementsOf, textOf } from './support';
import { S3Access, VendorS3AccessRole, VendorS3PolicyPlacement } from '../../src';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** An app whose roles somebody else makes, synthesized; and what the CDK reports of them. */
function build(options: CustomizeRolesOptions, placement?: VendorS3PolicyPlacement) {
  const outdir = mkdtempSync(join(tmpdir(), 'roles-'));
  folders.push(outdir);
  // By a feature flag, the CDK's own error on a role that nobody has made yet would end the synthesis.
  const app = new App({ outdir, postCliContext: { '@aws-cdk/core:annotationsInValidationReport': false } });
  const stack = new Stack(app, 'Stack');
  Role.customizeRoles(stack, options);
  const bucket = new Bucket(stack, 'Data');
  const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, policyPlacement: placement, access: [S3Access.read(bucket, { prefixes: ['in'] })] });
  access.addAccess(S3Access.write(bucket, { prefixes: ['out'] }));
  const { Resources } = app.synth().getStackByName('Stack').template;
  const [role] = JSON.parse(readFileSync(join(outdir, 'iam-policy-report.json'), 'utf8')).roles;
  return { app, stack, access, role, types: Object.values<any>(Resources).map(({ Type }) => Type) };
}

const MADE = { usePrecreatedRoles: { 'Access/Role': 'made-by-security' } };

describe.each([['not made yet', {}], ['made already', MADE]])('a role that somebody else makes, %s', (_, options) => {
  test.each([undefined, VendorS3PolicyPlacement.MANAGED])('has nothing in the template, and all its statements in the report (%s)', (placement) => {
    const { role, types } = build(options, placement);
    expect(types.filter((type) => type.startsWith('AWS::IAM'))).toEqual([]);
    const actions = role.identityPolicyStatements.flatMap(({ Action }: any) => Action);
    expect([...new Set(actions)].sort()).toEqual(expect.arrayContaining(['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket', 's3:PutObject']));
    expect(JSON.stringify(role.identityPolicyStatements)).toMatch(/Stack\/Data\/Resource\.Arn\)\/in\/\*.*Stack\/Data\/Resource\.Arn\)\/out\/\*|\/out\/\*.*\/in\/\*/);
    expect(role.assumeRolePolicy[0].Condition.StringEquals).toEqual({ 'sts:ExternalId': CREDENTIALS.externalId });
  });
});

test('the report holds each statement once, however often the app is synthesized', () => {
  const { app, access, role } = build(MADE);
  app.synth({ force: true });
  const [again] = JSON.parse(readFileSync(join(app.outdir, 'iam-policy-report.json'), 'utf8')).roles;
  expect(again.identityPolicyStatements).toEqual(role.identityPolicyStatements);
  expect(access.policyUsage.inlineSize).toBeGreaterThan(100);
});

test('a role that is synthesized and reported has its policies, and is named as it is', () => {
  const { stack, access, role, types } = build({ preventSynthesis: false });
  expect(types).toEqual(expect.arrayContaining(['AWS::IAM::Role', 'AWS::IAM::Policy']));
  const [roleId] = Object.keys(resourcesOf(stack, 'AWS::IAM::Role'));
  expect(onlyResource(stack, 'AWS::IAM::Policy').Roles).toEqual([{ Ref: roleId }]);
  expect(stack.resolve(access.roleArn)).toEqual({ 'Fn::GetAtt': [roleId, 'Arn'] });
  expect(JSON.stringify(role.identityPolicyStatements)).toContain('s3:GetObject');
});

test('policies of other accounts trust the role that somebody else has made, not a name that nobody has', () => {
  const app = new App({ postCliContext: { '@aws-cdk/core:annotationsInValidationReport': false } });
  const data = new Stack(app, 'Data', { env: { account: OTHER_ACCOUNT, region: 'eu-west-1' } });
  const stack = new Stack(app, 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  Role.customizeRoles(stack, MADE);
  const access = [S3Access.read(new Bucket(data, 'Data', { bucketName: 'other-data' }), { prefixes: ['in'] })];
  new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, roleName: 'vendor', path: '/vendors/', access });
  const [{ Condition }] = statementsOf(data, 'AWS::S3::BucketPolicy');
  expect(textOf(Condition.ArnLike['aws:PrincipalArn'])).toBe(`arn:<AWS::Partition>:iam::${ACCOUNT}:role/made-by-security`);
});

test('what the CDK itself grants such a role is in the same report', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'roles-'));
  folders.push(outdir);
  const app = new App({ outdir });
  const stack = new Stack(app, 'Stack');
  Role.customizeRoles(stack, MADE);
  const bucket = new Bucket(stack, 'Data');
  const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(bucket, { prefixes: ['in'] })] });
  bucket.grantDelete(access.grantPrincipal);
  access.role.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName('SecurityAudit'));
  app.synth();
  const [role] = JSON.parse(readFileSync(join(outdir, 'iam-policy-report.json'), 'utf8')).roles;
  expect(role.roleName).toBe('made-by-security');
  expect(role.managedPolicyArns).toHaveLength(1);
  ['s3:DeleteObject*', 's3:GetObject'].forEach((action) => expect(JSON.stringify(role.identityPolicyStatements)).toContain(action));
});
