import { BUCKET_NAME, KMS_KEY_ARN, MANAGED_POLICY_ARN, principalArnPattern, PrincipalKind, ROLE_NAME } from '../../../src/policy/aws';

const ACCOUNT = '111122223333';

function shape(pattern: string, texts: readonly string[]): boolean[] {
  return texts.map((text) => new RegExp(pattern).test(text));
}

test.each<[string, string, readonly string[], readonly string[]]>([
  ['a bucket', BUCKET_NAME, ['abc', 'a.b-c', '1'.repeat(63)], ['ab', 'a..b', '-abc', 'abc-', 'ABC', 'a_b', 'a'.repeat(64), 'abc\n']],
  ['a role', ROLE_NAME, ['a', 'A_+=,.@-1', 'x'.repeat(64)], ['', 'a/b', 'a b', 'x'.repeat(65), 'ü']],
  ['a key', KMS_KEY_ARN,
    [`arn:aws:kms:eu-west-1:${ACCOUNT}:key/mrk-1`, `arn:aws-us-gov:kms:us-gov-west-1:${ACCOUNT}:key/a`],
    [`arn:aws:kms:eu-west-1:${ACCOUNT}:alias/a`, `arn:aws:kms:eu-west-1:${ACCOUNT}:key/`, 'arn:aws:kms:eu-west-1:1:key/a', `xarn:aws:kms:r:${ACCOUNT}:key/a`]],
  ['a managed policy', MANAGED_POLICY_ARN,
    [`arn:aws:iam::${ACCOUNT}:policy/a/b`, 'arn:aws-iso-f:iam::aws:policy/PowerUserAccess'],
    [`arn:aws:iam::${ACCOUNT}:role/a`, `arn:aws-x:iam::${ACCOUNT}:policy/a`, 'arn:aws:iam::other:policy/a', `arn:aws:iam::${ACCOUNT}:policy/`, `arn:aws:iam::${ACCOUNT}:policy/a*`]],
])('the form of the name or ARN of %s', (_, pattern, right, wrong) => {
  expect(shape(pattern, right)).toEqual(right.map(() => true));
  expect(shape(pattern, wrong)).toEqual(wrong.map(() => false));
});

test.each<[PrincipalKind, boolean, boolean]>([['role', true, false], ['user', false, true], ['any', true, true]])('the ARN of a principal: %s', (kind, role, user) => {
  const arns = [`arn:aws:iam::${ACCOUNT}:role/a/b`, `arn:aws-cn:iam::${ACCOUNT}:user/b`, `arn:aws:iam::${ACCOUNT}:root`, `arn:aws:iam::${ACCOUNT}:role/a*`];
  expect(shape(principalArnPattern(kind), arns)).toEqual([role, user, false, false]);
  expect(shape(principalArnPattern(kind, 'aws'), arns)).toEqual([role, false, false, false]);
});

test('no pattern has anything that Java, Python and JavaScript read differently', () => {
  for (const pattern of [BUCKET_NAME, ROLE_NAME, KMS_KEY_ARN, MANAGED_POLICY_ARN, principalArnPattern('any')]) {
    expect(pattern).toMatch(/^\^.*\$$/);
    expect(pattern).not.toContain('\\');
  }
});
