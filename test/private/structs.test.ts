import { checkStruct } from '../../src/private/structs';

test('an object is given back', () => {
  const options = {};
  expect(checkStruct(options, 'options')).toBe(options);
});

test.each([undefined, null, 'raw', '', 5, true, [], () => 1])('fails for %p', (value) => {
  expect(() => checkStruct(value as object, 'options')).toThrow(expect.objectContaining({ code: 'ValueTypeInvalid', field: 'options' }));
});
