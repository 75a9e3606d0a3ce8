import * as fc from 'fast-check';
import { merge, Statement, toJson } from '../../../src/policy/document';
import { pairs, statement } from '../arbitraries';

const READ: Statement = { effect: 'Allow', actions: ['s3:GetObject'], resources: ['b'], conditions: {} };

test('statements that differ in their resources only become one, its resources sorted and without duplicates', () => {
  expect(merge([READ, { ...READ, resources: ['c', 'a'] }, { ...READ, resources: ['a'] }])).toEqual([{ ...READ, resources: ['a', 'b', 'c'] }]);
});

test.each<[string, Partial<Statement>]>([
  ['effect', { effect: 'Deny' }],
  ['actions', { actions: ['s3:GetObject', 's3:PutObject'] }],
  ['principals', { principals: ['*'] }],
  ['conditions', { conditions: { Bool: { 'aws:SecureTransport': 'true' } } }],
  ['a condition value', { conditions: { StringLike: { 's3:prefix': ['a'] } } }],
])('statements of different %s stay apart', (_, difference) => {
  const base = { ...READ, conditions: { StringLike: { 's3:prefix': ['b'] } } };
  expect(merge([base, { ...base, ...difference, resources: ['c'] }])).toHaveLength(2);
});

test('statements are sorted by actions, then by their first resource', () => {
  const write: Statement = { ...READ, actions: ['s3:PutObject'] };
  const tls = { Bool: { 'aws:SecureTransport': 'true' } };
  expect(merge([write, { ...READ, resources: ['z'], conditions: tls }, READ])).toEqual([READ, { ...READ, resources: ['z'], conditions: tls }, write]);
});

test('what may be divided survives the merge', () => {
  const divisible = { operator: 'StringLike', key: 's3:prefix' };
  const list: Statement = { ...READ, conditions: { StringLike: { 's3:prefix': ['a', 'b'] } }, divisible };
  expect(merge([list, { ...list, resources: ['c'] }])).toEqual([{ ...list, resources: ['b', 'c'] }]);
});

test('a statement without resources is kept', () => {
  expect(merge([{ ...READ, resources: [] }])).toEqual([{ ...READ, resources: [] }]);
});

test('any order of the input gives the same document', () => {
  fc.assert(fc.property(fc.array(statement, { maxLength: 8 }).chain((statements) => fc.record({
    statements: fc.constant(statements),
    shuffled: fc.shuffledSubarray(statements, { minLength: statements.length }),
  })), ({ statements, shuffled }) => {
    expect(JSON.stringify(toJson(merge(shuffled)))).toBe(JSON.stringify(toJson(merge(statements))));
  }));
});

test('merging neither adds nor drops a pair of actions and resource, and merging again changes nothing', () => {
  fc.assert(fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
    const merged = merge(statements);
    expect([...new Set(pairs(merged))]).toEqual([...new Set(pairs(statements))]);
    expect(merge(merged)).toEqual(merged);
  }));
});

test('statements without resources come before those with some', () => {
  const [some, none] = [['A'], []].map((resources): Statement => ({ effect: 'Allow', actions: ['s3:GetObject'], resources, conditions: { Bool: { a: 'true' } } }));
  const other: Statement = { ...some, conditions: {} };
  expect(merge([other, none])).toEqual([none, other]);
});
