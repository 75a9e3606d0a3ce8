import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { CfnRolePolicy, ManagedPolicy, Policy, PolicyDocument, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, CREDENTIALS, templateOf, warningsOf } from './support';
import { S3Access, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess, VendorS3PolicyPlacement } from '../../src';

const EXCEEDED = /\[Stack\/Access\] AttachedPoliciesExceeded: access: received \d+ characters of inline policy, \d+ of them from elsewhere in the app; all inline policies together hold/;

/** A statement of about as many characters. */
function long(size: number): PolicyStatement {
  return new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [`arn:aws:sqs:eu-west-1:${ACCOUNT}:${'q'.repeat(size)}`] });
}

function build(policyPlacement?: VendorS3PolicyPlacement) {
  const stack = new Stack(new App(), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  const access = new VendorS3AccessRole(stack, 'Access', {
    ...CREDENTIALS, policyPlacement, roleName: 'vendor', access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'acme-data'), { prefixes: ['in'] })],
  });
  return { stack, access };
}

/** The ways in which others give a role permissions inline. */
const INLINE: Record<string, (setting: ReturnType<typeof build>, size: number) => void> = {
  'addToPolicy': ({ access }, size) => void access.role.addToPolicy(long(size)),
  'a grant': ({ stack, access }, size) => void Bucket.fromBucketName(stack, 'More', 'more').grantRead(access.grantPrincipal, 'k'.repeat(size)),
  'a policy of its own': ({ stack, access }, size) => void new Policy(stack, 'Own', { statements: [long(size)], roles: [access.role] }),
  'a policy that names the role as text': ({ stack }, size) => void new Policy(stack, 'Own', { statements: [long(size)], roles: [Role.fromRoleName(stack, 'Same', 'vendor')] }),
  'an L1 policy': ({ stack, access }, size) => void new CfnRolePolicy(stack, 'Own', {
    policyName: 'Own', roleName: access.roleName, policyDocument: new PolicyDocument({ statements: [long(size)] }),
  }),
  'another stack': ({ stack, access }, size) => {
    const other = new Stack(stack.node.root as App, 'Other', { env: { account: ACCOUNT, region: 'eu-west-1' } });
    new Policy(other, 'Own', { statements: [long(size)], roles: [Role.fromRoleName(other, 'Role', access.roleName)] });
  },
};

describe.each(Object.entries(INLINE))('inline permissions of a role that came by %s', (_, give) => {
  test('count together with those of the library', () => {
    const setting = build();
    give(setting, 9_600);
    expect(() => templateOf(setting.stack)).toThrow(EXCEEDED);
  });

  test('are told by policyUsage, and pass where they fit', () => {
    const setting = build();
    expect(setting.access.policyUsage.otherInlineSize).toBe(0);
    give(setting, 5_000);
    expect(setting.access.policyUsage.otherInlineSize).toBeGreaterThan(5_000);
    expect(setting.access.policyUsage.otherInlineSize).toBeLessThan(5_500);
    expect(() => templateOf(setting.stack)).not.toThrow();
  });

  test('have all the room where the library uses managed policies', () => {
    const setting = build(VendorS3PolicyPlacement.MANAGED);
    give(setting, 9_600);
    expect(() => templateOf(setting.stack)).not.toThrow();
  });
});

test('asking for policyUsage does not close the policies of others', () => {
  const { stack, access } = build();
  const statement = long(10);
  access.role.addToPolicy(statement);
  expect(access.policyUsage.otherInlineSize).toBeGreaterThan(0);
  statement.addResources(`arn:aws:sqs:eu-west-1:${ACCOUNT}:more`);
  access.role.addToPolicy(long(20));
  expect(JSON.stringify(templateOf(stack))).toContain(':more');
});

describe('managed policies', () => {
  function attach(count: number) {
    const setting = build(VendorS3PolicyPlacement.MANAGED);
    const { stack, access } = setting;
    Array.from({ length: count - 1 }, (_, i) => access.role.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName(`Policy${i}`)));
    new ManagedPolicy(stack, 'Own', { statements: [long(10)], roles: [access.role] });
    return setting;
  }

  test('of others are counted, and warned of beyond the default quota', () => {
    const { access } = attach(9);
    expect(access.policyUsage.otherManagedPolicies).toBe(9);
    expect(warningsOf(access)).toEqual([]);
    expect(warningsOf(attach(10).access)).toEqual(['cdk-vendor-s3-access:managedPoliciesOverQuota']);
  });

  test('beyond the quota that can be had fail', () => {
    const most = attach(19);
    expect(() => templateOf(most.stack)).not.toThrow();
    expect(warningsOf(most.access)).toEqual(['cdk-vendor-s3-access:managedPoliciesOverQuota']);
    expect(() => templateOf(attach(20).stack)).toThrow(/AttachedPoliciesExceeded: access: received 21 managed policies, 20 of them from elsewhere in the app; there may be 10, and 20/);
  });
});

test('the group of a user counts in the same way, against its own quota', () => {
  const stack = new Stack(new App(), 'Stack');
  const access = new VendorS3AccessUser(stack, 'Access', { vendor: CREDENTIALS.vendor, access: [S3Access.read(new Bucket(stack, 'Data'), { prefixes: ['in'] })] });
  access.group.addToPolicy(long(4_700));
  expect(() => templateOf(stack)).toThrow(EXCEEDED);
});

describe('a policy of a bucket', () => {
  const folders = (count: number, letter: string) => Array.from({ length: count }, (_, i) => `${i}-${letter.repeat(180)}`);
  const grant = (letter: string) => {
    const stack = new Stack(new App(), 'Stack');
    return new VendorS3BucketAccess(stack, 'Access', { vendor: CREDENTIALS.vendor, access: [S3Access.write(new Bucket(stack, 'Data'), { prefixes: folders(60, letter) })] });
  };

  test('is counted in bytes, of which a letter beyond ASCII takes two', () => {
    expect(() => grant('a')).not.toThrow();
    expect(() => grant('\u00e4')).toThrow(/^BucketPolicyTooLarge .*: received "\d{5} bytes of policy"/);
  });
});

describe('a part of a key that is a parameter', () => {
  const sizeWith = (props: ConstructorParameters<typeof CfnParameter>[2]) => {
    const stack = new Stack(new App(), 'Stack');
    const folder = new CfnParameter(stack, 'Folder', { maxLength: 100, ...props }).valueAsString;
    const access = new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS, access: [S3Access.write(Bucket.fromBucketName(stack, 'Data', 'acme-data'), { prefixes: [folder] })],
    });
    return access.policyUsage.inlineSize;
  };

  test('counts four times, for each character of it may have to be escaped', () => {
    expect(sizeWith({}) - sizeWith({ allowedPattern: '[a-z]+' })).toBe(300);
  });
});
