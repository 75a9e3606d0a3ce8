import { checkTarget } from '../../../src/cli/verify';
import { plan } from '../../../src/cli/verify/plan';
import { wrongExternalIds } from '../../../src/cli/verify/wrong-external-ids';
import { checkExternalId } from '../../../src/policy/grant';

describe('wrong external IDs', () => {
  test.each([
    ['a short one', 'ab'],
    ['an ordinary one', 'k3J-2f9a'],
    ['one of zeros', '0000'],
    ['the longest one', 'a'.repeat(1224)],
    ['the longest one of zeros', '0'.repeat(1224)],
  ])('differ from %s and from each other, and are well formed', (_title, right) => {
    const ids = wrongExternalIds(right).map(({ id }) => id);

    expect(ids.length).toBeGreaterThanOrEqual(3);
    expect(new Set([right, ...ids]).size).toBe(ids.length + 1);
    expect(ids.map((id) => checkExternalId(id, 'id'))).toEqual(ids);
  });

  test('differ in each way in which a trust policy can be too loose', () => {
    expect(wrongExternalIds('k3J-2f9a')).toEqual([
      { how: 'one character more', id: 'k3J-2f9ax' },
      { how: 'another first character', id: '03J-2f9a' },
      { how: 'another one in the middle', id: 'k3J-0f9a' },
      { how: 'another last character', id: 'k3J-2f90' },
      { how: 'upper for lower case', id: 'K3j-2F9A' },
    ]);
  });

  test.each([['4711-08', false], ['4711-0b', true]])('include another case of %s, if it has letters: %s', (right, has) => {
    expect(wrongExternalIds(right).some(({ how }) => how === 'upper for lower case')).toBe(has);
  });
});

describe('the requests outside', () => {
  const TARGET = { roleArn: 'arn:aws:iam::111122223333:role/acme', externalId: 'k3J-2f9a', bucket: 'acme-orders', mode: 'read' };
  const outside = (prefix: string, more = {}) => plan(checkTarget({ ...TARGET, prefix, ...more }), '<probe>').access
    .flatMap(({ request, expected }) => (request === undefined || request.kind === 'assume' || expected === 'allowed' ? [] : [request]))
    .map((request) => (request.kind === 'list' ? `list ${request.prefix}` : `${request.kind} ${request.key}`));

  test.each([
    ['a/b', ['list a/', 'list a/b', 'list undefined', 'put a/b/<probe>', 'put a/<probe>', 'put a/b<probe>', 'get a/<probe>', 'get a/b<probe>',
      'delete a/b/<probe>', 'delete a/<probe>', 'delete a/b<probe>']],
    ['a', ['list ', 'list a', 'list undefined', 'put a/<probe>', 'put <probe>', 'put a<probe>', 'get <probe>', 'get a<probe>',
      'delete a/<probe>', 'delete <probe>', 'delete a<probe>']],
  ])('of %s are above it, and where names only start like it', (prefix, expected) => {
    expect(outside(prefix)).toEqual(expected);
  });

  test('are the same with a final slash', () => {
    expect(outside('a/b/')).toEqual(outside('a/b'));
  });

  test('of a folder that is named like the word for the whole bucket are those of a folder', () => {
    expect(outside('*/')).toEqual(outside('a').map((request) => request.replace('a', '*')));
    expect(outside('a', { outside: '*' })).toContain('list */');
  });

  test('include another folder that was named', () => {
    expect(outside('a/b', { outside: 'c' }).filter((request) => !outside('a/b').includes(request))).toEqual(['list c/', 'put c/<probe>', 'get c/<probe>', 'delete c/<probe>']);
  });
});
