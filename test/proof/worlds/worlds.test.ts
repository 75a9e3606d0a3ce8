import * as fc from 'fast-check';
import { AllActions, allActions } from './actions';
import { declaration } from './arbitrary-declaration';
import { describeDifference } from './describe-difference';
import { minimal } from './minimal';
import { Probes } from './probes';
import { buildUnlessRefused, probesOf, runWorld } from './run-world';
import { unsaid } from './unsaid';
import { DeployedTemplate } from '../../support/deployed-template';
import { ask } from '../judges/ask';
import { COLLEAGUE, Declaration, PARTNER } from '../meaning/declaration';
import { Meaning } from '../meaning/meaning';
import { TamperedWorld } from '../plants/tampered';
import { TAMPERINGS } from '../plants/tamperings';
import { build } from '../world/build';
import { World } from '../world/world';

/** A few worlds in every test run; `npm run prove` has many. */
const DRAWN = fc.sample(declaration, { numRuns: 12, seed: 7 }).filter((drawn) => buildUnlessRefused(drawn) !== undefined).slice(0, 8);

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

test('from its end on, everything is answered as if suspended, whoever else has granted something', async () => {
  const drawn = fc.sample(declaration, { numRuns: 100, seed: 11 })
    .filter(({ construct, grantedBeside, trustedBeside }) => construct === 'bucketAccess' || (grantedBeside && (construct === 'user' || trustedBeside)));
  expect(new Set(drawn.map(({ construct }) => construct)).size).toBe(3);
  for (const [i, declared] of drawn.entries()) {
    const [expired, suspended] = [{ suspended: false, expiresAt: '2026-11-20T12:00:00Z' }, { suspended: true, expiresAt: undefined }]
      .map((how) => buildUnlessRefused({ ...declared, ...how }));
    for (const { request } of expired && suspended ? probesOf({ ...declared, suspended: false, expiresAt: undefined }, actions, i) : []) {
      expect([await ask(expired!, request), request]).toEqual([await ask(suspended!, request), request]);
    }
  }
});

test.each([
  ['that cannot be read', '[{"kind":"'],
  ['that says something else', '[]'],
])('an output of hand-offs %s is found, unless its author was told', (_, Value) => {
  const drawn: Declaration = {
    construct: 'role',
    vendor: { kind: 'role', arn: 'arn:aws:iam::999988887777:role/ingest' },
    keys: [],
    buckets: [{ source: 'imported', name: 'acme-orders', owner: PARTNER }],
    access: [{ bucket: 0, mode: 'read', scopes: [{ kind: 'folder', path: 'in', byFunction: 'mapping' }] }],
  };
  const world = build(drawn);
  const { declaration: same, template: { json, values }, surroundings } = world;
  const [[id]] = Object.entries(json.Outputs!).filter(([name]) => name.includes('HandOff'));
  const template = new DeployedTemplate({ ...json, Outputs: { ...json.Outputs, [id]: { Value } } }, values);
  const told = { ...surroundings, warnings: [...surroundings.warnings, 'the output HandOff: parameter Parameter0 may be given any value at deployment'] };
  expect(unsaid(world)).toEqual([]);
  expect(unsaid(new World(same, template, surroundings))).toEqual(['no word of an output HandOff that says something else']);
  expect(unsaid(new World(same, template, told))).toEqual([]);
});

test('the same declaration and salt give the same probes, another salt gives others', () => {
  const [drawn] = DRAWN;
  expect(probesOf(drawn, actions, 1)).toEqual(probesOf(drawn, actions, 1));
  expect(probesOf(drawn, actions, 2)).not.toEqual(probesOf(drawn, actions, 1));
});

test.each(['statement', 'policy'] as const)('a colleague may do what an existing %s lets him, and is asked about the rest', async (existing) => {
  const drawn: Declaration = {
    construct: 'role',
    vendor: { kind: 'role', arn: 'arn:aws:iam::999988887777:role/ingest' },
    dataStack: 'partner',
    keys: [],
    buckets: [{ source: 'created', name: 'acme-orders', owner: PARTNER, existing }],
    access: [{ bucket: 0, mode: 'readWrite', scopes: 'wholeBucket' }],
  };
  const meaning = new Meaning(drawn);
  const asked = new Probes(drawn, actions, 1).all()
    .filter((request) => request.kind !== 'assume' && request.principal === COLLEAGUE)
    .map((request) => ({ request, expected: meaning.answer(request) }));
  expect(asked.filter(({ expected }) => expected.join() === 'principal').length).toBeGreaterThan(3);
  const { difference } = await runWorld(build(drawn), asked);
  expect(difference).toBeUndefined();
});

test('a difference is told as a small case, with all that is needed to see it again', async () => {
  const drawn = DRAWN.find(({ construct, suspended, access }) => construct === 'role' && !suspended && access.some(({ anyOwner }) => !anyOwner))!;
  const deploy = (declared: Declaration) => new TamperedWorld(build(declared), TAMPERINGS['no condition on aws:ResourceAccount']);
  const { difference } = await runWorld(deploy(drawn), probesOf(drawn, actions, 1));
  expect(difference).toMatchObject({ expected: ['owner'], verdict: 'allowed' });
  const { declaration: small, request } = await minimal(difference!, deploy);
  expect(small.access).toHaveLength(1);
  expect(small.access[0].anyOwner).toBeFalsy();
  expect(Object.keys(small).sort()).toEqual(['access', 'buckets', 'construct', 'keys', 'vendor', ...(small.addedLater === undefined ? [] : ['addedLater'])].sort());
  expect(await ask(deploy(small), request)).toBe('allowed');
  expect(await ask(build(small), request)).toBe('denied');
  const text = describeDifference({ ...difference!, declaration: small }, 'difference.json');
  expect(text).toContain('wrongly allowed (against it: owner)');
  expect(text).toContain(JSON.stringify(small));
  expect(text).toContain('--case difference.json');
});
