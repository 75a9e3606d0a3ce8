import {
  accountOf, checkAccountId, checkOrganizationId, checkPartition, checkPrincipalArn, checkPrincipalPattern, foreignPartition,
} from '../../../src/policy/aws';
import { reference } from '../../../src/policy/base';

const ACCOUNT = '111122223333';
const VALUE = reference('Value', 620);
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

function code(expected: string): any {
  return expect.objectContaining({ code: expected, field: 'field' });
}

test.each([ACCOUNT, '000000000000', VALUE, `1111${VALUE}`, `${VALUE}3333`])('%j is an account ID', (id) => {
  expect(checkAccountId(id, 'field')).toBe(id);
});

test.each([
  ['', 'AccountIdInvalid'], ['1', 'AccountIdInvalid'], [`1${ACCOUNT}`, 'AccountIdInvalid'], [`${VALUE}x`, 'AccountIdInvalid'], [`x${VALUE}`, 'AccountIdInvalid'],
  [`1x1${VALUE}`, 'AccountIdInvalid'], [`${ACCOUNT}\n`, 'AccountIdInvalid'], ['١١١١٢٢٢٢٣٣٣٣', 'AccountIdInvalid'], [111122223333, 'ValueTypeInvalid'],
])(
  'fails for the account ID %j', (id, expected) => {
    expect(() => checkAccountId(id, 'field')).toThrow(code(expected));
  });

test.each(['role', 'user'] as const)('the ARN of a %s is accepted as such and as any, and refused as the other', (kind) => {
  const arn = `arn:aws:iam::${ACCOUNT}:${kind}/path/to/name`;
  expect(checkPrincipalArn(arn, kind, 'field')).toBe(arn);
  expect(checkPrincipalArn(arn, 'any', 'field')).toBe(arn);
  expect(() => checkPrincipalArn(arn, kind === 'role' ? 'user' : 'role', 'field')).toThrow(code('ArnInvalid'));
});

test.each(['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f'])('principals of partition %s are accepted', (partition) => {
  expect(() => checkPrincipalArn(`arn:${partition}:iam::${ACCOUNT}:role/x`, 'role', 'field')).not.toThrow();
  expect(() => checkPrincipalPattern(`arn:${partition}:iam::${ACCOUNT}:role/*`, ACCOUNT, 'field')).not.toThrow();
});

test('a principal known only at deployment is accepted', () => {
  expect(checkPrincipalArn(VALUE, 'role', 'field')).toBe(VALUE);
  expect(checkPrincipalPattern(VALUE, ACCOUNT, 'field')).toBe(VALUE);
});

test.each([
  ['', 'ArnInvalid'], ['x', 'ArnInvalid'], [role(''), 'ArnInvalid'], [role('a b'), 'ArnInvalid'], [role('a//b'), 'ArnInvalid'], [role('a/'), 'ArnInvalid'],
  [`${role('a')}\n`, 'ArnInvalid'], [role('r'.repeat(65)), 'ArnInvalid'], [`arn:aws:iam::${ACCOUNT}:group/x`, 'ArnInvalid'],
  [`arn:aws:iam::${ACCOUNT}:root`, 'ArnInvalid'], [`arn:aws:sts::${ACCOUNT}:assumed-role/x/y`, 'ArnInvalid'], [`arn:aws:iam::${ACCOUNT}:oidc-provider/x`, 'ArnInvalid'],
  ['*', 'ArnWildcard'], [role('*'), 'ArnWildcard'], [role('a?'), 'ArnWildcard'], [role('${aws:username}'), 'ArnWildcard'], ['arn:aws:iam::*:root', 'ArnWildcard'],
  [undefined, 'ValueTypeInvalid'], [7, 'ValueTypeInvalid'],
])('fails for the principal %j', (arn, expected) => {
  expect(() => checkPrincipalArn(arn, 'any', 'field')).toThrow(code(expected));
});

test.each([role('x'), role('x*'), role('*'), role('path/*/x?'), `arn:aws:iam::${ACCOUNT}:user/x`])('%s is a pattern for principals', (arn) => {
  expect(checkPrincipalPattern(arn, ACCOUNT, 'field')).toBe(arn);
});

describe('a principal with a part known only at deployment', () => {
  test.each([
    ['any', `arn:aws:iam::${VALUE}:role/x`], ['any', `arn:aws:iam::${VALUE}:user/x`], ['role', `arn:aws:iam::${VALUE}:role/a/b`], ['user', `arn:aws:iam::${VALUE}:user/x`],
    ['role', `arn:${VALUE}:iam::${ACCOUNT}:role/x`], ['role', `arn:aws:${VALUE}::${ACCOUNT}:role/x`], ['role', `arn:aws:iam::${ACCOUNT}:role/${VALUE}`],
    ['user', `arn:aws:iam::${ACCOUNT}:${VALUE}`], ['role', `${VALUE}/x`], ['role', `${VALUE}:role/x`],
  ] as const)('is accepted as %s where it may be one: %j', (kind, arn) => {
    expect(checkPrincipalArn(arn, kind, 'field')).toBe(arn);
  });

  test.each([
    ['any', `arn:aws:iam::${VALUE}:root`, 'ArnInvalid'], ['any', `arn:aws:iam::${VALUE}:group/x`, 'ArnInvalid'], ['any', `arn:aws:s3:::${VALUE}`, 'ArnInvalid'],
    ['any', `arn:aws:sqs::${VALUE}:role/x`, 'ArnInvalid'], ['any', `x:aws:iam::${VALUE}:role/x`, 'ArnInvalid'], ['role', `arn:aws:iam::${VALUE}:user/x`, 'ArnInvalid'],
    ['user', `arn:aws:iam::${VALUE}:role/x`, 'ArnInvalid'], ['any', `arn:aws:iam::${ACCOUNT}:group/${VALUE}`, 'ArnInvalid'],
    ['any', `arn:aws:iam::${VALUE}:x/role/`, 'ArnInvalid'], ['any', `arn:aws:iam::${VALUE}:role:/x`, 'ArnInvalid'], ['any', `arn:aws:iam::${VALUE}:role/a b`, 'ArnInvalid'],
    ['any', ` ${VALUE}`, 'ArnInvalid'], ['any', `${VALUE} `, 'ArnInvalid'], ['any', `arn:aws:iam::${VALUE}:role/*`, 'ArnWildcard'], ['any', `*${VALUE}x`, 'ArnWildcard'],
  ] as const)('fails as %s where it cannot be one: %j', (kind, arn, expected) => {
    expect(() => checkPrincipalArn(arn, kind, 'field')).toThrow(code(expected));
  });

  test.each([`arn:aws:iam::${VALUE}:role/x*`, `arn:aws:iam::${VALUE}:role/a?/*`, `arn:aws:iam::${ACCOUNT}:role/${VALUE}*`])('is accepted as a pattern: %j', (arn) => {
    expect(checkPrincipalPattern(arn, ACCOUNT, 'field')).toBe(arn);
  });

  test.each([
    [`${VALUE}*`, 'ArnWildcard'], [`${VALUE}:role/*`, 'ArnWildcard'], [`arn:*:iam::${VALUE}:role/x`, 'ArnWildcard'], [`arn:aws:iam::${VALUE}:role/a b`, 'ArnInvalid'],
    [` arn:aws:iam::${VALUE}:role/a`, 'ArnInvalid'],
  ])('fails as a pattern: %j', (arn, expected) => {
    expect(() => checkPrincipalPattern(arn, ACCOUNT, 'field')).toThrow(code(expected));
  });
});

test.each([`xarn:aws:sts::${ACCOUNT}:assumed-role/a/b`, `xarn:aws:iam::${ACCOUNT}:root`, `arn:aws:iam::${ACCOUNT}:rooted`])('%s is neither a session nor an account', (arn) => {
  expect(() => checkPrincipalArn(arn, 'any', 'field')).toThrow('give the ARN of an IAM role or user, arn:aws:iam::<account>:role/<name>');
});

test('the account of a pattern is not compared with one known only at deployment', () => {
  expect(checkPrincipalPattern(role('x'), VALUE, 'field')).toBe(role('x'));
});

test.each([
  ['*', 'ArnWildcard'], ['arn:aws:iam::*:role/x', 'ArnWildcard'], ['arn:aws:iam::11112222333?:role/x', 'ArnWildcard'], ['arn:aws:*::111122223333:role/x', 'ArnWildcard'],
  ['arn:aws:iam::${x}:role/x', 'ArnWildcard'], [role(''), 'ArnInvalid'], [role('${x}'), 'ArnInvalid'], [role('x:y'), 'ArnInvalid'], ['x', 'ArnInvalid'],
  [`arn:aws:iam::${ACCOUNT}:*`, 'ArnInvalid'], [`arn:aws:iam::${ACCOUNT}:root`, 'ArnInvalid'], [`arn:aws:sts::${ACCOUNT}:assumed-role/x/*`, 'ArnInvalid'],
  ['arn:aws:iam::444455556666:role/x', 'PrincipalAccountMismatch'], [null, 'ValueTypeInvalid'],
])('fails for the pattern %j', (arn, expected) => {
  expect(() => checkPrincipalPattern(arn, ACCOUNT, 'field')).toThrow(code(expected));
});

test.each(['o-a1b2c3d4e5', `o-${'a'.repeat(32)}`, VALUE, `o-${VALUE}`, `${VALUE}a1`])('%j is an organization ID', (id) => {
  expect(checkOrganizationId(id, 'field')).toBe(id);
});

test.each([
  ['xo-a1b2c3d4e5', 'OrganizationIdInvalid'], [`O${VALUE}`, 'OrganizationIdInvalid'], [`${VALUE}*`, 'OrganizationIdInvalid'],
  ['o-a1b2c3d4e', 'OrganizationIdInvalid'], ['O-a1b2c3d4e5', 'OrganizationIdInvalid'], ['o-a1b2c3d4e5/*', 'OrganizationIdInvalid'], ['', 'OrganizationIdInvalid'], [1, 'ValueTypeInvalid'],
])(
  'fails for the organization ID %j', (id, expected) => {
    expect(() => checkOrganizationId(id, 'field')).toThrow(code(expected));
  });

test('an ARN of another partition is refused where both are known', () => {
  expect(() => checkPartition(role('x'), 'aws-cn', 'field', 'ask')).toThrow(code('PartitionMismatch'));
  expect(() => checkPartition(role('x'), 'aws', 'field', 'ask')).not.toThrow();
  expect(() => checkPartition(role('x'), undefined, 'field', 'ask')).not.toThrow();
  expect(() => checkPartition(`arn:${VALUE}:iam::${ACCOUNT}:role/x`, 'aws-cn', 'field', 'ask')).not.toThrow();
  expect(() => checkPartition(VALUE, 'aws-cn', 'field', 'ask')).not.toThrow();
});

test('the account of an ARN is told where it is known', () => {
  expect(accountOf(role('x'))).toBe(ACCOUNT);
  expect(accountOf(VALUE)).toBeUndefined();
  expect(accountOf('x')).toBeUndefined();
});

test('the partition of an ARN is told where it is known, and another one', () => {
  expect(foreignPartition(role('x'), 'aws-cn')).toBe('aws');
  expect([['x'], [role('x')], [role('x'), 'aws'], [`arn:${VALUE}:iam::${ACCOUNT}:role/x`, 'aws-cn'], [VALUE, 'aws-cn']]
    .map(([arn, used]) => foreignPartition(arn, used))).toEqual(Array(5).fill(undefined));
});
