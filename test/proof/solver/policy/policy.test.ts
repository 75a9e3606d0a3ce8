import { conditionHolds } from './condition';
import { answers } from './statement';
import { PolicyStatementJson } from '../../../support/policy-document';
import { render } from '../smt/formula';
import { text } from '../smt/text';
import { certainCaller, SOMEBODY, SymbolicRequest } from '../symbolic-request';

const request: SymbolicRequest = { service: text('s3'), action: 'action', resource: 'resource', caller: SOMEBODY };

describe('a condition', () => {
  test.each([
    ['StringEquals', 'sts:ExternalId', ['a', 'b'], '(and externalIdPresent (or (= externalId "a") (= externalId "b")))'],
    ['StringEqualsIfExists', 's3:x-amz-server-side-encryption', ['AES256'], '(or (not encryptionPresent) (= encryption "AES256"))'],
    ['StringLike', 's3:prefix', ['in/*'], '(and prefixPresent (str.in_re prefix (re.++ (str.to_re "in/") re.all)))'],
    ['Null', 's3:x-amz-server-side-encryption-customer-algorithm', ['true'], '(not customerKeyPresent)'],
    ['Null', 's3:prefix', ['false'], 'prefixPresent'],
    ['Bool', 'aws:SecureTransport', ['true'], '(and tlsPresent tls)'],
    ['DateLessThan', 'aws:CurrentTime', ['1970-01-01T00:00:01Z'], '(< time 1000)'],
    ['DateGreaterThanEquals', 'aws:CurrentTime', ['1970-01-01T00:00:01Z'], '(>= time 1000)'],
    ['IpAddress', 'aws:SourceIp', ['0.0.1.7/24'], '(and addressPresent (and (<= 256 address) (< address 512)))'],
    ['ForAnyValue:StringEquals', 'kms:ResourceAliases', ['x'], '(or (and (>= aliases 1) (= alias1 "x")) (and (>= aliases 2) (= alias2 "x")))'],
    ['ForAllValues:StringEquals', 'aws:TagKeys', ['x'], '(and (or (not (>= tags 1)) (= tagKey1 "x")) (or (not (>= tags 2)) (= tagKey2 "x")))'],
  ])('%s on %s', (operator, key, values, expected) => {
    expect(render(conditionHolds(operator, key, values, request))).toBe(expected);
  });

  test('on a key that the call does not carry fails', () => {
    expect(render(conditionHolds('StringEquals', 'sts:ExternalId', ['a'], { ...request, absent: ['sts:externalid'] }))).toBe('false');
  });

  test.each([
    ['StringNotEquals', 's3:prefix', ['a']],
    ['StringEquals', 'aws:Strange', ['a']],
    ['StringEquals', 'aws:TagKeys', ['a']],
    ['StringEquals', 's3:prefix', ['${aws:username}']],
    ['IpAddress', 'aws:SourceIp', ['2001:db8::/32']],
    ['Bool', 'aws:SecureTransport', ['maybe']],
  ])('fails where there is no rule: %s on %s %s', (operator, key, values) => {
    expect(() => conditionHolds(operator, key, values, request)).toThrow();
  });
});

describe('a statement', () => {
  const say = (statement: Partial<PolicyStatementJson>, caller = SOMEBODY) => {
    const { denied, direct, account } = answers({
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...statement }],
    }, { ...request, caller });
    return [denied, direct, account].map(render);
  };
  const everything = '(and (= action "getobject") (str.in_re resource re.all))';

  test('without a principal names whoever it is attached to', () => {
    expect(say({})).toEqual(['false', everything, 'false']);
  });

  test('that denies is kept apart', () => {
    expect(say({ Effect: 'Deny', Action: '*', Resource: 'a' })).toEqual(['(= resource "a")', 'false', 'false']);
  });

  test('tells a caller from its account', () => {
    expect(say({ Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: '*', Resource: 'a' }))
      .toEqual(['false', 'false', '(and (= callerAccount "111122223333") (= resource "a"))']);
    expect(say({ Principal: { AWS: 'arn:aws:iam::111122223333:role/x' }, Action: '*', Resource: 'a' }))
      .toEqual(['false', '(and (and (= callerAccount "111122223333") (= callerEnd "role/x")) (= resource "a"))', 'false']);
    expect(say({ Principal: { AWS: 'arn:aws:iam::111122223333:role/x' }, Action: '*', Resource: 'a' }, certainCaller('arn:aws:iam::111122223333:role/y')))
      .toEqual(['false', 'false', 'false']);
  });

  test('about another service does not count', () => {
    expect(say({ Action: 'kms:*' })).toEqual(['false', 'false', 'false']);
  });

  test.each([{ NotAction: 's3:*' }, { Principal: { AWS: 'arn:aws:iam::111122223333:group/x' } }, { Effect: 'Maybe' }, { Action: 's*:*' }])(
    'fails with an element that nobody expects: %j', (strange) => {
      expect(() => say(strange as Partial<PolicyStatementJson>)).toThrow();
    });
});
