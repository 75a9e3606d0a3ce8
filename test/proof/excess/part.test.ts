import { difference } from './documents';
import { GridProbe, Group } from './grid';
import { Measurement, Side } from './measure';
import { assess } from './part';
import { pretended } from './support';
import { Recorder } from '../report/recorder';

function failures(measurement: Measurement): string[] {
  const recorder = new Recorder('excess');
  assess(recorder, measurement);
  return recorder.finish().failures.map(({ check }) => check);
}

const is = (probe: GridProbe, action: string) => probe.request.kind !== 'assume' && probe.request.action === action;

/** Others allow much of what is asked about the bucket and its key, and ours what is needed. */
const usual = (side: Side, probe: GridProbe, needed: boolean) => needed || (side !== 'ours' && TOO_FAR[probe.group](probe));

const TOO_FAR: Readonly<Record<Group, (probe: GridProbe) => boolean>> = {
  'objects': ({ place }) => place !== 'another bucket',
  'listings': ({ place }) => place !== 'another bucket',
  'buckets': ({ place }) => place !== 'another bucket',
  'plain HTTP': ({ place }) => place !== 'another bucket',
  'KMS': ({ level }) => level === 'Write',
  'trust': () => false,
};

describe('the part', () => {
  test('has no failure where others exceed the need, and ours does not', async () => {
    expect(failures(await pretended(usual))).toEqual([]);
  });

  test('fails for each row in which ours allows more', async () => {
    const found = failures(await pretended((side, probe, needed) => usual(side, probe, needed) || (probe.place === 'inside' && is(probe, 's3:DeleteObject'))));
    expect(found).toHaveLength(7);
    expect(found[0]).toBe('Cloudglue: this library allows nothing beyond the need');
  });

  test('fails for each row in which ours denies a need', async () => {
    const found = failures(await pretended((side, probe, needed) => usual(side, probe, needed) && !(side === 'ours' && is(probe, 's3:GetObject'))));
    expect(found).toContain('IEX Cloud Apperate: this library denies nothing that is needed');
    expect(found).toHaveLength(7);
  });

  test('fails if the probes are blind: nobody exceeds the need', async () => {
    const found = failures(await pretended((_, __, needed) => needed));
    expect(found).toContain('Coactive, role: published list more than the folder');
    expect(found).toContain('hotglue, role: grants reach a stranger\'s bucket');
    expect(found).toContain('plain HTTP: some probes are allowed by somebody, and some by nobody');
  });

  test('fails if others lack more than what surrounds a use', async () => {
    const found = failures(await pretended((side, probe, needed) => usual(side, probe, needed) && !(side === 'grants' && is(probe, 's3:PutObject'))));
    expect(found).toContain('hotglue, role: grants lack nothing but what surrounds a use');
    expect(found).not.toContain('Coactive, role: grants lack nothing but what surrounds a use');
  });
});

test.each([
  ['a\nb\n', 'a\nb\n', undefined],
  ['a\nb\n', 'a\nc\n', 'line 2 is "b", and should be "c"'],
  ['a\n', 'a\nb\n', 'line 2 is "", and should be "b"'],
  ['a\nb', 'a', 'line 2 is "b", and should be undefined'],
])('%j in place of %j: %s', (present, wanted, expected) => {
  expect(difference(present, wanted)).toBe(expected);
});
