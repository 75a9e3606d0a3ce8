import { App, CfnParameter, Stack, Token } from 'aws-cdk-lib';
import { checkList, checkOptionalList } from '../../../src/cdk/input';

function parameter(type: string): CfnParameter {
  return new CfnParameter(new Stack(new App(), 'Test'), 'Value', { type });
}

test('a list is given back, tokens in it or not', () => {
  const list = ['a', parameter('String').valueAsString];
  expect(checkList(list, 'field')).toEqual(list);
  expect(checkList([], 'field')).toEqual([]);
  expect(checkOptionalList(list, 'field')).toEqual(list);
  expect(checkOptionalList(undefined, 'field')).toBeUndefined();
});

test.each([undefined, null, 'a', 5, {}, new Set(['a'])])('fails for %p', (value) => {
  expect(() => checkList(value as string[], 'field')).toThrow(expect.objectContaining({ code: 'ValueTypeInvalid', field: 'field' }));
});

test('fails for null where a list may be left out', () => {
  expect(() => checkOptionalList(null as unknown as string[], 'field')).toThrow(expect.objectContaining({ code: 'ValueTypeInvalid' }));
});

test('fails for a list of unknown length', () => {
  const code = expect.objectContaining({ code: 'ListUnresolved', field: 'field' });
  expect(() => checkList(parameter('CommaDelimitedList').valueAsList, 'field')).toThrow(code);
  expect(() => checkList(Token.asAny(parameter('CommaDelimitedList').value) as unknown as string[], 'field')).toThrow(code);
});
