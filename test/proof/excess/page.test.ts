import { actionsIn, kindsOf } from './kinds';
import { page } from './page';
import { bullets, paragraph } from './prose';
import { pretended } from './support';

test('the page says what was measured, and the same each time', async () => {
  const measurement = await pretended((side, probe, needed) =>
    (side === 'ours' ? needed : needed !== (probe.request.kind === 's3' && probe.request.action === 's3:GetObject' && probe.place === 'inside')));
  const text = page(measurement);
  // Over TLS the action is needed everywhere, without TLS nowhere: seven rows each.
  expect(text).toContain('Published policies: 7 allowed beyond the need, 7 needed and denied.');
  expect(text).toContain('This library: 0 allowed beyond the need, 0 needed and denied.');
  expect(text).toContain('- Coactive, role: `s3:GetObject`');
  expect(text).toContain('| goes over plain HTTP, needed or not | 7 | 7 | 0 | `s3:GetObject` |');
  expect(text).not.toMatch(/undefined|NaN|\[object/);
  expect(page(measurement)).toBe(text);
});

describe('excess in words', () => {
  test('puts each probe under one kind', async () => {
    const { rows } = await pretended(() => true);
    for (const { sides: { ours: { beyond } } } of rows) {
      expect(kindsOf(beyond).reduce((sum, { probes }) => sum + probes.length, 0)).toBe(beyond.length);
    }
    const kinds = kindsOf(rows.flatMap(({ sides }) => sides.ours.beyond)).map(({ kind }) => kind);
    expect(kinds).toHaveLength(14);
    expect(kindsOf([])).toEqual([]);
  });

  test('names the gravest actions first', async () => {
    const { rows: [{ probes }] } = await pretended(() => false);
    const some = probes.filter(({ request }) => request.kind === 's3' && ['s3:GetBucketTagging', 's3:PutBucketPolicy', 's3:DeleteBucket', 's3:TagResource'].includes(request.action));
    expect(actionsIn(some, 2)).toEqual({ names: ['s3:PutBucketPolicy', 's3:DeleteBucket'], more: 2 });
    expect(actionsIn(some, 9)).toEqual({ names: ['s3:PutBucketPolicy', 's3:DeleteBucket', 's3:GetBucketTagging', 's3:TagResource'], more: 0 });
  });
});

test('prose is broken into lines of one width', () => {
  const words = Array<string>(40).fill('seven77').join('  \n ');
  const lines = paragraph(words).split('\n');
  expect(lines.map((line) => line.length)).toEqual([119, 119, 79]);
  expect(lines.join(' ').split(' ')).toHaveLength(40);
  expect(bullets([words, 'b']).split('\n').map((line) => line.slice(0, 4))).toEqual(['- se', '  se', '  se', '- b']);
  expect(paragraph(`${'x'.repeat(110)} (\`npm run prove\`), then`)).toBe(`${'x'.repeat(110)}\n(\`npm run prove\`), then`);
  expect(paragraph('x'.repeat(200))).toBe('x'.repeat(200));
});
