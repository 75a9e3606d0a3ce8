import { ALWAYS, and, condition, Statement } from '../../../src/policy/document';
import { statementToJson, toJson } from '../../../src/policy/write';
import { conditionsOf, written } from '../conditions';

const READ: Statement = { effect: 'Allow', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::a/*'], conditions: ALWAYS };

test('lists of one become the value itself, and what is empty is left out', () => {
  expect(statementToJson(READ)).toEqual({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' });
  expect(statementToJson({ ...READ, resources: [] })).not.toHaveProperty('Resource');
});

test('lists of several stay lists', () => {
  expect(statementToJson({
    effect: 'Deny',
    principals: { AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:root'] },
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: ['a', 'b'],
    conditions: conditionsOf({ StringLike: { 's3:prefix': ['a', 'b'] } }),
  })).toEqual({
    Effect: 'Deny',
    Principal: { AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:root'] },
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: ['a', 'b'],
    Condition: { StringLike: { 's3:prefix': ['a', 'b'] } },
  });
});

test('everything that IAM knows is written, in one order', () => {
  expect(JSON.stringify(statementToJson({
    ...READ, sid: 'Read', principals: { AWS: ['a'], Service: ['s3.amazonaws.com'], Federated: ['f', 'g'], CanonicalUser: ['c'] }, conditions: condition('Bool', 'b', 'true'),
  }))).toBe('{"Sid":"Read","Effect":"Allow","Principal":{"AWS":"a","Service":"s3.amazonaws.com","Federated":["f","g"],"CanonicalUser":"c"},'
    + '"Action":"s3:GetObject","Resource":"arn:aws:s3:::a/*","Condition":{"Bool":{"b":"true"}}}');
  expect(JSON.stringify(statementToJson({
    effect: 'Deny', notPrincipals: { AWS: ['a', 'b'] }, actions: [], notActions: ['s3:Get*'], resources: [], notResources: ['r', 's'], conditions: ALWAYS,
  }))).toBe('{"Effect":"Deny","NotPrincipal":{"AWS":["a","b"]},"NotAction":"s3:Get*","NotResource":["r","s"]}');
});

test('everybody is told from the AWS principal of that name', () => {
  expect(statementToJson({ ...READ, principals: '*' }).Principal).toBe('*');
  expect(statementToJson({ ...READ, principals: { AWS: ['*'] } }).Principal).toEqual({ AWS: '*' });
  expect(statementToJson({ ...READ, notPrincipals: '*' }).NotPrincipal).toBe('*');
});

test('conditions are written in order, whatever order they were added in', () => {
  const there = and(condition('Bool', 'b', 'true'), condition('StringEquals', 'z', 'x'), condition('StringEquals', 'a', ['x']));
  const back = and(condition('StringEquals', 'a', ['x']), condition('StringEquals', 'z', 'x'), condition('Bool', 'b', 'true'));
  expect(JSON.stringify(written(there))).toBe('{"Bool":{"b":"true"},"StringEquals":{"a":"x","z":"x"}}');
  expect(JSON.stringify(written(back))).toBe(JSON.stringify(written(there)));
});

test('keys are written as they were given, and in the order of that', () => {
  expect(JSON.stringify(written(and(condition('Bool', 'aws:b', 'true'), condition('Bool', 'AWS:z', 'true'))))).toBe('{"Bool":{"AWS:z":"true","aws:b":"true"}}');
});

test.each([['a key', 'aws:PrincipalOrgID'], ['a key in another case', 'AWS:principalorgid']])('fails for what a policy cannot say: %s twice under one operator', (_, key) => {
  const both = and(condition('StringEquals', 'aws:PrincipalOrgID', 'o-1'), condition('StringEquals', key, 'o-2'));
  expect(() => written(both)).toThrow(/^Two conditions StringEquals on aws:PrincipalOrgID|^Two conditions StringEquals on AWS:principalorgid/);
  expect(() => written(both)).toThrow('both must hold, and a statement has room for one');
  expect(written(and(condition('StringEquals', 'aws:PrincipalOrgID', 'o-1'), condition('StringLike', key, 'o-2')))).toEqual({
    StringEquals: { 'aws:PrincipalOrgID': 'o-1' }, StringLike: { [key]: 'o-2' },
  });
});

test('a document has the version of the policy language that knows variables', () => {
  expect(toJson([])).toEqual({ Version: '2012-10-17', Statement: [] });
  expect(toJson([READ]).Statement).toEqual([statementToJson(READ)]);
});

test('what may be divided, and what it came from, is no part of the policy', () => {
  expect(statementToJson({ ...READ, divisible: { operator: 'StringLike', key: 's3:prefix' }, from: ['access[0]'] })).toEqual(statementToJson(READ));
});
