import { byGroup, measure, WORLDS } from './measure';
import { NEEDS } from './need';
import { build } from '../world/build';

const need = NEEDS.find(({ title }) => title === 'Coactive, bucket policy')!;

test('what a side allows more or less than the need is found, whichever side it is', async () => {
  const { rows: [{ probes, sides }], judged } = await measure([need], {
    published: WORLDS.ours,
    grants: ({ declaration }) => build({
      ...declaration, access: declaration.access.map((access) => ({ ...access, options: { list: false, delete: true } })),
    }),
    ours: WORLDS.published,
  });
  expect(judged).toBe(3 * probes.length);
  expect(sides.published).toEqual({ beyond: [], missing: [] });
  expect(sides.grants.beyond.map(({ request, place }) => [request.kind === 's3' && request.action, place])).toEqual([['s3:DeleteObject', 'inside']]);
  expect(sides.grants.missing.map(({ request }) => request.kind === 's3' && [request.action, request.prefix])).toEqual([
    ['s3:ListBucket', 'catalog/'], ['s3:ListBucket', 'catalog/2026/'],
  ]);
  expect(byGroup(sides.ours.beyond).filter(([, count]) => count > 0).map(([group]) => group)).toEqual(['objects', 'listings', 'plain HTTP']);
  expect(sides.ours.missing.map(({ request }) => request.kind === 's3' && request.action)).toEqual(['s3:GetBucketLocation']);
}, 60_000);
