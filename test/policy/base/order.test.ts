import { byCodeUnit } from '../../../src/policy/base';

test.each([['a', 'b', -1], ['b', 'a', 1], ['a', 'a', 0], ['B', 'a', -1], ['z', 'é', -1]])('%s and %s are ordered by code unit', (a, b, order) => {
  expect(byCodeUnit(a, b)).toBe(order);
});
