import { Issue, raising } from '../../../src/policy/base';
import { TrustContext, TrustedParty, trustStatements } from '../../../src/policy/grant';
import { checkTrust, trustedParties } from '../../../src/policy/request';
import { definitionWords, fieldsOf, vendorFacts } from '../../../src/policy/vendor';
import { documentSize } from '../../../src/policy/write';
import { outcome } from '../outcome';

const ACCOUNT = 'arn:aws:iam::111122223333:root';
const ROLE = 'arn:aws:iam::444455556666:role/vendor';
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

function party(externalIds: readonly string[], more: object = {}, field = 'vendor'): TrustedParty {
  return { field, principals: { arns: [ROLE], ...more }, externalIds };
}

function check(parties: readonly TrustedParty[], context: TrustContext = {}) {
  return outcome((issues) => checkTrust(parties, context, { field: 'vendor', advice: 'trust fewer' }, issues));
}

test('each party of a vendor may present its external IDs, and set its tags', () => {
  const sessionTags = [{ key: 'team' }];
  const facts = raising((issues) => vendorFacts(
    { name: 'Acme', accounts: ['111122223333'], principals: [ROLE], sessionTags }, { written: 'aws' }, definitionWords('object', fieldsOf('vendor')), issues));
  expect(trustedParties(facts, ['k3J', 'm4K'], 'here.vendor')).toEqual([
    { field: 'here.vendor', principals: { arns: [ACCOUNT] }, externalIds: ['k3J', 'm4K'], sessionTags },
    { field: 'here.vendor', principals: { arns: [ROLE] }, externalIds: ['k3J', 'm4K'], sessionTags },
  ]);
});

test.each<[string, readonly TrustedParty[]]>([
  ['the same IDs in another order', [party(['one', 'two']), party(['two', 'one'])]],
  ['the same ID twice', [party(['one']), party(['one', 'one'])]],
  ['another organization', [party(['one']), party(['two'], { organizationId: 'o-a1b2c3d4e5' })]],
  ['other patterns', [party(['one'], { principalArns: [role('a')] }), party(['two'], { principalArns: [role('a'), role('b')] })]],
  ['no patterns', [party(['one'], { principalArns: [role('a')] }), party(['two'])]],
])('a principal may be trusted again with %s', (_, parties) => {
  expect(check(parties)).toStrictEqual({ result: trustStatements(parties, {}), issues: [] });
});

function twice(arn: string, field = 'vendor'): Issue {
  return { code: 'TrustDuplicate', field, received: `"${arn}"`, remedy: 'trust each principal once; use nextExternalId to rotate its external ID' };
}

test.each<[string, readonly TrustedParty[], Issue]>([
  ['another ID', [party(['one']), party(['two'], {}, 'additionalTrust[0].vendor')], twice(ROLE, 'additionalTrust[0].vendor')],
  ['one ID more', [party(['one']), party(['one', 'two'])], twice(ROLE)],
  ['another ID, beside other principals', [party(['one'], { arns: [ROLE, ACCOUNT] }), party(['two'], { arns: [role('a'), ACCOUNT] })], twice(ACCOUNT)],
  ['the same patterns in another order', [
    party(['one'], { principalArns: [role('a'), role('b')] }), party(['two'], { principalArns: [role('b'), role('a')] }),
  ], twice(ROLE)],
])('fails for a principal that is trusted again with %s', (_, parties, found) => {
  expect(check(parties)).toStrictEqual({ result: trustStatements(parties, {}), issues: [found] });
});

describe('the size', () => {
  const REST = documentSize(trustStatements([party(['k'])], {})) - 1;
  const sized = (size: number) => [party(['k'.repeat(size - REST)])];

  test('may be what IAM takes', () => {
    const parties = sized(2048);
    expect(documentSize(trustStatements(parties, {}))).toBe(2048);
    expect(check(parties)).toStrictEqual({ result: trustStatements(parties, {}), issues: [] });
  });

  test('fails for one character more', () => {
    expect(check(sized(2049))).toStrictEqual({
      result: undefined,
      issues: [{ code: 'TrustPolicyTooLarge', field: 'vendor', received: '"2049 characters of trust policy"', remedy: 'IAM takes 2048 by default; trust fewer' }],
    });
  });

  test('is that of the policy as it is now', () => {
    expect(check(sized(2049), { suspended: true }).issues).toStrictEqual([]);
  });
});
