import { exchanged, SITES } from './site';

test('the names of two places are exchanged, wherever they stand, and back again', () => {
  const here = { a: ['arn:aws:iam::111122223333:role/x', 's3.eu-west-1.amazonaws.com'], b: 'logs/cn-north-1', c: 'arn:aws-cn:s3:::b' };
  const there = { a: ['arn:aws-cn:iam::111122223333:role/x', 's3.cn-north-1.amazonaws.com'], b: 'logs/eu-west-1', c: 'arn:aws:s3:::b' };
  expect(exchanged(here, SITES['aws-cn'])).toEqual(there);
  expect(exchanged(there, SITES['aws-cn'])).toEqual(here);
  expect(exchanged(here, SITES.aws)).toBe(here);
  expect(exchanged('in/rawarn:aws:s3:::b', SITES['aws-cn'])).toBe('in/rawarn:aws-cn:s3:::b');
});

test('names that only look like them are left', () => {
  const text = 'arn:aws-us-gov:s3:::b, arn-aws:x, arn:aws-cn-x:y';
  expect(exchanged(text, SITES['aws-cn'])).toBe(text);
  expect(exchanged(undefined, SITES['aws-cn'])).toBeUndefined();
});
