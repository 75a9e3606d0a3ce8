import { App, Stack, StackProps } from 'aws-cdk-lib';
import { AccountPrincipal, AccountRootPrincipal, AnyPrincipal, ArnPrincipal, Effect, PolicyDocument, PolicyStatement, PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import { CfnKey, Key } from 'aws-cdk-lib/aws-kms';
import { delegatesToIam, isRootOf } from '../../../src/cdk/resources/key-delegation';

const ACCOUNT = '111122223333';

function stackOf(env?: StackProps['env']): Stack {
  return new Stack(new App(), 'Test', { env });
}

function withStatement(statement: PolicyStatementProps, env?: StackProps['env']): Key {
  return new Key(stackOf(env), 'Key', { policy: new PolicyDocument({ statements: [new PolicyStatement({ resources: ['*'], ...statement })] }) });
}

test.each([['an open account', undefined], ['a known account', { account: ACCOUNT, region: 'eu-west-1' }]])('the default policy delegates, in %s', (_, env) => {
  expect(delegatesToIam(new Key(stackOf(env), 'Key'))).toBe(true);
});

test.each([
  ['the account root', new AccountRootPrincipal()],
  ['the account by its ID', new AccountPrincipal(ACCOUNT)],
  ['the account by its root\'s ARN', new ArnPrincipal(`arn:aws:iam::${ACCOUNT}:root`)],
])('a grant to %s delegates', (_, principal) => {
  expect(delegatesToIam(withStatement({ actions: ['kms:*'], principals: [principal] }, { account: ACCOUNT, region: 'eu-west-1' }))).toBe(true);
});

test.each<[string, PolicyStatementProps]>([
  ['another account', { actions: ['kms:*'], principals: [new AccountPrincipal('444455556666')] }],
  ['everybody', { actions: ['kms:*'], principals: [new AnyPrincipal()] }],
  ['one role of the account', { actions: ['kms:*'], principals: [new ArnPrincipal(`arn:aws:iam::${ACCOUNT}:role/admin`)] }],
  ['the account, for some actions', { actions: ['kms:Describe*'], principals: [new AccountRootPrincipal()] }],
  ['the account, under a condition', { actions: ['kms:*'], principals: [new AccountRootPrincipal()], conditions: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }],
  ['nobody', { effect: Effect.DENY, actions: ['kms:*'], principals: [new AccountRootPrincipal()] }],
])('a grant to %s does not delegate', (_, statement) => {
  expect(delegatesToIam(withStatement(statement, { account: ACCOUNT, region: 'eu-west-1' }))).toBe(false);
  expect(delegatesToIam(withStatement(statement))).toBe(false);
});

test('one statement among others is enough', () => {
  const key = new Key(stackOf(), 'Key');
  key.addToResourcePolicy(new PolicyStatement({ actions: ['kms:Decrypt'], principals: [new AnyPrincipal()], resources: ['*'] }));
  expect(delegatesToIam(key)).toBe(true);
});

test('of an imported key, or one without a policy, nothing is known', () => {
  const stack = stackOf();
  expect(delegatesToIam(Key.fromKeyArn(stack, 'Imported', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/abcd`))).toBe(false);
  const key = new Key(stack, 'Key');
  (key.node.defaultChild as CfnKey).keyPolicy = undefined;
  expect(delegatesToIam(key)).toBe(false);
});

describe('the root of an account', () => {
  const ID = { Ref: 'AWS::AccountId' };
  const arn = (account: unknown, end = ':root') => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', account, end]] });

  test.each<[unknown, unknown]>([
    [ACCOUNT, ACCOUNT], [`arn:aws:iam::${ACCOUNT}:root`, ACCOUNT], [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${ACCOUNT}:root`]] }, ACCOUNT],
    [arn(ID), ID],
  ])('is %j, for %j', (principal, account) => {
    expect(isRootOf(principal, account)).toBe(true);
  });

  test.each<[unknown, unknown]>([
    [undefined, ACCOUNT], ['', ACCOUNT], ['444455556666', ACCOUNT], ['arn:aws:iam::444455556666:root', ACCOUNT], [`arn:aws:iam::${ACCOUNT}:role/root`, ACCOUNT],
    [arn(ID, ':role/x'), ID], [arn({ Ref: 'Account' }), ID], [`arn:aws:iam::${ACCOUNT}:root`, ID], [undefined, ID], [arn(ID), ACCOUNT],
  ])('is not %j, for %j', (principal, account) => {
    expect(isRootOf(principal, account)).toBe(false);
  });
});
