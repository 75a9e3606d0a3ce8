import { plan, wrongExternalId } from '../../../src/cli/verify/plan';
import { checkTarget } from '../../../src/cli/verify/target';
import { checkExternalId } from '../../../src/private/policy';

describe('the wrong external ID', () => {
  test.each([
    ['a short one', 'ab'],
    ['an ordinary one', 'k3J-2f9a'],
    ['the longest one', 'a'.repeat(1224)],
    ['the longest one that ends like a wrong one', 'x'.repeat(1224)],
  ])('differs from %s, and is well formed', (_title, id) => {
    expect(wrongExternalId(id)).not.toBe(id);
    expect(checkExternalId(wrongExternalId(id), 'id')).toBe(wrongExternalId(id));
  });
});

describe('the requests outside', () => {
  const TARGET = { roleArn: 'arn:aws:iam::111122223333:role/acme', externalId: 'k3J-2f9a', bucket: 'acme-orders', mode: 'read' };
  const outside = (prefix: string, more = {}) => plan(checkTarget({ ...TARGET, prefix, ...more }), '<probe>').access
    .flatMap(({ request, expected }) => (request === undefined || request.kind === 'assume' || expected === 'allowed' ? [] : [request]))
    .map((request) => (request.kind === 'list' ? `list ${request.prefix}` : `${request.kind} ${request.key}`));

  test.each([
    ['a/b', ['list a/', 'list a/b', 'list undefined', 'put a/b/<probe>', 'put a/<probe>', 'put a/b<probe>', 'get a/<probe>', 'get a/b<probe>']],
    ['a', ['list ', 'list a', 'list undefined', 'put a/<probe>', 'put <probe>', 'put a<probe>', 'get <probe>', 'get a<probe>']],
  ])('of %s are above it, and where names only start like it', (prefix, expected) => {
    expect(outside(prefix)).toEqual(expected);
  });

  test('are the same with a final slash', () => {
    expect(outside('a/b/')).toEqual(outside('a/b'));
  });

  test('include another folder that was named', () => {
    expect(outside('a/b', { outside: 'c' }).filter((request) => !outside('a/b').includes(request))).toEqual(['list c/', 'put c/<probe>', 'get c/<probe>']);
  });
});
