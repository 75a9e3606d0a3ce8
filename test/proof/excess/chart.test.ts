import { chart } from './chart';
import { Figures, SideFigures } from './figures';

const side = (beyond: number, plainHttp: number): SideFigures => ({
  beyond, missing: 0, groups: { 'objects': beyond - plainHttp, 'listings': 0, 'buckets': 0, 'plain HTTP': plainHttp, 'KMS': 0, 'trust': 0 },
});
const figures: Figures[] = [
  { title: 'A & B', probes: 5000, needed: 3, sides: { published: side(1000, 250), grants: side(500, 500), ours: side(0, 0) } },
];

/** Widths of the bars of one color. */
const widths = (svg: string, color: string) =>
  [...svg.matchAll(new RegExp(`<rect [^>]*width="([0-9.]+)" height="14" fill="${color}"`, 'g'))].map(([, width]) => Number(width)).filter((width) => width !== 14);

describe('the chart', () => {
  const svg = chart(figures);

  test('draws bars to one linear scale, plain HTTP apart', () => {
    const [[overTls], [published], [grants]] = [widths(svg, '#c2410c'), widths(svg, '#fdba74'), widths(svg, '#93c5fd')];
    expect(overTls / published).toBeCloseTo(3, 1);
    expect(grants / published).toBeCloseTo(2, 1);
  });

  test('marks nothing as nothing, and something as what it is', () => {
    expect(svg).toContain('class="zero"');
    expect(svg).toContain('>0</text>');
    expect(svg).toContain('>1,000</text>');
    const exceeding = chart([{ ...figures[0], sides: { ...figures[0].sides, ours: side(7, 0) } }]);
    expect(exceeding).not.toContain('class="zero"');
    expect(widths(exceeding, '#15803d')).toHaveLength(1);
  });

  test('says in words what it shows', () => {
    expect(svg).toContain('<desc id="desc">A &amp; B: published policy 1,000, CDK grants 500, this library 0.</desc>');
    expect(svg).toContain('aria-labelledby="title desc"');
  });

  test('is whole by itself', () => {
    expect(svg).not.toMatch(/<script|<image|@import|url\(|href/);
    expect(svg.match(/https?:\/\/[^"]+/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  test('can be drawn even if nobody exceeds anything', () => {
    expect(chart([{ ...figures[0], sides: { published: side(0, 0), grants: side(0, 0), ours: side(0, 0) } }])).not.toMatch(/NaN|Infinity/);
  });
});
