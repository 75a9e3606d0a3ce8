import { App, Stack } from 'aws-cdk-lib';
import { located } from '../../../src/cdk/report';
import { fail } from '../../../src/policy/base';

const wrong = () => fail('KeyEmpty', 'field', '', 'name a key');

test('what runs well is given back', () => {
  expect(located('Here', () => 5)).toBe(5);
});

test('an error of the library gets its place: a construct, or a factory', () => {
  expect(() => located(new Stack(new App(), 'Test'), wrong)).toThrow('KeyEmpty [Test] field: received ""; name a key');
  expect(() => located('Vendor.account', wrong)).toThrow('KeyEmpty [Vendor.account] field: received ""; name a key');
});

test('other errors pass as they are', () => {
  const error = new RangeError('not ours');
  expect(() => located('Here', () => { throw error; })).toThrow(error);
});
