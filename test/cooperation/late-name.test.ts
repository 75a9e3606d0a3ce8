import { App, Aspects, CfnParameter, Stack } from 'aws-cdk-lib';
import { CfnRole, CfnUser } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { CREDENTIALS, onlyResource, statementsOf, textOf } from './support';
import { S3Access, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketPolicies } from '../../src';

/** A role or user that the policy of a bucket in another stack names as text. */
function build(kind: 'role' | 'user', change: (resource: any, stack: Stack) => void) {
  const app = new App();
  const data = new Stack(app, 'Data');
  const stack = new Stack(app, 'Stack');
  const declared = { bucketPolicies: VendorS3BucketPolicies.ALWAYS, path: '/vendors/', access: [S3Access.read(new Bucket(data, 'Data'), { wholeBucket: true })] };
  if (kind === 'role') {
    new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, ...declared, roleName: 'vendor' });
  } else {
    new VendorS3AccessUser(stack, 'Access', { vendor: CREDENTIALS.vendor, ...declared, userName: 'vendor' });
  }
  Aspects.of(app).add({ visit: (node) => (node instanceof CfnRole || node instanceof CfnUser ? change(node, stack) : undefined) });
  return { app, data, stack };
}

function named(data: Stack): string {
  return textOf(statementsOf(data, 'AWS::S3::BucketPolicy')[0].Condition.ArnLike['aws:PrincipalArn']);
}

describe.each([['role', 'RoleName', 'AWS::IAM::Role'], ['user', 'UserName', 'AWS::IAM::User']] as const)('the %s', (kind, property, type) => {
  test('whose name an override changes is followed by policies of other stacks', () => {
    const { data, stack } = build(kind, (resource) => {
      resource.addPropertyOverride(property, 'renamed');
      resource.addPropertyOverride('Path', '/others/');
    });
    expect(onlyResource(stack, type)).toMatchObject({ [property]: 'renamed', Path: '/others/' });
    expect(named(data)).toMatch(new RegExp(`:${kind}/others/renamed$`));
  });

  test('whose properties change is followed as well', () => {
    const { data } = build(kind, (resource) => {
      resource.path = '/others/';
    });
    expect(named(data)).toMatch(new RegExp(`:${kind}/others/vendor$`));
  });

  test.each<readonly [string, (resource: any, stack: Stack) => void]>([
    ['an override takes away', (resource) => resource.addPropertyDeletionOverride(property)],
    ['is taken away', (resource) => (kind === 'role' ? resource.roleName = undefined : resource.userName = undefined)],
    ['an override makes a reference', (resource) => resource.addPropertyOverride(property, { Ref: 'AWS::StackName' })],
    ['becomes a parameter', (resource, stack) => {
      const name = stack.node.tryFindChild('Name') as CfnParameter ?? new CfnParameter(stack, 'Name');
      resource.addPropertyOverride(property, name.valueAsString);
    }],
  ])('whose name %s fails, for anybody could take the old one', (_, change) => {
    const { app } = build(kind, change);
    expect(() => app.synth()).toThrow(new RegExp(`ValueChanged: ${kind}Name: received a name or path that was changed`));
  });

  test('whose path becomes a reference fails', () => {
    const { app } = build(kind, (resource) => resource.addPropertyOverride('Path', { Ref: 'AWS::StackName' }));
    expect(() => app.synth()).toThrow(/\[Stack\/Access\] ValueChanged/);
  });

  test('whose path is taken away fails', () => {
    const { app } = build(kind, (resource) => resource.addPropertyDeletionOverride('Path'));
    expect(() => app.synth()).toThrow(/\[Stack\/Access\] ValueChanged/);
  });
});

test('a name that no policy holds as text may change as it likes', () => {
  const stack = new Stack(new App(), 'Stack');
  const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, roleName: 'vendor', access: [S3Access.read(new Bucket(stack, 'Data'), { wholeBucket: true })] });
  (access.role.node.defaultChild as CfnRole).addPropertyDeletionOverride('RoleName');
  expect(onlyResource(stack, 'AWS::IAM::Role').RoleName).toBeUndefined();
});
