import * as fc from 'fast-check';
import { ALWAYS, and, condition, Statement, valuesOf } from '../../../src/policy/document';
import { statementSize } from '../../../src/policy/write';
import { divide } from '../../../src/policy/write/divide';
import { longStatement, pairs } from '../arbitraries';

function prefixed(...values: string[]) {
  return condition('StringLike', 's3:prefix', values);
}

const OBJECTS: Statement = { effect: 'Allow', actions: ['s3:GetObject'], resources: ['a', 'b', 'c', 'd'], conditions: ALWAYS };
const LISTING: Statement = {
  effect: 'Allow',
  actions: ['s3:ListBucket'],
  resources: ['bucket-one', 'bucket-two'],
  conditions: prefixed('one/*', 'three/*', 'two/*'),
  divisible: { operator: 'StringLike', key: 's3:prefix' },
};

function prefixes({ conditions }: Statement): readonly string[] {
  return valuesOf(conditions, 'StringLike', 's3:prefix');
}

test('the resources are cut where the room ends', () => {
  const room = statementSize({ ...OBJECTS, resources: ['a', 'b'] });
  expect(divide(OBJECTS, room)).toEqual({ head: { ...OBJECTS, resources: ['a', 'b'] }, tail: { ...OBJECTS, resources: ['c', 'd'] } });
  expect(divide(OBJECTS, room - 1)?.head.resources).toEqual(['a']);
});

test('a last value never stays behind alone for nothing', () => {
  expect(divide(OBJECTS, 1e6)?.tail.resources).toEqual(['d']);
});

test('a single value fits without the brackets of a list', () => {
  const room = statementSize({ ...OBJECTS, resources: ['a'] });
  expect(divide(OBJECTS, room)?.head.resources).toEqual(['a']);
  expect(divide(OBJECTS, room - 1)).toBeUndefined();
});

test('the longer list is cut first', () => {
  const { head, tail } = divide({ ...LISTING, resources: ['x', 'y'] }, statementSize({ ...LISTING, resources: ['x'] }))!;
  expect([head.resources, tail.resources]).toEqual([['x', 'y'], ['x', 'y']]);
  expect([prefixes(head), prefixes(tail)]).toEqual([['one/*', 'three/*'], ['two/*']]);
});

test('the other list is cut where not even one value of the longer one fits', () => {
  const long = { ...LISTING, conditions: prefixed('p'.repeat(500), 'q') };
  const room = statementSize({ ...long, resources: ['bucket-one'] });
  const { head, tail } = divide(long, room)!;
  expect([head.resources, tail.resources]).toEqual([['bucket-one'], ['bucket-two']]);
  expect([prefixes(head), prefixes(tail)]).toEqual([prefixes(long), prefixes(long)]);
});

test('conditions that may not be divided stay whole', () => {
  const { divisible, ...whole } = LISTING;
  expect(divisible).toBeDefined();
  expect(divide(whole, statementSize(whole) - 1)?.head).toEqual({ ...whole, resources: ['bucket-one'] });
});

test('a statement of single values cannot be cut', () => {
  expect(divide({ ...OBJECTS, resources: ['a'] }, 1e6)).toBeUndefined();
  expect(divide({ ...LISTING, resources: ['a'], conditions: prefixed('a') }, 1e6)).toBeUndefined();
});

test('the pieces allow what the whole did, the first fits, and not one value more of its list would', () => {
  fc.assert(fc.property(longStatement, fc.integer({ min: 0, max: 8000 }), (statement, room) => {
    const division = divide(statement, room);
    if (!division) {
      return;
    }
    const { head, tail } = division;
    expect([...pairs([head]), ...pairs([tail])].sort()).toEqual(pairs([statement]));
    expect(statementSize(head)).toBeLessThanOrEqual(room);
    const cutResources = head.resources.length < statement.resources.length;
    const rest = cutResources ? tail.resources : prefixes(tail);
    const more = cutResources
      ? { ...head, resources: [...head.resources, rest[0]] }
      : { ...head, conditions: prefixed(...prefixes(head), rest[0]) };
    expect(rest.length === 1 || statementSize(more) > room).toBe(true);
  }));
});

test('a single condition value is whole', () => {
  const list = (...values: string[]): Statement => ({ ...LISTING, resources: ['bucket-one'], conditions: prefixed(...values) });
  const room = statementSize(list('a/*'));
  expect(divide(list('a/very/long/prefix/*'), room)).toBeUndefined();
  expect(divide(list('a/*', 'b/very/long/prefix/*'), room)?.tail).toEqual(list('b/very/long/prefix/*'));
});

test('other conditions stay in both pieces, and both come from where the whole did', () => {
  const pinned: Statement = { ...LISTING, resources: ['bucket-one'], conditions: and(LISTING.conditions, condition('StringLike', 'aws:x', 'y')), from: ['access[0]'] };
  const { head, tail } = divide(pinned, statementSize(pinned) - 1)!;
  for (const piece of [head, tail]) {
    expect(valuesOf(piece.conditions, 'StringLike', 'aws:x')).toEqual(['y']);
    expect(piece.from).toEqual(['access[0]']);
  }
});
