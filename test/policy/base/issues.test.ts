import { AccessError, fail, Issue, Issues, raising } from '../../../src/policy/base';

const issue = (field: string, received = '""'): Issue => ({ code: 'KeyEmpty', field, received, remedy: 'name a folder' });

test('what a check gives is given back; what it finds is kept, and nothing is given', () => {
  const issues = new Issues();
  expect(issues.none).toBe(true);
  expect(issues.check(() => 5)).toBe(5);
  expect(issues.none).toBe(true);
  expect(issues.check(() => fail('KeyEmpty', 'a', '', 'name a folder'))).toBeUndefined();
  expect(issues.none).toBe(false);
  expect(issues.all).toEqual([issue('a')]);
});

test('all that one check finds is kept, at the field that can be changed if one is named', () => {
  const throwing = () => {
    throw new AccessError([issue('a'), issue('b')]);
  };
  const [own, shown] = [new Issues(), new Issues()];
  own.check(throwing);
  shown.check(throwing, 'c');
  expect(own.all).toEqual([issue('a'), issue('b')]);
  expect(shown.all).toEqual([issue('c')]);
});

test('of one field, the first mistake is kept, where it was found', () => {
  const issues = new Issues();
  [issue('a', 'first'), issue('b'), issue('a', 'second')].forEach((one) => issues.add(one));
  expect(issues.all).toEqual([issue('a', 'first'), issue('b')]);
});

test('an error that is no mistake in a declaration is passed on', () => {
  const issues = new Issues();
  const error = new TypeError('a defect');
  expect(() => issues.check(() => {
    throw error;
  })).toThrow(error);
  expect(issues.none).toBe(true);
});

test('what is found is thrown together, and the message tells the first', () => {
  const issues = new Issues();
  expect(() => issues.raise()).not.toThrow();
  issues.add(issue('a'));
  issues.add(issue('b'));
  expect(() => issues.raise()).toThrow(expect.objectContaining({
    message: 'KeyEmpty: a: received ""; name a folder', issues: [issue('a'), issue('b')],
  }));
});

test('checks that find nothing give what they make', () => {
  expect(raising(() => 5)).toBe(5);
  expect(() => raising((issues) => issues.add(issue('a')))).toThrow(AccessError);
});
