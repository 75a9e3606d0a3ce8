import { Statement, statementToJson, toJson, withCondition } from '../../../src/policy/document';

const READ: Statement = { effect: 'Allow', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::a/*'], conditions: {} };

test('lists of one become the value itself, and what is empty is left out', () => {
  expect(statementToJson(READ)).toEqual({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' });
  expect(statementToJson({ ...READ, resources: [] })).not.toHaveProperty('Resource');
});

test('lists of several stay lists', () => {
  expect(statementToJson({
    effect: 'Deny',
    principals: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:root'],
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: ['a', 'b'],
    conditions: { StringLike: { 's3:prefix': ['a', 'b'] } },
  })).toEqual({
    Effect: 'Deny',
    Principal: { AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:root'] },
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: ['a', 'b'],
    Condition: { StringLike: { 's3:prefix': ['a', 'b'] } },
  });
});

test('conditions are written in order, whatever order they were added in', () => {
  const there = withCondition(withCondition(withCondition({}, 'Bool', 'b', 'true'), 'StringEquals', 'z', 'x'), 'StringEquals', 'a', ['x']);
  const back = withCondition(withCondition(withCondition({}, 'StringEquals', 'a', ['x']), 'StringEquals', 'z', 'x'), 'Bool', 'b', 'true');
  const text = (conditions: Statement['conditions']) => JSON.stringify(statementToJson({ ...READ, conditions }).Condition);
  expect(text(there)).toBe('{"Bool":{"b":"true"},"StringEquals":{"a":"x","z":"x"}}');
  expect(text(back)).toBe(text(there));
});

test('a condition is added beside others of its operator, and replaces one of its key', () => {
  const conditions = withCondition({ StringEquals: { a: '1' } }, 'StringEquals', 'b', '2');
  expect(conditions).toEqual({ StringEquals: { a: '1', b: '2' } });
  expect(withCondition(conditions, 'StringEquals', 'a', '3')).toEqual({ StringEquals: { a: '3', b: '2' } });
  expect(conditions).toEqual({ StringEquals: { a: '1', b: '2' } });
});

test('a document has the version of the policy language that knows variables', () => {
  expect(toJson([])).toEqual({ Version: '2012-10-17', Statement: [] });
  expect(toJson([READ]).Statement).toEqual([statementToJson(READ)]);
});

test('what may be divided is no part of the policy', () => {
  expect(statementToJson({ ...READ, divisible: { operator: 'StringLike', key: 's3:prefix' } })).toEqual(statementToJson(READ));
});
