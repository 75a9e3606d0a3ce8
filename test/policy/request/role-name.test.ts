import { Issue, raising, reference } from '../../../src/policy/base';
import { checkRoleName } from '../../../src/policy/request';
import { definitionWords, fieldsOf, vendorFacts } from '../../../src/policy/vendor';
import { outcome } from '../outcome';

const VALUE = reference('Value', 64);

/** The role name of vendors A, B and so on, each of which demands one or none. */
function check(demanded: ReadonlyArray<string | undefined>, given?: string) {
  const vendors = demanded.map((roleName, i) =>
    raising((issues) => vendorFacts({ name: 'ABC'[i], roleName }, { written: 'aws' }, definitionWords('object', fieldsOf('vendor')), issues)));
  return outcome((issues) => checkRoleName(vendors, given, 'make two roles', issues));
}

test.each<[string, ReadonlyArray<string | undefined>, string | undefined, string | undefined]>([
  ['nobody decides on', [undefined, undefined], undefined, undefined],
  ['is asked for by nobody at all', [], undefined, undefined],
  ['is given alone', [], 'ours', 'ours'],
  ['is given', [undefined, undefined], 'ours', 'ours'],
  ['is known only at deployment', [undefined], VALUE, VALUE],
  ['the vendor demands', ['theirs'], undefined, 'theirs'],
  ['the first vendor demands', ['theirs', undefined], undefined, 'theirs'],
  ['the last vendor demands', [undefined, 'theirs'], undefined, 'theirs'],
  ['both vendors demand', ['theirs', 'theirs'], undefined, 'theirs'],
  ['is given and demanded', ['theirs'], 'theirs', 'theirs'],
])('a name that %s', (_, demanded, given, name) => {
  expect(check(demanded, given)).toStrictEqual({ result: name, issues: [] });
});

function fixed(received: string, remedy: string): Issue {
  return { code: 'RoleNameFixed', field: 'roleName', received, remedy };
}

test.each<[string, ReadonlyArray<string | undefined>, string | undefined, Issue]>([
  ['the vendor demands another', ['theirs'], 'ours', fixed('"ours"', 'A works with theirs only; make two roles')],
  ['the second vendor demands another', [undefined, 'theirs'], 'ours', fixed('"ours"', 'B works with theirs only; make two roles')],
  ['two vendors demand different ones', ['one', 'two'], undefined, fixed('"one"', 'B works with two only; make two roles')],
  ['two of three vendors demand different ones', ['one', undefined, 'two'], undefined, fixed('"one"', 'C works with two only; make two roles')],
  ['it is known only at deployment, and one is demanded', ['theirs'], VALUE, fixed('"<known at deployment>"', 'A works with theirs only; make two roles')],
])('fails where %s', (_, demanded, given, found) => {
  expect(check(demanded, given)).toStrictEqual({ result: undefined, issues: [found] });
});

test('fails for a malformed name, once, and goes on with the name that is demanded', () => {
  const found: Issue = { code: 'NameInvalid', field: 'roleName', received: '"a b"', remedy: 'use 1 to 64 characters of letters, digits and _+=,.@-' };
  expect(check([undefined], 'a b')).toStrictEqual({ result: undefined, issues: [found] });
  expect(check(['theirs'], 'a b')).toStrictEqual({ result: 'theirs', issues: [found] });
});
