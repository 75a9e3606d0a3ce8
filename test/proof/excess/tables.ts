import { count, Figures, SIDE_TITLES } from './figures';
import { GridProbe, Group, GROUPS } from './grid';
import { actionsIn, kindsOf } from './kinds';
import { byGroup, Measurement, Row, Side, SIDES } from './measure';
import { markdownTable } from '../../../build-tools/markdown-table';

/** How far each way is from each vendor's need. */
export function resultTable(figures: readonly Figures[], total: Figures): string {
  const head = ['vendor', 'probes', 'needed', ...SIDES.flatMap((side) => [`${SIDE_TITLES[side]}: beyond`, 'denied'])];
  const row = ({ title, probes, needed, sides }: Figures, mark = (text: string) => text) =>
    [title, count(probes), count(needed), ...SIDES.flatMap((side) => [mark(count(sides[side].beyond)), count(sides[side].missing)])];
  return markdownTable(head, [...figures.map((one) => row(one)), row(total)]);
}

/** The same by group, the sides in one cell. */
export function groupTable({ rows }: Measurement, figures: readonly Figures[], total: Figures): string {
  const cell = ({ sides }: Figures, group: Group) => SIDES.map((side) => count(sides[side].groups[group])).join(' / ');
  const sum = (of: (row: Row) => readonly GridProbe[]) => GROUPS.map((_, i) => count(rows.reduce((all, row) => all + byGroup(of(row))[i][1], 0)));
  return markdownTable(['vendor', ...GROUPS], [
    ...[...figures, total].map((one) => [one.title, ...GROUPS.map((group) => cell(one, group))]),
    ['of probes', ...sum(({ probes }) => probes)],
    ['needed', ...sum(({ needed }) => needed)],
  ]);
}

/** What each side allows beyond the need, in words. */
export function kindTable({ rows }: Measurement): string {
  const of = (side: Side) => kindsOf(rows.flatMap(({ sides }) => sides[side].beyond));
  const all = kindsOf(rows.flatMap(({ sides }) => SIDES.flatMap((side) => sides[side].beyond)));
  const bySide = SIDES.map((side) => new Map(of(side).map(({ kind, probes }) => [kind, probes] as const)));
  return markdownTable(['it …', ...SIDES.map((side) => SIDE_TITLES[side]), 'with'], all.map(({ kind, probes }) =>
    [kind, ...bySide.map((kinds) => count(kinds.get(kind)?.length ?? 0)), actionList(probes)]));
}

/** Actions by name, as many as a reader takes in. */
export function actionList(probes: readonly GridProbe[]): string {
  const { names, more } = actionsIn(probes, 4);
  return `${names.map((name) => `\`${name}\``).join(', ')}${more === 0 ? '' : ` and ${count(more)} more`}`;
}

/** The largest kinds of excess of each vendor and side, without what only repeats others over plain HTTP. */
export function vendorTable({ rows }: Measurement): string {
  const cell = ({ sides }: Row, side: Side) => kindsOf(sides[side].beyond.filter(({ group }) => group !== 'plain HTTP'))
    .sort((a, b) => b.probes.length - a.probes.length)
    .slice(0, 3)
    .map(({ kind, probes }) => `${kind} (${count(probes.length)})`)
    .join('; ') || 'nothing';
  return markdownTable(['vendor', ...SIDES.map((side) => SIDE_TITLES[side])], rows.map((row) => [row.need.title, ...SIDES.map((side) => cell(row, side))]));
}
