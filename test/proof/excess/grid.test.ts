import { gridOf, GridProbe, GROUPS } from './grid';
import { inGroup } from './measure';
import { Need, NEEDS, partsOf } from './need';
import { actionsOn } from '../judges/actions';
import { CUSTOMER } from '../meaning/declaration';
import { Meaning } from '../meaning/meaning';

const need = (construct: Need['declaration']['construct']) => NEEDS.find(({ declaration }) => declaration.construct === construct)!;
const withKey = NEEDS.find(({ declaration }) => declaration.keys.length > 0)!;
const s3 = (probes: readonly GridProbe[]) => probes.flatMap(({ request }) => (request.kind === 's3' ? [request] : []));

describe('the grid', () => {
  test('asks every action that takes an object, in every place', async () => {
    const actions = (await actionsOn('s3', 'object')).map(({ name }) => name);
    const requests = s3(inGroup(await gridOf(need('role')), 'objects'));
    const places = new Set(requests.map(({ bucket, owner, key }) => `${owner} ${bucket} ${key}`));
    expect(places.size).toBe(7);
    for (const place of places) {
      const there = requests.filter(({ bucket, owner, key }) => `${owner} ${bucket} ${key}` === place);
      expect([...new Set(there.map(({ action }) => action))]).toEqual(actions);
    }
    expect(actions).toContain('s3:GetObject');
    expect(actions).not.toContain('s3:PutBucketPolicy');
  });

  test('asks every action that takes a bucket, as a listing or by itself', async () => {
    const actions = (await actionsOn('s3', 'bucket')).map(({ name }) => name);
    const probes = await gridOf(need('role'));
    const listings = new Set(s3(inGroup(probes, 'listings')).map(({ action }) => action));
    const others = new Set(s3(inGroup(probes, 'buckets')).map(({ action }) => action));
    expect([...listings]).toEqual(['s3:ListBucket', 's3:ListBucketVersions']);
    expect([...listings, ...others].sort()).toEqual(actions);
  });

  test('asks every action that takes a key, of the key of the bucket and of another', async () => {
    const actions = (await actionsOn('kms', 'key')).map(({ name }) => name);
    for (const [one, keys] of [[need('role'), [0]], [withKey, [0, 1]]] as const) {
      const requests = inGroup(await gridOf(one), 'KMS').flatMap(({ request }) => (request.kind === 'kms' ? [request] : []));
      expect([...new Set(requests.map(({ key }) => key))].sort()).toEqual(keys);
      expect([...new Set(requests.map(({ action }) => action))]).toEqual(actions);
      // A request carries only what its action knows.
      expect(requests.some(({ action, encryptionContext }) => action === 'kms:DescribeKey' && encryptionContext !== undefined)).toBe(false);
      expect(requests.some(({ action, encryptionContext }) => action === 'kms:Decrypt' && encryptionContext !== undefined)).toBe(true);
    }
  });

  test('asks everything of S3 once over TLS and once without', async () => {
    const requests = s3((await gridOf(need('role'))).filter(({ group }) => group !== 'trust'));
    const plain = requests.filter(({ withoutTls }) => withoutTls === true);
    expect(plain.map(({ withoutTls, ...request }) => request)).toEqual(requests.filter(({ withoutTls }) => withoutTls !== true));
  });

  test.each(NEEDS)('of $title asks nothing twice, needs something and not everything', async (one) => {
    const probes = await gridOf(one);
    expect(new Set(probes.map(({ request }) => JSON.stringify(request))).size).toBe(probes.length - (one.declaration.construct === 'bucketAccess' ? 1 : 0));
    const meaning = new Meaning(one.declaration);
    for (const group of GROUPS) {
      const asked = inGroup(probes, group);
      const needed = asked.filter(({ request }) => meaning.answer(request).length === 0);
      expect(needed.length).toBeLessThan(Math.max(asked.length, 1));
      if (['objects', 'listings', 'buckets'].includes(group)) {
        expect(needed.length).toBeGreaterThan(0);
      }
    }
  });

  test('is the same each time', async () => {
    expect(JSON.stringify(await gridOf(withKey))).toBe(JSON.stringify(await gridOf(withKey)));
  });

  test('leaves out what a way to be let in has no say in', async () => {
    expect(inGroup(await gridOf(need('user')), 'trust')).toEqual([]);
    expect(new Set(s3(await gridOf(need('bucketAccess'))).map(({ owner }) => owner))).toEqual(new Set([CUSTOMER]));
    expect(new Set(s3(await gridOf(need('role'))).map(({ owner }) => owner)).size).toBe(3);
  });
});

test('a need that is not one folder in one bucket is refused', () => {
  const { declaration } = need('role');
  const twice = { ...need('role'), declaration: { ...declaration, access: [...declaration.access, ...declaration.access] } };
  const whole = { ...need('role'), declaration: { ...declaration, access: declaration.access.map((access) => ({ ...access, scopes: 'wholeBucket' as const })) } };
  expect(() => partsOf(twice)).toThrow('one folder in one bucket');
  expect(() => partsOf(whole)).toThrow('one folder in one bucket');
  expect(partsOf(need('role')).folder).toBe('raw');
});
