import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Permissions } from '../../../src/cdk/resources/permissions';
import { TokenTable } from '../../../src/cdk/tokens';
import { ALWAYS, Statement } from '../../../src/policy/document';

const CAPACITY = { inline: 500, managedPolicies: 3 };

const statement = (...resources: string[]): Statement => ({ effect: 'Allow', actions: ['s3:GetObject'], resources, conditions: ALWAYS });

function make(props: Partial<ConstructorParameters<typeof Permissions>[1]> = {}) {
  const stack = new Stack(new App(), 'Test');
  const permissions = new Permissions(stack, {
    tokens: new TokenTable(stack), capacity: CAPACITY, attachTo: { roles: ['vendor'] }, acknowledgeWildcards: false, ...props,
  });
  return { stack, permissions };
}

const policies = (stack: Stack) =>
  ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].map((type) => Object.values(Template.fromStack(stack).findResources(type)));

test('what fits is inline, and stands in the template as it is', () => {
  const { stack, permissions } = make();
  permissions.set(permissions.plan([statement('arn:aws:s3:::a/*')]));
  const [[inline, ...others], managed] = policies(stack);
  expect([others, managed]).toEqual([[], []]);
  expect(inline.Properties.Roles).toEqual(['vendor']);
  expect(inline.Properties.PolicyDocument.Statement).toEqual([{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' }]);
  expect(permissions.inlineSize).toBe(JSON.stringify(inline.Properties.PolicyDocument).length);
  expect(permissions.managedSizes).toEqual([]);
});

test('without any permission there is no policy', () => {
  const { stack, permissions } = make();
  expect([permissions.inlineSize, permissions.managedSizes, permissions.policyCount]).toEqual([0, [], 0]);
  permissions.addPolicies(2);
  expect(permissions.policyCount).toBe(2);
  expect(policies(stack)).toEqual([[], []]);
});

test('what was granted and is no more is in no policy', () => {
  const { stack, permissions } = make();
  permissions.set({ inline: [statement('arn:aws:s3:::a/*')], managed: [[statement('arn:aws:s3:::b/*')]] });
  permissions.set({ managed: [] });
  expect(policies(stack)).toEqual([[], []]);
});

test('what is worked out later is what counts then, and only until something else is set', () => {
  const { stack, permissions } = make();
  permissions.set({ inline: [statement('arn:aws:s3:::a/*')], managed: [] });
  permissions.setLater(() => ({ inline: [statement('arn:aws:s3:::later/*')], managed: [] }));
  expect(JSON.stringify(policies(stack))).toContain('later');

  const other = make();
  other.permissions.setLater(() => { throw new Error('too late'); });
  other.permissions.set({ inline: [statement('arn:aws:s3:::a/*')], managed: [] });
  expect(JSON.stringify(policies(other.stack))).toContain('arn:aws:s3:::a/*');
});

test('there is room for as many managed policies as the quota has, and not for one more', () => {
  const { permissions } = make();
  expect(permissions.roomsIn(0)).toHaveLength(1);
  expect(permissions.roomsIn(3)).toHaveLength(4);
  expect(permissions.roomsIn(4)).toEqual([]);
});

test('where nothing can be attached, nothing is made', () => {
  const { stack, permissions } = make({ attachTo: undefined });
  permissions.set({ inline: [statement('arn:aws:s3:::a/*')], managed: [[statement('arn:aws:s3:::b/*')]] });
  expect(permissions.policyCount).toBe(0);
  expect(policies(stack)).toEqual([[], []]);
});

test('its own policies are known from others', () => {
  const { stack, permissions } = make();
  permissions.set({ inline: [statement('arn:aws:s3:::a/*')], managed: [[statement('arn:aws:s3:::b/*')]] });
  const own = stack.node.children.map(({ node }) => node.id).filter((id) => permissions.has(stack.node.findChild(id) as never));
  expect(own.sort()).toEqual(['ManagedPolicy1', 'Policy']);
});

test('whoever makes the role by hand is told of each statement once, inline and managed', () => {
  const told: unknown[] = [];
  const { stack, permissions } = make({ attachTo: undefined, report: (one: PolicyStatement) => void told.push(one.toStatementJson().Resource) });
  permissions.set({ inline: [statement('arn:aws:s3:::a/*')], managed: [[statement('arn:aws:s3:::b/*')], [statement('arn:aws:s3:::a/*')]] });
  stack.node.validate();
  stack.node.validate();
  expect(told).toEqual(['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*']);
});
