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
      { how: 'twice the right one', id: 'k3J-2f9ak3J-2f9a' },
      { how: 'upper for lower case', id: 'K3j-2F9A' },
    ]);
  });

  test('include one that each pattern with an asterisk takes, wherever that stands', () => {
    const right = 'k3J-2f9a';
    const ids = wrongExternalIds(right).map(({ id }) => id);
    for (let from = 0; from <= right.length; from++) {
      for (let to = from; to <= right.length; to++) {
        const pattern = new RegExp(`^${right.slice(0, from)}.*${right.slice(to)}$`);
        expect(ids.filter((id) => pattern.test(id))).not.toEqual([]);
      }
    }
  });

  test.each([[8, 6], [612, 6], [613, 8], [1223, 8], [1224, 4]])('of one of %i characters are %i', (length, count) => {
    expect(wrongExternalIds('ab'.repeat(612).slice(0, length))).toHaveLength(count);
  });

  test('that has no room twice have a character more at a few places', () => {
    const right = 'ab'.repeat(400);
    const longer = wrongExternalIds(right).filter(({ how }) => /^one character more after/.test(how));
    expect(longer.map(({ how }) => how)).toEqual(['one character more after 200', 'one character more after 400', 'one character more after 600']);
    longer.forEach(({ id }, i) => expect(id).toBe(`${right.slice(0, (i + 1) * 200)}0${right.slice((i + 1) * 200)}`));
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

  /** Each of these is tried in three ways, after the listings. */
  const around = (requests: readonly string[], places: readonly string[], inside: string) => [
    ...requests, `put ${inside}<probe>`, ...['put', 'get', 'delete'].flatMap((kind, i) => [
      ...i === 2 ? [`delete ${inside}<probe>`] : [], ...places.map((place) => `${kind} ${place}<probe>`),
    ]),
  ];

  test.each([
    ['a', around(['list ', 'list a', 'list undefined', 'list a<probe>a/', 'list <probe>/'], ['', 'a', 'a<probe>a/', '<probe>/'], 'a/')],
    ['a/b', around(
      ['list a/', 'list a/b', 'list undefined', 'list a/b<probe>b/', 'list a/<probe>/', 'list <probe>/b/'],
      ['a/', 'a/b', 'a/b<probe>b/', 'a/<probe>/', '<probe>/b/'], 'a/b/',
    )],
  ])('of %s are above it, where names only start like it, in folders beside it and in one of its name elsewhere', (prefix, expected) => {
    expect(outside(prefix)).toEqual(expected);
  });

  test.each([
    ['a/b/c', ['<probe>/b/c/', 'a/<probe>/c/']],
    ['a/b/c/d/e/f', ['<probe>/b/c/d/e/f/', 'a/b/c/<probe>/e/f/', 'a/b/c/d/<probe>/f/']],
  ])('of %s replace parts of its path, a few of them', (prefix, replaced) => {
    const places = outside(prefix).filter((request) => request.startsWith('list ')).map((request) => request.slice(5));
    expect(places.filter((place) => /<probe>\/./.test(place))).toEqual(replaced);
  });

  test('write nothing that stays: only what was agreed on is kept', () => {
    const puts = (mode: string) => plan(checkTarget({ ...TARGET, mode, prefix: 'a', outside: 'c' }), '<probe>').access
      .flatMap(({ request }) => (request?.kind === 'put' && request.kept ? [request.key] : []));
    expect([puts('read'), puts('write'), puts('readWrite')]).toEqual([[], ['a/<probe>'], ['a/<probe>']]);
  });

  test('leave out what is longer than a key can be', () => {
    const steps = plan(checkTarget({ ...TARGET, prefix: `a/${'b'.repeat(1015)}` }), '<probe>').access;
    const skipped = steps.filter((step) => step.skipped !== undefined);
    expect(skipped.map(({ tried }) => tried.replace(/b+/g, 'b'))).toEqual(expect.arrayContaining(['Write into a/b/', 'Write in a folder named like it (a/b…b/)']));
    for (const { request } of steps) {
      const sent = request?.kind === 'list' ? request.prefix : request?.kind === 'assume' ? undefined : request?.key;
      expect(Buffer.byteLength(sent ?? '')).toBeLessThanOrEqual(1024);
    }
  });

  test('are the same with a final slash', () => {
    expect(outside('a/b/')).toEqual(outside('a/b'));
  });

  test('of a folder that is named like the word for the whole bucket are those of a folder', () => {
    expect(outside('*/')).toEqual(outside('a').map((request) => request.replace(/\ba(?!\w)/g, '*')));
    expect(outside('a', { outside: '*' })).toContain('list */');
  });

  test('include another folder that was named', () => {
    expect(outside('a/b', { outside: 'c' }).filter((request) => !outside('a/b').includes(request))).toEqual(['list c/', 'put c/<probe>', 'get c/<probe>', 'delete c/<probe>']);
  });
});
