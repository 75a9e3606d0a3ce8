import { App, Environment, Stack, Stage } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ACCOUNT, OTHER_ACCOUNT } from './support';
import { S3Access, Vendors, VendorS3AccessRole } from '../../src';

const NAME = 'cloudglue-external-s3-access-role';

/** A stack with a role whose name the vendor demands. */
function deploy(scope: Construct, id: string, env?: Environment): void {
  const stack = new Stack(scope, id, { env });
  new VendorS3AccessRole(stack, 'Access', {
    vendor: Vendors.cloudglue(), externalId: 'k3J-2f9a', exportOutputs: false, access: [S3Access.read(new Bucket(stack, 'Data'), { prefixes: ['raw'] })],
  });
}

const here = { account: ACCOUNT, region: 'eu-west-1' };

test.each<readonly [string, Environment | undefined, Environment | undefined]>([
  ['of one account and region', here, here],
  ['in two regions of one account', here, { ...here, region: 'us-east-1' }],
  ['one of which leaves the region open', here, { account: ACCOUNT }],
  ['of no environment', undefined, undefined],
  ['of two regions, and an account that is left open', { region: 'eu-west-1' }, { region: 'us-east-1' }],
])('a role name is taken for two stacks %s, and the error says where', (_, one, other) => {
  const app = new App();
  deploy(app, 'One', one);
  expect(() => deploy(app, 'Other', other))
    .toThrow(new RegExp(`^RoleNameTaken \\[Other/Access\\] roleName: received "${NAME}"; One/Access in stack One has this name; .* in all regions`));
});

test.each<readonly [string, Environment | undefined, Environment | undefined]>([
  ['of two accounts', here, { ...here, account: OTHER_ACCOUNT }],
  ['of an account that is known and one that is not', here, undefined],
])('a role name is free for stacks %s', (_, one, other) => {
  const app = new App();
  deploy(app, 'One', one);
  expect(() => deploy(app, 'Other', other)).not.toThrow();
});

describe('two stages', () => {
  function stages(one?: Environment, other?: Environment): () => void {
    const app = new App();
    deploy(new Stage(app, 'Beta', { env: one }), 'Stack');
    return () => deploy(new Stage(app, 'Prod', { env: other }), 'Stack');
  }

  test('that leave their accounts open may go to two, and have a name each', () => {
    expect(stages()).not.toThrow();
  });

  test('of two accounts have a name each', () => {
    expect(stages(here, { ...here, account: OTHER_ACCOUNT })).not.toThrow();
  });

  test('of one account share its names', () => {
    expect(stages(here, { ...here, region: 'us-east-1' })).toThrow(/^RoleNameTaken \[Prod\/Stack\/Access\] .*Beta\/Stack\/Access/);
  });
});

test('two apps know nothing of each other', () => {
  deploy(new App(), 'Stack', here);
  expect(() => deploy(new App(), 'Stack', here)).not.toThrow();
});
