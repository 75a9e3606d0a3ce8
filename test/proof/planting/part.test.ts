import { Finding } from './finding';
import { judge } from './part';
import { SourceBug } from '../plants/source';
import { Recorder } from '../report/recorder';

const bug: SourceBug = { name: 'a bug', file: 'policy/base/order.ts', from: 'a', to: 'b' };
const harmless = { ...bug, nearest: 'nobody can see it' };

function failures(planted: SourceBug, finding: Omit<Finding, 'judged'>): string[] {
  const recorder = new Recorder('plants');
  judge(recorder, planted, { judged: 1, ...finding });
  return recorder.finish().failures.map(({ detail }) => detail);
}

test('a bug has to be found', () => {
  expect(failures(bug, { found: 'world 1' })).toEqual([]);
  expect(failures(bug, { missed: '0 of 150 worlds have other documents' })).toEqual(['not found: 0 of 150 worlds have other documents']);
});

test('a bug that no request can see has not to be found', () => {
  expect(failures(harmless, { missed: '' })).toEqual([]);
  expect(failures(harmless, { found: 'world 1' })).toEqual(['world 1']);
});

test.each([bug, harmless])('of what broke down nothing is known', (one) => {
  expect(failures(one, { broken: 'no answer' })).toEqual(['no answer']);
});
