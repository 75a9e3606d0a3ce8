import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role } from 'aws-cdk-lib/aws-iam';
import { TrustPrincipal } from '../../../src/cdk/resources/trust-principal';
import { TokenTable } from '../../../src/cdk/tokens';
import { EVERYBODY, Statement } from '../../../src/policy/document';

const VENDOR = 'arn:aws:iam::123456789012:root';
const OTHER = 'arn:aws:iam::444455556666:role/x';

const allow = (fields: Partial<Statement>): Statement => (
  { effect: 'Allow', actions: ['sts:AssumeRole'], resources: [], conditions: [], ...fields }) as unknown as Statement;

function make(...statements: Statement[]) {
  const stack = new Stack(new App(), 'Test');
  return { stack, principal: new TrustPrincipal(statements, new TokenTable(stack)) };
}

test('a role trusts with exactly the statements that are given, one by one', () => {
  const { stack, principal } = make(allow({ principals: { AWS: [VENDOR] } }), allow({ principals: { AWS: [OTHER] }, actions: ['sts:TagSession'] }));
  new Role(stack, 'Role', { assumedBy: principal });
  const [{ Properties: { AssumeRolePolicyDocument: document } }] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role'));
  expect(document.Statement).toEqual([
    { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: VENDOR } },
    { Effect: 'Allow', Action: 'sts:TagSession', Principal: { AWS: OTHER } },
  ]);
});

test('as a principal of something else, it is those that it trusts, and nobody more', () => {
  const trusted = (...statements: Statement[]) => make(...statements).principal.policyFragment.principalJson;
  expect(trusted(allow({ principals: { AWS: [VENDOR] } }), allow({ principals: { AWS: [OTHER] } }))).toEqual({ AWS: [VENDOR, OTHER] });
  expect(trusted(allow({}), allow({ principals: EVERYBODY, effect: 'Deny' }))).toEqual({ AWS: [] });
});

test('two of them are never taken for one', () => {
  expect(make().principal.dedupeString()).toBeUndefined();
});
