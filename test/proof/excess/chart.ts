import { count, Figures, SIDE_TITLES } from './figures';
import { Side, SIDES } from './measure';

/** A color for what goes over TLS, and a lighter one for plain HTTP. */
const COLORS: Readonly<Record<Side, readonly [string, string]>> = {
  published: ['#c2410c', '#fdba74'],
  grants: ['#1d4ed8', '#93c5fd'],
  ours: ['#15803d', '#86efac'],
};

const WIDTH = 860;
const LEFT = 190;
const RIGHT = 60;
const TOP = 118;
const BAR = 14;
const GAP = 3;
const ROW = SIDES.length * (BAR + GAP) + 16;

/**
 * A bar for each vendor and side on one linear scale: how many probes are allowed beyond the need. It has a background of
 * its own, so that it can be read on a dark page as well; and no font, script or image from elsewhere.
 */
export function chart(figures: readonly Figures[]): string {
  const most = Math.max(1, ...figures.flatMap(({ sides }) => SIDES.map((side) => sides[side].beyond)));
  const step = stepFor(most);
  const end = Math.ceil(most / step) * step;
  const x = (value: number) => round(LEFT + (value / end) * (WIDTH - LEFT - RIGHT));
  const bottom = TOP + figures.length * ROW;
  const height = bottom + 44;
  const ticks = Array.from({ length: end / step + 1 }, (_, i) => i * step);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${TITLE}</title>`,
    `<desc id="desc">${escape(description(figures))}</desc>`,
    '<style>',
    'text { font-family: system-ui, -apple-system, "Segoe UI", "DejaVu Sans", Arial, sans-serif; font-size: 13px; fill: #1f2937 }',
    '.head { font-size: 19px; font-weight: 600 } .small { font-size: 12px; fill: #4b5563 } .zero { font-weight: 700; fill: #15803d }',
    '</style>',
    `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8" fill="#ffffff" stroke="#d1d5db"/>`,
    `<text class="head" x="24" y="36">${TITLE}</text>`,
    `<text class="small" x="24" y="58">${escape(subtitle(figures))}</text>`,
    ...legend(),
    ...ticks.map((value) => `<line x1="${x(value)}" x2="${x(value)}" y1="${TOP - 8}" y2="${bottom}" stroke="${value === 0 ? '#6b7280' : '#e5e7eb'}"/>`),
    ...ticks.map((value) => `<text class="small" x="${x(value)}" y="${bottom + 20}" text-anchor="middle">${count(value)}</text>`),
    ...figures.flatMap((one, i) => vendor(one, TOP + i * ROW, x)),
    '</svg>',
  ].join('\n') + '\n';
}

const TITLE = 'What each policy allows beyond the need';

function subtitle(figures: readonly Figures[]): string {
  const grids = figures.map(({ probes }) => probes);
  return `Probes that are allowed and that nobody needs, of ${count(Math.min(...grids))} to ${count(Math.max(...grids))} per row; fewer is better`;
}

/** The chart in words, for those who cannot see it. */
function description(figures: readonly Figures[]): string {
  return figures
    .map(({ title, sides }) => `${title}: ${SIDES.map((side) => `${SIDE_TITLES[side]} ${count(sides[side].beyond)}`).join(', ')}.`)
    .join(' ');
}

function legend(): string[] {
  const swatch = (x: number, color: string) => `<rect x="${x}" y="76" width="${BAR}" height="${BAR}" fill="${color}"/>`;
  const text = (x: number, words: string) => `<text x="${x + BAR + 8}" y="88">${words}</text>`;
  const [published, grants, ours, http] = [24, 172, 292, 412];
  return [
    ...([['published', published], ['grants', grants], ['ours', ours]] as const).flatMap(([side, x]) => [swatch(x, COLORS[side][0]), text(x, SIDE_TITLES[side])]),
    swatch(http, COLORS.published[1]),
    swatch(http + BAR, COLORS.grants[1]),
    text(http + BAR, 'paler: of these, over plain HTTP'),
  ];
}

function vendor({ title, sides }: Figures, y: number, x: (value: number) => number): string[] {
  const middle = y + (SIDES.length * (BAR + GAP)) / 2;
  return [
    `<text x="${LEFT - 12}" y="${middle + 3}" text-anchor="end">${escape(title)}</text>`,
    ...SIDES.flatMap((side, i) => bar(side, sides[side], y + i * (BAR + GAP), x)),
  ];
}

/** Nothing beyond the need is a mark on the axis, so that it does not look like a bar that was left out. */
function bar(side: Side, { beyond, groups }: Figures['sides'][Side], y: number, x: (value: number) => number): string[] {
  const [solid, light] = COLORS[side];
  const label = (text: string, more = '') => `<text${more} x="${round(x(beyond) + 8)}" y="${y + 11.5}">${text}</text>`;
  if (beyond === 0) {
    return [`<circle cx="${x(0)}" cy="${y + BAR / 2}" r="5" fill="${solid}"/>`, label('0', ' class="zero"')];
  }
  const overTls = beyond - groups['plain HTTP'];
  return [
    `<rect x="${x(0)}" y="${y}" width="${round(x(overTls) - x(0))}" height="${BAR}" fill="${solid}"/>`,
    `<rect x="${x(overTls)}" y="${y}" width="${round(x(beyond) - x(overTls))}" height="${BAR}" fill="${light}"/>`,
    label(count(beyond)),
  ];
}

/** A round distance between the lines, for about eight of them. */
function stepFor(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 8));
  return Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((step) => most / step <= 8)!);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
