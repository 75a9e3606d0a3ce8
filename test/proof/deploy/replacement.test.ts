import { archived, archivedStacks, presentSnapshots, same } from './history';
import { replacements, watched } from './replacement';
import { damagedUpgrades } from '../plants/deploy/upgrades';

const PRESENT = presentSnapshots();

describe.each(PRESENT.map((snapshot) => [snapshot.stack, snapshot] as const))('an upgrade of %s', (stack, now) => {
  test('starts from a snapshot with a role or user in it', () => {
    expect(watched(now.template)).toBeGreaterThan(0);
  });

  test('replaces no role, user, access key or secret of an earlier version', () => {
    const earlier = archived(stack);
    expect(earlier.flatMap(({ version, template }) => replacements(template, now.template).map((found) => `${version}: ${found}`))).toEqual([]);
  });

  test('can be repeated by later versions, for the present one is archived', () => {
    // Otherwise: npx ts-node --transpile-only test/proof/deploy/archive.ts
    expect(archived(stack).filter((earlier) => same(earlier, now))).toHaveLength(1);
  });

  test.each(damagedUpgrades(now.template).map(({ title, template }) => [title, template] as const))('is stopped by %s', (_, template) => {
    expect(replacements(now.template, template)).not.toEqual([]);
  });
});

test('no stack that was archived has gone', () => {
  expect(PRESENT.map(({ stack }) => stack)).toEqual(expect.arrayContaining(archivedStacks()));
});
