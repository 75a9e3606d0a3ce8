import { roleArnAfter } from '../../../src/kit/stack/template-call-back';

const ARN = { 'Fn::GetAtt': ['Role', 'Arn'] };

test('the ARN of a role waits for no policy where there is none', () => {
  expect(roleArnAfter([], ARN)).toEqual(ARN);
});

test('the ARN of a role waits for a policy that is always there, and for others under their condition', () => {
  const policies = [{ name: 'BucketPolicy', document: {} }, { name: 'BucketPolicy2', condition: 'HasBucket2', document: {} }];
  expect(roleArnAfter(policies, ARN)).toEqual({
    'Fn::Select': [0, [ARN, { Ref: 'BucketPolicy' }, { 'Fn::If': ['HasBucket2', { Ref: 'BucketPolicy2' }, ''] }]],
  });
});
