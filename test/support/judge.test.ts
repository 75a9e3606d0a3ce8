import { CUSTOMER } from './deployed-template';
import { EVERYTHING, judge, simulate, withDefaults } from './judge';
import { PolicyDocumentJson, PolicyStatementJson } from './policy-document';
import { answer, Context, like } from './second-opinion';
import { visible } from './visible';

const principal = `arn:aws:iam::${CUSTOMER}:role/x`;
const resource = 'arn:aws:s3:::b/k';

function policy(...statements: Array<Partial<PolicyStatementJson>>): PolicyDocumentJson {
  return { Version: '2012-10-17', Statement: (statements.length > 0 ? statements : [{}]).map((more) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*', ...more })) };
}

const ask = async (document: PolicyDocumentJson, context: Context = {}, action = 's3:GetObject') =>
  judge({ identity: [{ name: 'p', policy: document }] }, { principal, action, resource, owner: CUSTOMER, context });

describe('no test passes for a wrong reason, for the judge throws', () => {
  test.each([
    ['at a context key that the simulation would leave out', policy(), { 's3:prefix': 'x' }, 's3:GetObject'],
    ['at a context key that does not exist', policy(), { 'aws:Nonsense': 'x' }, 's3:GetObject'],
    ['at an action that does not exist', policy(), {}, 's3:FetchObject'],
    ['at an action of another kind of resource', policy(), {}, 's3:ListBucket'],
    ['at a malformed policy', policy({ Effect: 'allow' as any }), {}, 's3:GetObject'],
    ['at an operator that the second opinion does not know', policy({ Condition: { NumericEquals: { 's3:max-keys': '5' } } }), {}, 's3:GetObject'],
    ['at an element that the second opinion does not know', policy({ NotResource: 'x', Resource: undefined } as any), {}, 's3:GetObject'],
  ])('%s', async (_, document, context, action) => {
    await expect(ask(document, context, action)).rejects.toThrow();
  });

  test('where the two evaluators disagree', async () => {
    // A policy variable in an exact comparison is one thing that the second opinion refuses to judge.
    await expect(ask(policy({ Condition: { StringEquals: { 'aws:PrincipalArn': '${aws:PrincipalArn}' } } }))).rejects.toThrow(/exact comparison/);
  });

  test('but not otherwise', async () => {
    expect(await ask(policy())).toBe('allowed');
    expect(await ask(policy({ Resource: 'arn:aws:s3:::c/*' }))).toBe('denied');
    expect(await ask(policy({}, { Effect: 'Deny', Action: '*', Resource: '*' }))).toBe('denied');
  });
});

describe('what iam-simulate cannot see is shown to it under another name: the encryption context', () => {
  const keyArn = `arn:aws:kms:eu-west-1:${CUSTOMER}:key/1`;
  const context = { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::b/k' };
  const request = { principal, action: 'kms:Decrypt', resource: keyArn, owner: CUSTOMER, context };
  const key = { Version: '2012-10-17', Statement: [{ Effect: 'Allow' as const, Principal: { AWS: `arn:aws:iam::${CUSTOMER}:root` }, Action: 'kms:*', Resource: '*' }] };
  const document = policy({ Action: 'kms:Decrypt', Resource: keyArn, Condition: { StringLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::b/*' } } });

  test('left as it is, iam-simulate drops it', async () => {
    await expect(simulate({ identity: [{ name: 'p', policy: document }], resource: key }, withDefaults(request))).rejects.toThrow(/Left out .*kms:EncryptionContext/i);
  });

  test('the judge has it evaluated', async () => {
    const policies = { identity: [{ name: 'p', policy: document }], resource: key };
    expect(await simulate(...visible(policies, withDefaults(request)))).toBe('allowed');
    expect(await simulate(...visible(policies, withDefaults({ ...request, context: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::c/k' } })))).toBe('denied');
    expect(await judge(policies, request)).toBe('allowed');
    expect(await judge(policies, { ...request, context: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::c/k' } })).toBe('denied');
    expect(await judge(policies, { ...request, context: {} })).toBe('denied');
  });
});

describe('what iam-simulate cannot see is shown to it under another name: an account of another partition', () => {
  const caller = 'arn:aws:iam::999988887777:role/ingest';
  const trust = (partition: string) => ({
    identity: [EVERYTHING],
    resource: { Version: '2012-10-17', Statement: [{ Effect: 'Allow' as const, Principal: { AWS: `arn:${partition}:iam::999988887777:root` }, Action: 'sts:AssumeRole' }] },
  });
  const request = { principal: caller, action: 'sts:AssumeRole', resource: principal, owner: CUSTOMER, context: {} };

  test('left as it is, iam-simulate takes it for the one of the same number', async () => {
    expect(await simulate(trust('aws-cn'), withDefaults(request))).toBe('allowed');
  });

  test('the judge tells the two apart', async () => {
    expect(await judge(trust('aws'), request)).toBe('allowed');
    expect(await judge(trust('aws-cn'), request)).toBe('denied');
  });
});

describe('what iam-simulate cannot see is shown to it under another name: an asterisk in a key', () => {
  const policies = (pattern: string) => ({ identity: [{ name: 'p', policy: policy({ Resource: `arn:aws:s3:::b/${pattern}` }) }] });
  const request = (key: string) => withDefaults({ principal, action: 's3:GetObject', resource: `arn:aws:s3:::b/${key}`, owner: CUSTOMER, context: {} });

  test('left as it is, iam-simulate takes it for a pattern', async () => {
    await expect(simulate(policies('in/*'), request('*'))).rejects.toThrow(/No plain verdict .*"resultType":"wildcard"/);
  });

  test.each([
    ['in/*', '*', 'denied'],
    ['in/*', 'in/*', 'allowed'],
    ['in/${*}', 'in/*', 'allowed'],
    ['in/${*}', 'in/x', 'denied'],
    ['in/${*}/*', 'in/*/a*', 'allowed'],
    ['in/?', 'in/*', 'allowed'],
    ['in/x', 'in/*', 'denied'],
  ] as const)('the judge does not: %s and %s, %s', async (pattern, key, verdict) => {
    expect(await judge(policies(pattern), request(key))).toBe(verdict);
    expect(await simulate(...visible(policies(pattern), request(key)))).toBe(verdict);
  });
});

describe('the second opinion', () => {
  test.each([
    ['a*c', 'abbc', true], ['a*c', 'a/b/c', true], ['a*c', 'ab', false], ['a?c', 'abc', true], ['a?c', 'ac', false], ['a?c', 'a/c', true],
    ['a${*}c', 'a*c', true], ['a${*}c', 'abc', false], ['a${?}c', 'a?c', true], ['a${?}c', 'abc', false], ['a${$}{x}', 'a${x}', true], ['a${$}{x}', 'ax', false],
    ['a.c', 'abc', false], ['a+', 'aa', false], ['(a|b)', 'a', false], ['[a]', 'a', false], ['a\\', 'a\\', true], ['a*', 'a\nb', true], ['', '', true], ['', 'a', false],
    ['${aws:username}', 'alice', true], ['${aws:username}/*', 'alice/1', true], ['${aws:username}', 'bob', false], ['${aws:unset}', '', false],
    ['*${aws:username}', 'x*', false],
  ] as const)('matches %j against %j: %s', (pattern, text, expected) => {
    expect(like(pattern, text, { 'aws:username': 'alice' })).toBe(expected);
  });

  test.each([
    ['StringEquals', { k: ['a', 'b'] }, { k: 'b' }, true],
    ['StringEquals', { k: 'a' }, {}, false],
    ['StringEquals', { k: 'a*' }, { k: 'ab' }, false],
    ['StringEqualsIfExists', { k: 'a' }, {}, true],
    ['StringEqualsIfExists', { k: 'a' }, { k: 'b' }, false],
    ['StringLike', { k: 'a*' }, { k: 'ab' }, true],
    ['Null', { k: 'true' }, {}, true],
    ['Null', { k: 'true' }, { k: 'x' }, false],
    ['Bool', { k: 'true' }, { k: 'false' }, false],
    ['DateLessThan', { k: '2026-01-01T00:00:00Z' }, { k: '2025-12-31T23:59:59Z' }, true],
    ['DateLessThan', { k: '2026-01-01T00:00:00Z' }, { k: '2026-01-01T00:00:00Z' }, false],
    ['DateGreaterThanEquals', { k: '2026-01-01T00:00:00Z' }, { k: '2025-12-31T23:59:59Z' }, false],
    ['DateGreaterThanEquals', { k: '2026-01-01T00:00:00Z' }, { k: '2026-01-01T00:00:00Z' }, true],
    ['IpAddress', { k: '203.0.113.0/24' }, { k: '203.0.113.255' }, true],
    ['IpAddress', { k: '203.0.113.0/24' }, { k: '203.0.112.255' }, false],
    ['IpAddress', { k: '203.0.113.7' }, { k: '203.0.113.7' }, true],
    ['ArnLike', { k: 'arn:aws:iam::1:role/a*' }, { k: 'arn:aws:iam::1:role/ab' }, true],
    ['ArnLike', { k: 'arn:aws:iam::*:role/a' }, { k: 'arn:aws:iam::1:x:role/a' }, false],
    ['ForAnyValue:StringEquals', { k: 'a' }, { k: ['b', 'a'] }, true],
    ['ForAnyValue:StringEquals', { k: 'a' }, {}, false],
    ['ForAllValues:StringEquals', { k: ['a', 'b'] }, { k: ['b', 'a'] }, true],
    ['ForAllValues:StringEquals', { k: ['a', 'b'] }, { k: ['b', 'c'] }, false],
    ['ForAllValues:StringEquals', { k: 'a' }, {}, true],
  ] as const)('%s %j in %j: %s', (operator, keys, context, expected) => {
    const document = policy({ Condition: { [operator]: keys as unknown as Record<string, string | string[]> } });
    expect(answer(document, { principal, action: 's3:GetObject', resource, context })).toBe(expected ? 'direct' : 'nothing');
  });

  test.each([
    [{ AWS: principal }, 'direct'],
    ['*' as const, 'direct'],
    [{ AWS: [`arn:aws:iam::${CUSTOMER}:root`] }, 'account'],
    [{ AWS: CUSTOMER }, 'account'],
    [{ AWS: 'arn:aws:iam::444455556666:root' }, 'nothing'],
    [{ AWS: `${principal}y` }, 'nothing'],
  ])('principal %j: %s', (Principal, expected) => {
    expect(answer(policy({ Principal }), { principal, action: 's3:GetObject', resource, context: {} })).toBe(expected);
  });
});
