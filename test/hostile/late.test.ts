import { App, Aspects, CfnParameter, IAspect, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';
import { expectRefusal, VENDOR } from './support';
import { S3Access, S3KeyScope, Vendor, VendorS3AccessRole } from '../../src';
import { Caller } from '../support/caller';
import { CUSTOMER, DeployedTemplate, REGION } from '../support/deployed-template';
import { get } from '../support/probe';

function setUp() {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: { account: CUSTOMER, region: REGION } });
  const bucket = new Bucket(stack, 'Orders', { bucketName: 'acme-orders' });
  const access = new VendorS3AccessRole(stack, 'Access', { vendor: Vendor.account(VENDOR), externalId: 'k3J-2f9a', access: [S3Access.read(bucket, { prefixes: ['in'] })] });
  return { app, stack, bucket, access };
}

const visit = (run: (node: IConstruct) => void): IAspect => ({ visit: run });

describe('access that is added by an aspect', () => {
  test('counts, where it is right', async () => {
    const { stack, bucket, access } = setUp();
    Aspects.of(stack).add(visit((node) => node === access && access.addAccess(S3Access.read(bucket, { prefixes: ['late'] }))));
    const caller = Caller.role(DeployedTemplate.of(stack));
    expect(await Promise.all(['in/1', 'late/1', 'secret/1'].map((key) => caller.request(get(key))))).toEqual(['allowed', 'allowed', 'denied']);
  });

  test('stops the synthesis, where it is wrong', () => {
    const { app, stack, bucket, access } = setUp();
    Aspects.of(stack).add(visit((node) => node === access && access.addAccess(S3Access.read(bucket, { keys: [S3KeyScope.startingWith('')] }))));
    expectRefusal('KeyEmpty', () => app.synth());
  });
});

describe('access that is added after the synthesis', () => {
  test('is checked like any other, and is in no template that was written before', () => {
    const { app, stack, bucket, access } = setUp();
    const before = JSON.stringify(app.synth().getStackByName(stack.stackName).template);
    expectRefusal('KeyLeadingSlash', () => access.addAccess(S3Access.read(bucket, { prefixes: ['/late'] })));
    access.addAccess(S3Access.read(bucket, { prefixes: ['late'] }));
    expect(before).not.toContain('late/*');
    expect(JSON.stringify(app.synth().getStackByName(stack.stackName).template)).toBe(before);
    expect(JSON.stringify(app.synth({ force: true }).getStackByName(stack.stackName).template)).toContain('late/*');
  });

  test('and refused leaves the policies as they were', () => {
    const { stack, bucket, access } = setUp();
    const usage = access.policyUsage;
    expectRefusal('AccessDuplicate', () => access.addAccess(S3Access.read(bucket, { prefixes: ['late'] }), S3Access.read(bucket, { prefixes: ['in'] })));
    expectRefusal('AccessEmpty', () => access.addAccess());
    expect(access.policyUsage).toEqual(usage);
    expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toContain('late/*');
  });
});

describe('an aspect that changes what was made', () => {
  // The customer's own code may do so; nothing is hidden from whoever reads the template.
  test('shows in the template: a policy that is replaced is the one that is deployed', async () => {
    const { stack } = setUp();
    Aspects.of(stack).add(visit((node) => {
      if (node instanceof CfnPolicy) {
        node.addPropertyOverride('PolicyDocument.Statement', [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-orders/*' }]);
      }
    }));
    expect(await Caller.role(DeployedTemplate.of(stack)).request(get('secret/1'))).toBe('allowed');
  });

  test('cannot make the role trust more by renaming it', () => {
    const { stack } = setUp();
    Aspects.of(stack).add(visit((node) => {
      if (node instanceof CfnRole) {
        node.roleName = 'renamed';
      }
    }));
    const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role'));
    expect(Properties.RoleName).toBe('renamed');
    expect(Properties.AssumeRolePolicyDocument.Statement).toMatchObject([{ Condition: { StringEquals: { 'sts:ExternalId': 'k3J-2f9a' } } }]);
  });
});

test.each<readonly [string, string | undefined]>([['taken away', undefined], ['widened', '.*']])('a bucket name whose constraints are %s after it was used stops the synthesis', (_, allowedPattern) => {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: { account: CUSTOMER, region: REGION } });
  const name = new CfnParameter(stack, 'Name', { allowedPattern: '[a-z-]+' });
  new VendorS3AccessRole(stack, 'Access', {
    vendor: Vendor.account(VENDOR), externalId: 'k3J-2f9a', access: [S3Access.read(Bucket.fromBucketName(stack, 'Named', name.valueAsString), { wholeBucket: true })],
  });
  name.allowedPattern = allowedPattern;
  expect(() => app.synth()).toThrow(/\[Stack\/Access\] ValueChanged: access\[0\]\.bucket: /);
  name.allowedPattern = '[a-z]+';
  expect(() => app.synth()).not.toThrow();
});
