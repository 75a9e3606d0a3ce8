import { PrincipalKind } from '../../../src/policy/aws';
import { Issue } from '../../../src/policy/base';
import { checkVendor } from '../../../src/policy/request';
import { definitionWords, fieldsOf } from '../../../src/policy/vendor';
import { outcome } from '../outcome';

const ROLE = 'arn:aws:iam::999988887777:role/ingest';
const ROOT = 'arn:aws:iam::999988887777:root';
const USER = 'arn:aws:iam::999988887777:user/ingest';

type Request = Partial<Parameters<typeof checkVendor>[0]>;

/** Whom a request trusts, if anybody, and what is wrong with it. */
function check(data: unknown, kind: PrincipalKind, more: Request = {}) {
  const { result, issues } = outcome((found) => checkVendor({
    data, words: definitionWords('object', fieldsOf('vendor')), kind, method: 'role', otherwise: (methods) => `try ${methods.join(' or ')}`, partition: { written: 'aws', known: 'aws' }, ...more,
  }, found));
  return { trusted: result?.parties.flatMap(({ arns }) => arns), issues };
}

function acme(...principals: unknown[]): object {
  return { name: 'Acme', principals };
}

function wrong(field: string, received: string, kind: 'role' | 'user'): Issue {
  return { code: 'ArnInvalid', field, received: `"${received}"`, remedy: `give the ARN of an IAM ${kind}, arn:aws:iam::<account>:${kind}/<name>` };
}

test.each<[string, unknown, PrincipalKind, Request, string[]]>([
  ['a role', acme(ROLE), 'role', {}, [ROLE]],
  ['a user', acme(USER), 'user', {}, [USER]],
  ['either', acme(ROLE, USER), 'any', {}, [ROLE, USER]],
  ['an account, whatever principals it should have', { name: 'Acme', accounts: ['999988887777'] }, 'role', {}, ['arn:aws:iam::999988887777:root']],
  ['nobody yet', { name: 'Acme' }, 'user', {}, []],
  ['the principal that is named', { name: 'Acme' }, 'role', { principal: { field: 'principalArn', arn: ROLE } }, [ROLE]],
])('a vendor that is %s', (_, data, kind, more, trusted) => {
  expect(check(data, kind, more)).toStrictEqual({ trusted, issues: [] });
});

test.each<[string, unknown, PrincipalKind, Request, Issue[]]>([
  ['a user for a role', acme(USER), 'role', {}, [wrong('vendor.principals[0]', USER, 'role')]],
  ['a role for a user', acme(ROLE), 'user', {}, [wrong('vendor.principals[0]', ROLE, 'user')]],
  ['one of another kind among others', acme(ROLE, USER, ROLE), 'role', {}, [wrong('vendor.principals[1]', USER, 'role')]],
  ['several of another kind', acme(ROLE, ROLE), 'user', {}, [wrong('vendor.principals[0]', ROLE, 'user'), wrong('vendor.principals[1]', ROLE, 'user')]],
  ['one of another kind, given elsewhere', acme(USER), 'role', { words: definitionWords('object', () => 'roleArn') }, [wrong('roleArn', USER, 'role')]],
  ['a whole account for a role', acme(ROOT), 'role', {}, [
    { code: 'ArnInvalid', field: 'vendor.principals[0]', received: `"${ROOT}"`, remedy: 'this is a whole account; name its ID in accounts' },
  ]],
  ['a principal that is no text', acme(5), 'user', {}, [
    { code: 'ValueTypeInvalid', field: 'vendor.principals[0]', received: '5', remedy: 'give the ARN of an IAM user as a string' },
  ]],
  ['a principal of any kind that is no text', acme(5), 'any', {}, [{
    code: 'DefinitionFieldInvalid',
    field: 'vendor.principals[0]',
    received: '5',
    remedy: 'give it as a string',
  }]],
  ['principals that are no list', { name: 'Acme', principals: ROLE }, 'role', {}, [
    { code: 'DefinitionFieldInvalid', field: 'vendor.principals', received: `"${ROLE}"`, remedy: 'give a list' },
  ]],
  ['what is no definition', null, 'role', { principal: { field: 'principalArn', arn: ROLE } }, [
    { code: 'DefinitionFieldInvalid', field: 'vendor', received: 'null', remedy: 'give an object with named fields' },
  ]],
])('fails for %s, and checks nothing else', (_, data, kind, more, issues) => {
  expect(check(data, kind, { ...more, method: 'accessKey' })).toStrictEqual({ trusted: undefined, issues });
});

test.each<[string, string, Issue]>([
  ['of another kind', USER, wrong('principalArn', USER, 'role')],
  ['of another partition', ROLE.replace('aws', 'aws-cn'), {
    code: 'PartitionMismatch',
    field: 'principalArn',
    received: `"${ROLE.replace('aws', 'aws-cn')}"`,
    remedy: 'this is used in partition aws; ask the vendor for its principal there',
  }],
])('fails for a named principal %s, and trusts nobody', (_, arn, found) => {
  expect(check({ name: 'Acme' }, 'role', { principal: { field: 'principalArn', arn } })).toStrictEqual({ trusted: [], issues: [found] });
});

test('a way to connect is one that the vendor has', () => {
  const data = { ...acme(ROLE), accessMethods: ['bucketPolicy', 'accessKey'] };
  expect(check(data, 'any', { method: 'accessKey' })).toStrictEqual({ trusted: [ROLE], issues: [] });
  expect(check(data, 'any', { method: 'role' })).toStrictEqual({
    trusted: [ROLE], issues: [{ code: 'MethodNotSupported', field: 'vendor', received: '"Acme"', remedy: 'it connects by bucketPolicy or accessKey only; try bucketPolicy or accessKey' }],
  });
});
