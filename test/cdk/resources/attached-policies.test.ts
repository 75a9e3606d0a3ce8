import { App, CfnParameter, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import {
  CfnGroup, CfnGroupPolicy, CfnManagedPolicy, CfnPolicy, CfnRole, CfnRolePolicy, CfnUser, CfnUserPolicy, PolicyDocument, PolicyStatement,
} from 'aws-cdk-lib/aws-iam';
import { attachedTo, Holder } from '../../../src/cdk/resources/attached-policies';

const DOCUMENT = { Statement: [{ Effect: 'Allow', Action: 'a:b', Resource: '*' }] };
const SIZE = JSON.stringify(DOCUMENT).length;

function make() {
  const stack = new Stack(new App(), 'Test');
  const role = (id: string, roleName?: string) => new CfnRole(stack, id, { assumeRolePolicyDocument: {}, roleName });
  return { stack, role, holder: role('Role', 'vendor'), other: role('Other', 'other') };
}

const attached = (holder: Holder, own: CfnResource[] = []) => attachedTo(holder, (policy) => own.includes(policy));

describe('inline policies count', () => {
  test.each<[string, (stack: Stack, holder: CfnRole, other: CfnRole) => void]>([
    ['that name the role', (stack, holder) => void new CfnPolicy(stack, 'P', { policyName: 'P', policyDocument: DOCUMENT, roles: [holder.ref] })],
    ['that name others as well', (stack, holder, other) => void new CfnPolicy(stack, 'P', { policyName: 'P', policyDocument: DOCUMENT, roles: [other.ref, holder.ref] })],
    ['that name it by its name', (stack) => void new CfnPolicy(stack, 'P', { policyName: 'P', policyDocument: DOCUMENT, groups: ['other'], roles: ['vendor'] })],
    ['of one role', (stack, holder) => void new CfnRolePolicy(stack, 'P', { policyName: 'P', policyDocument: DOCUMENT, roleName: holder.ref })],
    ['within the role', (_, holder) => void (holder.policies = [{ policyName: 'P', policyDocument: DOCUMENT }])],
  ])('%s', (_, give) => {
    const { stack, holder, other } = make();
    give(stack, holder, other);
    expect(attached(holder)).toEqual({ inlineSize: SIZE, managedPolicies: 0 });
  });

  test('all together, but not those of the library, and not those of others', () => {
    const { stack, holder, other } = make();
    const give = (id: string, ...roles: string[]) => new CfnPolicy(stack, id, { policyName: id, policyDocument: DOCUMENT, roles });
    give('First', holder.ref);
    give('Second', holder.ref);
    const own = give('Own', holder.ref);
    give('Others', other.ref);
    give('Nobody');
    new CfnRolePolicy(stack, 'Single', { policyName: 'P', policyDocument: DOCUMENT, roleName: other.ref });
    new CfnRolePolicy(stack, 'Unknown', { policyName: 'P', policyDocument: DOCUMENT, roleName: new CfnParameter(stack, 'Name').valueAsString });
    new CfnResource(stack, 'Raw', { type: 'AWS::SNS::Topic' });
    expect(attached(holder, [own]).inlineSize).toBe(2 * SIZE);
  });

  test('of a user and of a group as of a role', () => {
    const { stack } = make();
    const user = new CfnUser(stack, 'User', { userName: 'vendor-user' });
    const group = new CfnGroup(stack, 'Group', { groupName: 'vendor-group' });
    new CfnUserPolicy(stack, 'OfUser', { policyName: 'P', policyDocument: DOCUMENT, userName: 'vendor-user' });
    new CfnGroupPolicy(stack, 'OfGroup', { policyName: 'P', policyDocument: DOCUMENT, groupName: 'vendor-group' });
    new CfnPolicy(stack, 'OfBoth', { policyName: 'P', policyDocument: DOCUMENT, users: [user.ref], groups: [group.ref] });
    expect([attached(user).inlineSize, attached(group).inlineSize]).toEqual([2 * SIZE, 2 * SIZE]);
  });

  test('not where they are empty, and not where they are of another stage', () => {
    const { stack, holder } = make();
    new CfnPolicy(stack, 'Empty', { policyName: 'P', policyDocument: new PolicyDocument(), roles: [holder.ref] });
    new CfnPolicy(new Stack(new Stage(stack.node.root, 'Stage'), 'Test'), 'P', { policyName: 'P', policyDocument: DOCUMENT, roles: ['vendor'] });
    expect(attached(holder).inlineSize).toBe(0);
  });

  test('and a document can take more statements afterwards', () => {
    const { stack, holder } = make();
    const document = new PolicyDocument({ statements: [new PolicyStatement({ actions: ['a:b'], resources: ['*'] })] });
    new CfnPolicy(stack, 'P', { policyName: 'P', policyDocument: document, roles: [holder.ref] });
    const before = attached(holder).inlineSize;
    document.addStatements(new PolicyStatement({ actions: ['c:d'], resources: ['x'] }));
    expect(attached(holder).inlineSize).toBeGreaterThan(before);
  });
});

test('managed policies count where they name the role, or the role names them', () => {
  const { stack, holder, other } = make();
  const own = new CfnManagedPolicy(stack, 'Own', { policyDocument: DOCUMENT, roles: [holder.ref] });
  new CfnManagedPolicy(stack, 'First', { policyDocument: DOCUMENT, roles: [holder.ref] });
  new CfnManagedPolicy(stack, 'Others', { policyDocument: DOCUMENT, roles: [other.ref] });
  expect(attached(holder, [own])).toEqual({ inlineSize: 0, managedPolicies: 1 });
  holder.managedPolicyArns = ['arn:aws:iam::aws:policy/A', 'arn:aws:iam::aws:policy/B'];
  expect(attached(holder, [own]).managedPolicies).toBe(3);
});
