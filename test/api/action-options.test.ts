import { S3_ACCESS_OPTIONS } from '../../src/api/s3-access';
import { ACTION_OPTIONS } from '../../src/policy/aws';
import { OPTIONS } from '../proof/meaning/declaration';

test('users can give each option that turns on an action', () => {
  expect(Object.keys(S3_ACCESS_OPTIONS)).toEqual(expect.arrayContaining([...ACTION_OPTIONS]));
});

test('the proof knows each of them', () => {
  expect([...OPTIONS].sort()).toEqual([...ACTION_OPTIONS].sort());
});
