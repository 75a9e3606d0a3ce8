import { Group, GROUPS } from './grid';
import { inGroup, Measurement, Row, Side, SIDES } from './measure';

/** The sides as the reader meets them. */
export const SIDE_TITLES: Readonly<Record<Side, string>> = {
  published: 'published policy',
  grants: 'CDK grants',
  ours: 'this library',
};

/** What a figure is drawn from, and what a table shows. */
export interface Figures {
  readonly title: string;
  readonly probes: number;
  readonly needed: number;
  readonly sides: Readonly<Record<Side, SideFigures>>;
}

export interface SideFigures {
  readonly beyond: number;
  readonly missing: number;
  /** How many of the probes beyond the need are in each group. */
  readonly groups: Readonly<Record<Group, number>>;
}

/** The figures of each vendor. */
export function figuresOf({ rows }: Measurement): Figures[] {
  return rows.map((row) => ({
    title: row.need.title,
    probes: row.probes.length,
    needed: row.needed.length,
    sides: eachSide((side) => sideFigures(row, side)),
  }));
}

/** All vendors together. */
export function totalOf(figures: readonly Figures[]): Figures {
  const sum = (of: (one: Figures) => number) => figures.reduce((total, one) => total + of(one), 0);
  return {
    title: 'all',
    probes: sum(({ probes }) => probes),
    needed: sum(({ needed }) => needed),
    sides: eachSide((side) => ({
      beyond: sum(({ sides }) => sides[side].beyond),
      missing: sum(({ sides }) => sides[side].missing),
      groups: eachGroup((group) => sum(({ sides }) => sides[side].groups[group])),
    })),
  };
}

function sideFigures(row: Row, side: Side): SideFigures {
  const { beyond, missing } = row.sides[side];
  return { beyond: beyond.length, missing: missing.length, groups: eachGroup((group) => inGroup(beyond, group).length) };
}

function eachSide<T>(of: (side: Side) => T): Record<Side, T> {
  return Object.fromEntries(SIDES.map((side) => [side, of(side)])) as Record<Side, T>;
}

function eachGroup<T>(of: (group: Group) => T): Record<Group, T> {
  return Object.fromEntries(GROUPS.map((group) => [group, of(group)])) as Record<Group, T>;
}

/** A number with a comma between thousands, whatever the locale of the machine. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
