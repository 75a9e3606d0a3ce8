import * as fc from 'fast-check';
import { AllActions, allActions } from './actions';
import { declaration } from './arbitrary-declaration';
import { describeDifference } from './describe-difference';
import { buildUnlessRefused, probesOf, runWorld } from './run-world';
import { TamperedWorld } from '../world/tampered';
import { TAMPERINGS } from '../world/tamperings';

/** A few worlds in every test run; `npm run prove` has many. */
const DRAWN = fc.sample(declaration, { numRuns: 8, seed: 7 });

let actions: AllActions;
beforeAll(async () => {
  actions = await allActions();
});

test.each(DRAWN.map((drawn) => [drawn.construct, drawn.vendor.kind, drawn] as const))('%s for %s: every request is answered as declared', async (_construct, _vendor, drawn) => {
  const world = buildUnlessRefused(drawn);
  expect(world).toBeDefined();
  const probes = probesOf(drawn, actions, 1);
  const { judged, difference } = await runWorld(world!, probes);
  expect(difference).toBeUndefined();
  expect(judged.length).toBe(probes.length);
  expect(probes.filter(({ expected }) => expected.length > 0).length).toBeGreaterThan(10);
});

test('the same declaration and salt give the same probes, another salt gives others', () => {
  const [drawn] = DRAWN;
  expect(probesOf(drawn, actions, 1)).toEqual(probesOf(drawn, actions, 1));
  expect(probesOf(drawn, actions, 2)).not.toEqual(probesOf(drawn, actions, 1));
});

test('a declaration survives the journey through a file', () => {
  for (const drawn of DRAWN) {
    expect(JSON.parse(JSON.stringify(drawn))).toEqual(drawn);
  }
});

test('a difference is told with all that is needed to see it again', async () => {
  const drawn = DRAWN.find(({ construct, suspended, access }) => construct === 'role' && !suspended && access.some(({ anyOwner }) => !anyOwner))!;
  const world = new TamperedWorld(buildUnlessRefused(drawn)!, TAMPERINGS['no condition on aws:ResourceAccount']);
  const { difference } = await runWorld(world, probesOf(drawn, actions, 1));
  expect(difference).toMatchObject({ expected: ['owner'], verdict: 'allowed' });
  const text = describeDifference(difference!, 'difference.json');
  expect(text).toContain('wrongly allowed (against it: owner)');
  expect(text).toContain(JSON.stringify(drawn));
  expect(text).toContain('--case difference.json');
});
