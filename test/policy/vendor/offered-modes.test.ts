import { MODES, offeredModes } from '../../../src/policy/vendor';

test('a vendor that names no modes offers all, the narrowest first', () => {
  expect(offeredModes(undefined)).toEqual(['read', 'write', 'readWrite']);
  expect(offeredModes(undefined)).not.toBe(MODES);
});

test.each([
  [['read'], ['read']],
  [['write'], ['write']],
  [['readWrite', 'read'], ['read', 'readWrite']],
  [['readWrite', 'write', 'read'], ['read', 'write', 'readWrite']],
])('a vendor that names %j offers %j', (named, offered) => {
  expect(offeredModes(named)).toEqual(offered);
});
