import { CODES, ERRORS } from '../../../src/policy/base/codes';

test('each code belongs to one ring, and all codes are in the one list', () => {
  const rings = [CODES.core, CODES.constructs, CODES.kit].map((ring) => Object.entries(ring));
  expect(Object.entries(ERRORS)).toEqual(rings.flat());
});
