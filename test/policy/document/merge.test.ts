import * as fc from 'fast-check';
import { ALWAYS, merge, Statement } from '../../../src/policy/document';
import { toJson } from '../../../src/policy/write';
import { pairs, statement } from '../arbitraries';
import { conditionsOf } from '../conditions';

const READ: Statement = { effect: 'Allow', actions: ['s3:GetObject'], resources: ['b'], conditions: ALWAYS };

test('statements that differ in their resources only become one, its resources sorted and without duplicates', () => {
  expect(merge([READ, { ...READ, resources: ['c', 'a'] }, { ...READ, resources: ['a'] }])).toEqual([{ ...READ, resources: ['a', 'b', 'c'] }]);
});

test.each<[string, Partial<Statement>]>([
  ['effect', { effect: 'Deny' }],
  ['actions', { actions: ['s3:GetObject', 's3:PutObject'] }],
  ['principals', { principals: { AWS: ['*'] } }],
  ['kind of principals', { principals: { Federated: ['*'] } }],
  ['principals that are left out', { notPrincipals: { AWS: ['*'] } }],
  ['actions that are left out', { notActions: ['s3:GetObject'] }],
  ['resources that are left out', { notResources: ['c'] }],
  ['name', { sid: 'Read' }],
  ['conditions', { conditions: conditionsOf({ Bool: { 'aws:SecureTransport': 'true' } }) }],
  ['a condition value', { conditions: conditionsOf({ StringLike: { 's3:prefix': ['a'] } }) }],
])('statements of different %s stay apart', (_, difference) => {
  const base = { ...READ, conditions: conditionsOf({ StringLike: { 's3:prefix': ['b'] } }) };
  expect(merge([base, { ...base, ...difference, resources: ['c'] }])).toHaveLength(2);
});

test('statements are sorted by actions, then by their first resource', () => {
  const write: Statement = { ...READ, actions: ['s3:PutObject'] };
  const tls = conditionsOf({ Bool: { 'aws:SecureTransport': 'true' } });
  expect(merge([write, { ...READ, resources: ['z'], conditions: tls }, READ])).toEqual([READ, { ...READ, resources: ['z'], conditions: tls }, write]);
});

test('what may be divided survives the merge', () => {
  const divisible = { operator: 'StringLike', key: 's3:prefix' };
  const list: Statement = { ...READ, conditions: conditionsOf({ StringLike: { 's3:prefix': ['a', 'b'] } }), divisible };
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
  const [some, none] = [['A'], []].map((resources): Statement => ({ effect: 'Allow', actions: ['s3:GetObject'], resources, conditions: conditionsOf({ Bool: { a: 'true' } }) }));
  const other: Statement = { ...some, conditions: ALWAYS };
  expect(merge([other, none])).toEqual([none, other]);
});

test('what is the same in another order, or in another case of a key, is merged, and written alike whichever comes first', () => {
  const one: Statement = {
    ...READ,
    principals: { AWS: ['a', 'b'], Service: ['c'] },
    actions: ['s3:GetObject', 's3:PutObject'],
    conditions: conditionsOf({ Bool: { 'aws:SecureTransport': 'true' } }),
  };
  const other: Statement = {
    ...one,
    principals: { Service: ['c'], AWS: ['b', 'a'] },
    actions: ['s3:PutObject', 's3:GetObject'],
    resources: ['c'],
    conditions: conditionsOf({ Bool: { 'AWS:SecureTransport': 'true' } }),
  };
  const merged = merge([one, other]);
  expect(merged).toEqual([{ ...merged[0], resources: ['b', 'c'] }]);
  expect(JSON.stringify(toJson(merge([other, one])))).toBe(JSON.stringify(toJson(merged)));
});

test('everybody is merged with everybody, and with nobody else', () => {
  const all: Statement = { ...READ, principals: '*' };
  expect(merge([all, { ...all, resources: ['c'] }])).toEqual([{ ...all, resources: ['b', 'c'] }]);
  expect(merge([all, { ...READ, principals: { AWS: ['*'] } }, READ])).toHaveLength(3);
});

test('statements that name what they leave out are merged where all of it is the same', () => {
  const others: Statement = { ...READ, actions: [], notActions: ['s3:PutObject', 's3:GetObject'], notPrincipals: { AWS: ['b', 'a'] }, resources: [], notResources: ['d', 'c'] };
  const again: Statement = { ...others, notActions: ['s3:GetObject', 's3:PutObject'], notPrincipals: { AWS: ['a', 'b'] }, notResources: ['c', 'd'] };
  expect(merge([others, again])).toEqual([again]);
  expect(merge([again, others])).toEqual([again]);
  expect(merge([others, { ...again, notResources: ['c'] }])).toHaveLength(2);
});

test('a merged statement comes from all that its parts came from, which makes no difference otherwise', () => {
  const from = (...fields: string[]): Statement => ({ ...READ, from: fields });
  expect(merge([from('access[1]'), READ, from('access[0]', 'access[1]')])).toEqual([{ ...READ, from: ['access[0]', 'access[1]'] }]);
  expect(merge([READ])[0]).not.toHaveProperty('from');
  expect(toJson(merge([from('access[1]')]))).toEqual(toJson([READ]));
});
