import { raising } from '../../../src/policy/base';
import { ALWAYS } from '../../../src/policy/document';
import { Principals, TrustContext, TrustedParty, trustStatements } from '../../../src/policy/grant';
import { principalConditions } from '../../../src/policy/grant/trust';
import { checkTrust } from '../../../src/policy/request';
import { statementToJson } from '../../../src/policy/write';

const ACCOUNT: Principals = { arns: ['arn:aws:iam::111122223333:root'] };
const ROLE: Principals = { arns: ['arn:aws:iam::444455556666:role/vendor'] };

function party(principals: Principals, ...externalIds: string[]): TrustedParty {
  return { field: 'vendor', principals, externalIds };
}

function trust(parties: readonly TrustedParty[], context: TrustContext = {}) {
  return raising((issues) => checkTrust(parties, context, { field: 'vendor', advice: 'trust fewer' }, issues)).map(statementToJson);
}

const NOBODY = [{ Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }];

test('a principal is trusted with its external ID', () => {
  expect(trust([party(ROLE, 'k3J-2f9a')])).toEqual([{
    Effect: 'Allow',
    Principal: { AWS: ROLE.arns[0] },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': 'k3J-2f9a' } },
  }]);
});

test('several principals are named in order, each once', () => {
  expect(trust([party({ arns: ['arn:b', 'arn:a', 'arn:b'] }, 'k3J')])[0].Principal).toEqual({ AWS: ['arn:a', 'arn:b'] });
});

test('without an external ID there is no condition on it', () => {
  expect(trust([party(ROLE)])).toEqual([{ Effect: 'Allow', Principal: { AWS: ROLE.arns[0] }, Action: 'sts:AssumeRole' }]);
});

test('two external IDs are both valid, in order and without duplicates', () => {
  expect(trust([party(ROLE, 'new', 'Old', 'new')])[0].Condition).toEqual({ StringEquals: { 'sts:ExternalId': ['Old', 'new'] } });
});

test('an account is narrowed to principals and organization', () => {
  const narrowed = { ...ACCOUNT, principalArns: ['arn:b', 'arn:a', 'arn:b'], organizationId: 'o-a1b2c3d4e5' };
  expect(trust([party(narrowed, 'k3J')])[0].Condition).toEqual({
    ArnLike: { 'aws:PrincipalArn': ['arn:a', 'arn:b'] },
    StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'sts:ExternalId': 'k3J' },
  });
  expect(principalConditions(ACCOUNT)).toEqual(ALWAYS);
});

test('principals and external IDs are never crossed', () => {
  const statements = trust([party(ACCOUNT, 'one'), party(ROLE, 'two')]);
  expect(statements.map(({ Principal, Condition }) => [Principal, Condition!.StringEquals['sts:ExternalId']])).toEqual([
    [{ AWS: ACCOUNT.arns[0] }, 'one'],
    [{ AWS: ROLE.arns[0] }, 'two'],
  ]);
});

test('the order of the parties makes no difference', () => {
  const parties = [party(ACCOUNT, 'one'), party(ROLE, 'two')];
  expect(trust([...parties].reverse())).toEqual(trust(parties));
});

test('expiry and source addresses are conditions of every statement', () => {
  const context = { expiresAt: '2030-01-01T00:00:00Z', sourceIps: ['203.0.113.0/24'] };
  const tagged = { ...party(ROLE, 'two'), sessionTags: [{ key: 'team' }] };
  const [end, ...grants] = [...trust([party(ACCOUNT, 'one'), tagged], context)].sort(({ Effect: a }, { Effect: b }) => (a < b ? 1 : -1));
  expect(end).toEqual({ Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole', Condition: { DateGreaterThanEquals: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } } });
  expect(grants).toHaveLength(3);
  grants.forEach(({ Condition }) => expect(Condition).toMatchObject({
    DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' },
    IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
  }));
});

test('session tags have a statement of their own, limited to the declared keys and values', () => {
  const tagged = { ...party(ROLE, 'k3J'), sessionTags: [{ key: 'team', values: ['b', 'a'] }, { key: 'job' }] };
  expect(trust([tagged])).toEqual([
    { Effect: 'Allow', Principal: { AWS: ROLE.arns[0] }, Action: 'sts:AssumeRole', Condition: { StringEquals: { 'sts:ExternalId': 'k3J' } } },
    {
      Effect: 'Allow',
      Principal: { AWS: ROLE.arns[0] },
      Action: 'sts:TagSession',
      Condition: {
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['job', 'team'] },
        'StringEqualsIfExists': { 'aws:RequestTag/team': ['a', 'b'] },
      },
    },
  ]);
  expect(trust([{ ...party(ROLE, 'k3J'), sessionTags: [] }])).toHaveLength(1);
});

test.each<[string, readonly TrustedParty[], TrustContext]>([
  ['a suspended role', [party(ROLE, 'k3J')], { suspended: true }],
  ['a vendor without principals', [party({ arns: [] }, 'k3J')], {}],
  ['no party at all', [], {}],
])('nobody can assume %s', (_, parties, context) => {
  expect(trust(parties, context)).toEqual(NOBODY);
});

test('a party without principals does not stand in the way of others', () => {
  expect(trust([party({ arns: [] }), party(ROLE, 'k3J')])).toEqual(trust([party(ROLE, 'k3J')]));
});

test('the same party twice is one statement', () => {
  expect(trust([party(ROLE, 'k3J'), party(ROLE, 'k3J')])).toHaveLength(1);
});

test('one account narrowed in two ways may have two external IDs', () => {
  const narrowed = (name: string) => ({ ...ACCOUNT, principalArns: [`arn:aws:iam::111122223333:role/${name}`] });
  expect(trust([party(narrowed('a'), 'one'), party(narrowed('b'), 'two')])).toHaveLength(2);
});

test.each<[string, TrustedParty]>([
  ['another external ID', { ...party(ROLE, 'two'), field: 'additionalTrust[0].vendor' }],
  ['no external ID', { ...party(ROLE), field: 'additionalTrust[0].vendor' }],
])('fails for a principal that is trusted again with %s', (_, again) => {
  expect(() => trust([party(ROLE, 'one'), again])).toThrow(expect.objectContaining({ code: 'TrustDuplicate', field: 'additionalTrust[0].vendor' }));
});

test('a statement comes from the vendor that it trusts', () => {
  const parties = [{ ...party(ACCOUNT, 'one'), sessionTags: [{ key: 'team' }] }, { ...party(ROLE, 'two'), field: 'additionalTrust[0].vendor' }];
  expect(trustStatements(parties, {}).map(({ actions, from }) => [actions, from])).toEqual([
    [['sts:AssumeRole'], ['vendor']], [['sts:AssumeRole'], ['additionalTrust[0].vendor']], [['sts:TagSession'], ['vendor']],
  ]);
  expect(trustStatements([], {})[0].from).toBeUndefined();
});
