import { grantsWorld, ReadWrite } from './grants';
import { gridOf, GridProbe, Group, GROUPS } from './grid';
import { Need, NEEDS } from './need';
import { publishedWorld } from './published';
import { ask } from '../judges/ask';
import { Meaning } from '../meaning/meaning';
import { build } from '../world/build';
import { World } from '../world/world';

/** Who wrote the policies. */
export const SIDES = ['published', 'grants', 'ours'] as const;
export type Side = typeof SIDES[number];

/** How far what is allowed is from what is needed. */
export interface Distance {
  /** Allowed, and not needed. */
  readonly beyond: readonly GridProbe[];
  /** Needed, and denied. */
  readonly missing: readonly GridProbe[];
}

/** One vendor, all sides. */
export interface Row {
  readonly need: Need;
  readonly probes: readonly GridProbe[];
  readonly needed: readonly GridProbe[];
  readonly sides: Readonly<Record<Side, Distance>>;
}

/** Everything that the page tells. */
export interface Measurement {
  readonly rows: readonly Row[];
  /** What the trust policy of a guide's first step allows beyond the need, until its last step is done. */
  readonly underWay: ReadonlyArray<{ readonly need: Need; readonly beyond: readonly GridProbe[] }>;
  /** What CDK grants allow beyond the need where grantRead and grantPut stand in for grantReadWrite. */
  readonly withoutDelete: ReadonlyArray<{ readonly need: Need; readonly beyond: readonly GridProbe[] }>;
  /** How many requests were judged. */
  readonly judged: number;
}

/** How each side meets a need. */
export const WORLDS: Readonly<Record<Side, (need: Need) => World>> = {
  published: (need) => publishedWorld(need),
  grants: (need) => grantsWorld(need),
  ours: ({ declaration }) => build(declaration),
};

/** Asks every side every probe. */
export async function measure(needs: readonly Need[] = NEEDS, worlds = WORLDS): Promise<Measurement> {
  let judged = 0;
  const distance = async (world: World, probes: readonly GridProbe[], needed: ReadonlySet<GridProbe>): Promise<Distance> => {
    const allowed = new Set<GridProbe>();
    for (const probe of probes) {
      judged++;
      if (await ask(world, probe.request) === 'allowed') {
        allowed.add(probe);
      }
    }
    return {
      beyond: probes.filter((probe) => allowed.has(probe) && !needed.has(probe)),
      missing: probes.filter((probe) => !allowed.has(probe) && needed.has(probe)),
    };
  };

  const rows: Row[] = [];
  const underWay: Array<{ need: Need; beyond: readonly GridProbe[] }> = [];
  const withoutDelete: Array<{ need: Need; beyond: readonly GridProbe[] }> = [];
  for (const need of needs) {
    const probes = await gridOf(need);
    const meaning = new Meaning(need.declaration);
    const needed = new Set(probes.filter(({ request }) => meaning.answer(request).length === 0));
    const of = (world: World, some = probes) => distance(world, some, needed);
    rows.push({
      need,
      probes,
      needed: [...needed],
      sides: { published: await of(worlds.published(need)), grants: await of(worlds.grants(need)), ours: await of(worlds.ours(need)) },
    });
    if (['creativeForce', 'apperate'].includes(need.declaration.vendor.kind)) {
      underWay.push({ need, beyond: (await of(publishedWorld(need, 'first'), inGroup(probes, 'trust'))).beyond });
    }
    if (need.declaration.access.some(({ mode }) => mode === 'readWrite')) {
      const split: ReadWrite = 'grantRead and grantPut';
      withoutDelete.push({ need, beyond: (await of(grantsWorld(need, split))).beyond });
    }
  }
  return { rows, underWay, withoutDelete, judged };
}

/** The probes of one group. */
export function inGroup(probes: readonly GridProbe[], group: Group): GridProbe[] {
  return probes.filter((probe) => probe.group === group);
}

/** How many probes of each group there are. */
export function byGroup(probes: readonly GridProbe[]): Array<readonly [Group, number]> {
  return GROUPS.map((group) => [group, inGroup(probes, group).length] as const);
}
