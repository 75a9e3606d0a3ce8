import { Finding } from './finding';
import { judge } from './part';
import { problemsOf, tell } from './verdict';
import { SourceBug } from '../plants/source';
import { Recorder } from '../report/recorder';

const bug: SourceBug = { name: 'a bug', file: 'policy/base/order.ts', from: 'a', to: 'b' };
const unseen: SourceBug = { ...bug, unseen: 'no world has such a thing', foundBy: 'test/some.test.ts' };

const found: Finding = { found: 'world 1', judged: 1 };
const missed: Finding = { missed: '2 of 150 worlds have other documents', judged: 1 };
const broken: Finding = { broken: 'no answer', judged: 0 };

test('random worlds have to find a bug', () => {
  expect(problemsOf(bug, { worlds: found })).toEqual([]);
  expect(problemsOf(bug, { worlds: missed })).toEqual(['in random worlds: not found, 2 of 150 worlds have other documents']);
});

test('tests have to find one that worlds do not, and worlds must not', () => {
  expect(problemsOf(unseen, { worlds: missed, tests: found })).toEqual([]);
  expect(problemsOf(unseen, { worlds: missed, tests: missed })).toHaveLength(1);
  expect(problemsOf(unseen, { worlds: found, tests: found })).toEqual(['in random worlds: world 1']);
});

test.each([[bug, { worlds: broken }], [unseen, { worlds: broken, tests: found }], [unseen, { worlds: missed, tests: broken }]])('of what broke down nothing is known', (one, findings) => {
  expect(problemsOf(one, findings)).toEqual([expect.stringMatching(/: no answer$/)]);
});

test('each bug is a check and a line of the report, with all that came of it', () => {
  expect(tell(unseen, { worlds: missed, tests: found })).toBe('a bug: not found, 2 of 150 worlds have other documents; world 1');
  const recorder = new Recorder('plants');
  judge(recorder, unseen, { worlds: missed, tests: found });
  judge(recorder, bug, { worlds: missed });
  const { checks, probes, failures, notes } = recorder.finish();
  expect({ checks, probes, failures: failures.length }).toEqual({ checks: 2, probes: 3, failures: 1 });
  expect(notes[0]).toContain('(no world has such a thing)');
});
