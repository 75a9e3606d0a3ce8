import { gridOf, GridProbe } from './grid';
import { Distance, Measurement, Row, Side } from './measure';
import { NEEDS } from './need';
import { Meaning } from '../meaning/meaning';

/** A measurement as if each side had allowed what is given; for tests of what is made of it. */
export async function pretended(allows: (side: Side, probe: GridProbe, needed: boolean) => boolean): Promise<Measurement> {
  const rows = await Promise.all(NEEDS.map(async (need): Promise<Row> => {
    const probes = await gridOf(need);
    const meaning = new Meaning(need.declaration);
    const needed = new Set(probes.filter(({ request }) => meaning.answer(request).length === 0));
    const side = (one: Side): Distance => {
      const allowed = (probe: GridProbe) => allows(one, probe, needed.has(probe));
      return {
        beyond: probes.filter((probe) => allowed(probe) && !needed.has(probe)),
        missing: probes.filter((probe) => !allowed(probe) && needed.has(probe)),
      };
    };
    return { need, probes, needed: [...needed], sides: { published: side('published'), grants: side('grants'), ours: side('ours') } };
  }));
  return { rows, underWay: [], withoutDelete: [], judged: rows.reduce((sum, { probes }) => sum + 3 * probes.length, 0) };
}
