import * as fc from 'fast-check';
import { ALWAYS, and, condition, Conditions, valuesOf, withValues } from '../../../src/policy/document';
import { conditionsId } from '../../../src/policy/document/conditions';
import { conditionsOf, written } from '../conditions';

/** A few keys and values, so that conditions often meet; keys in several cases. */
const KEYS = ['aws:PrincipalOrgID', 'AWS:principalorgid', 'aws:SourceVpc', 's3:prefix'] as const;
const VALUES = ['a', 'b', 'ab', ''] as const;

/** What the operators here do with a key's value; none where the request has none. */
const OPERATORS: Readonly<Record<string, (values: readonly string[], value: string | undefined) => boolean>> = {
  StringEquals: (values, value) => value !== undefined && values.includes(value),
  StringNotEquals: (values, value) => value === undefined || !values.includes(value),
  StringEqualsIfExists: (values, value) => value === undefined || values.includes(value),
  StringEqualsIgnoreCase: (values, value) => value !== undefined && values.some((one) => one.toLowerCase() === value.toLowerCase()),
};

interface One {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

const one: fc.Arbitrary<One> = fc.record({
  operator: fc.constantFrom(...Object.keys(OPERATORS)),
  key: fc.constantFrom(...KEYS),
  values: fc.array(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 }),
});

const several = fc.array(one, { maxLength: 5 });

/** A request: the value of each key by its name in lower case. */
const request = fc.dictionary(fc.constantFrom(...KEYS.map((key) => key.toLowerCase())), fc.constantFrom(...VALUES, 'c'));

function joined(list: readonly One[]): Conditions {
  return and(...list.map(({ operator, key, values }) => condition(operator, key, values)));
}

function holds(list: readonly One[], context: Readonly<Record<string, string>>): boolean {
  return list.every(({ operator, key, values }) => OPERATORS[operator](values, context[key.toLowerCase()]));
}

test('the same conditions are equal, in whatever order they and their values come, and however often', () => {
  const shuffled = several.chain((list) => fc.tuple(
    fc.constant(list),
    fc.shuffledSubarray([...list, ...list], { minLength: 2 * list.length })
      .map((twice) => twice.map((each) => ({ ...each, values: [...each.values].reverse() }))),
  ));
  fc.assert(fc.property(shuffled, ([list, others]) => {
    expect(joined(others)).toEqual(joined(list));
    expect(conditionsId(joined(others))).toBe(conditionsId(joined(list)));
  }));
});

test('joining has no order, no grouping and no repetition, and nothing is nothing', () => {
  fc.assert(fc.property(several.map(joined), several.map(joined), several.map(joined), (a, b, c) => {
    expect(and(a, b)).toEqual(and(b, a));
    expect(and(and(a, b), c)).toEqual(and(a, and(b, c)));
    expect(and(a, a)).toEqual(a);
    expect(and(a, ALWAYS)).toEqual(a);
    expect(and()).toEqual(ALWAYS);
  }));
});

test('no condition is lost: all together hold for a request if and only if each does', () => {
  fc.assert(fc.property(several, request, (list, context) => {
    expect(holds(joined(list), context)).toBe(holds(list, context));
  }));
});

test('what a policy writes holds for a request if and only if each condition does; what it cannot write, it refuses', () => {
  let refused = 0;
  let asked = 0;
  fc.assert(fc.property(several, request, (list, context) => {
    asked++;
    const conditions = joined(list);
    const names = conditions.map(({ operator, key }) => `${operator} ${key.toLowerCase()}`);
    if (new Set(names).size < names.length) {
      refused++;
      expect(() => written(conditions)).toThrow('both must hold');
      return;
    }
    const inPolicy = Object.entries(written(conditions)).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]): One => ({ operator, key, values: [values].flat() })));
    expect(holds(inPolicy, context)).toBe(holds(list, context));
    expect(conditionsOf(written(conditions))).toEqual(conditions);
  }));
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(asked);
});

test('identities are equal for what is the same to IAM, and for nothing else', () => {
  const id = (operator: string, key: string, ...values: string[]) => conditionsId(condition(operator, key, values));
  expect(id('StringEquals', 'aws:SourceVpc', 'b', 'a')).toBe(id('StringEquals', 'AWS:SOURCEVPC', 'a', 'b', 'a'));
  expect(new Set([
    id('StringEquals', 'k', 'a'), id('StringLike', 'k', 'a'), id('StringEquals', 'j', 'a'), id('StringEquals', 'k', 'A'), id('StringEquals', 'k', 'a', 'b'), conditionsId(ALWAYS),
  ]).size).toBe(6);
});

test('two keys that only capitals make the same are two', () => {
  const [sharp, double] = ['straße', 'strasse'].map((name) => condition('StringEquals', `aws:RequestTag/${name}`, 'a'));
  expect(conditionsId(sharp)).not.toBe(conditionsId(double));
  expect(and(sharp, double)).toHaveLength(2);
});

test('of two spellings of a key, the same one is kept whichever came first', () => {
  const [there, back] = [condition('Bool', 'aws:x', 'true'), condition('Bool', 'AWS:x', 'true')];
  expect(and(there, back)).toEqual([{ operator: 'Bool', key: 'AWS:x', values: ['true'] }]);
  expect(and(back, there)).toEqual(and(there, back));
});

test('the values of one key are read and replaced, and no others', () => {
  const conditions = and(
    condition('StringLike', 's3:prefix', ['b', 'a']), condition('StringLike', 'aws:x', 'y'), condition('StringEquals', 's3:prefix', 'z'),
  );
  expect(valuesOf(conditions, 'StringLike', 's3:prefix')).toEqual(['a', 'b']);
  expect(withValues(conditions, 'StringLike', 's3:prefix', ['c'])).toEqual(and(
    condition('StringLike', 's3:prefix', 'c'), condition('StringLike', 'aws:x', 'y'), condition('StringEquals', 's3:prefix', 'z'),
  ));
});
