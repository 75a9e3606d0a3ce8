import { differences, faultOfFlags, faultOfSynthesis, faultOfValidation, judge } from './judge';
import { SynthesizedApps, Validated } from './synthesized';
import { Recorder } from '../report/recorder';

const CLEAN: Validated = { given: ['kits/A.template.json'], failed: false, findings: [] };
const FAULTY: Validated = {
  given: [],
  failed: true,
  findings: [
    { tool: 'cdk-validator', rule: 'F1', template: 'kits/A.template.json', resource: 'Role', message: 'bad', error: true },
    { tool: 'cdk-validator', rule: 'W1', template: 'kits/A.template.json', resource: 'Role', message: 'meant so', error: false },
  ],
};
const TEMPLATES = new Map([['kits/A.template.json', '{}']]);

describe('feature flags', () => {
  const recommended = Array.from({ length: 83 }, (_, i) => `flag${i}`);

  test('are all in force', () => {
    expect(faultOfFlags({ recommended, flags: recommended })).toBeUndefined();
  });

  test('fails where one is not, or where there are none', () => {
    expect(faultOfFlags({ recommended, flags: recommended.slice(1) })).toBe('not in force: flag0');
    expect(faultOfFlags({ recommended: [], flags: [] })).toBe('only 0 flags are recommended');
  });
});

describe('a synthesis', () => {
  test('ends well, and without an error in the report', () => {
    expect(faultOfSynthesis({ status: 0, validated: CLEAN })).toBeUndefined();
  });

  test.each([[1, CLEAN], [0, FAULTY], [1, FAULTY]])('fails with exit code %i and report %j', (status, validated) => {
    expect(faultOfSynthesis({ status, validated })).toContain(`exit code ${status}`);
  });

  test('fails with what was found', () => {
    expect(faultOfSynthesis({ status: 1, validated: FAULTY })).toBe('exit code 1\nF1 kits/A.template.json Role: bad');
  });
});

describe('a validator', () => {
  const good = { hasValidator: true, templates: TEMPLATES, validated: CLEAN, planted: { ...FAULTY, status: 1 } };

  test('is given every template, and objects to a fault', () => {
    expect(faultOfValidation(good, false)).toBeUndefined();
    expect(faultOfValidation({ ...good, templates: new Map([...TEMPLATES, ['gallery/Inner.nested.template.json', '{}']]) }, false)).toBeUndefined();
  });

  test('may be lacking in the oldest version only', () => {
    expect(faultOfValidation({ ...good, hasValidator: false }, true)).toBeUndefined();
    expect(faultOfValidation({ ...good, hasValidator: false }, false)).toBe('there is none');
  });

  test.each([
    ['is not given a template', { validated: { ...CLEAN, given: [] } }, 'has not looked at kits/A.template.json'],
    ['says nothing of a fault', { planted: { ...CLEAN, status: 1 } }, 'overlooks a fault: exit code 1'],
    ['lets an app with a fault pass', { planted: { ...FAULTY, status: 0 } }, 'overlooks a fault: exit code 0'],
    ['has nothing to look at', { templates: new Map<string, string>() }, 'there are no templates'],
  ])('fails where it %s', (_, change, fault) => {
    expect(faultOfValidation({ ...good, ...change }, true)).toBe(fault);
  });
});

describe('one-click templates', () => {
  test('are the same, whatever the others are', () => {
    expect(differences({ templates: new Map([...TEMPLATES, ['gallery/B', '1']]) }, { templates: new Map([...TEMPLATES, ['gallery/B', '2']]) })).toBeUndefined();
  });

  test.each([
    ['differ', new Map([['kits/A.template.json', '{ }']]), 'kits/A.template.json'],
    ['are missing', new Map<string, string>(), 'kits/A.template.json'],
  ])('fails where they %s', (_, templates, fault) => {
    expect(differences({ templates: TEMPLATES }, { templates })).toBe(fault);
    expect(differences({ templates }, { templates: TEMPLATES })).toBe(fault);
  });

  test('fails where there are none', () => {
    expect(differences({ templates: new Map() }, { templates: new Map() })).toBe('there are none');
  });
});

describe('all versions', () => {
  const flags = Array.from({ length: 83 }, (_, i) => `flag${i}`);
  const sound = (cdkVersion: string): SynthesizedApps => ({
    apps: ['kits'], cdkVersion, hasValidator: true, flags, recommended: flags, status: 0, templates: TEMPLATES, validated: CLEAN, planted: { ...FAULTY, status: 1 },
  });
  const failing = (...[oldest, ...others]: SynthesizedApps[]): string[] => {
    const recorder = new Recorder('versions');
    judge(recorder, oldest, others);
    return recorder.finish().failures.map(({ check }) => check);
  };
  const [oldest, between, newest] = ['2.1.0', '2.2.0', '2.3.0'].map(sound);

  test('are judged by all that there is to judge', () => {
    const recorder = new Recorder('versions');
    judge(recorder, oldest, [between, newest]);
    expect(recorder.finish()).toMatchObject({ checks: 3 * 4 + 1, probes: 3, failures: [] });
  });

  test.each<[string, Partial<SynthesizedApps>, string]>([
    ['lacks a flag', { flags: [] }, 'all recommended feature flags are in force'],
    ['does not end well', { status: 1 }, 'all apps synthesize without an error'],
    ['looks at one template of two', { templates: new Map([...TEMPLATES, ['gallery/B.template.json', '{}']]) }, 'the validator is there, and looked at every template'],
    ['makes another one-click template', { templates: new Map([['kits/A.template.json', '{ }']]) }, 'one-click templates are those of the oldest version'],
  ])('fail where one of them %s', (_, change, check) => {
    expect(failing(oldest, { ...between, ...change }, newest)).toEqual([`aws-cdk-lib 2.2.0: ${check}`]);
    expect(failing(oldest, between, { ...newest, ...change })).toEqual([`aws-cdk-lib 2.3.0: ${check}`]);
  });

  test('fail where another than the oldest has no validator', () => {
    expect(failing({ ...oldest, hasValidator: false }, between, newest)).toEqual([]);
    expect(failing(oldest, between, { ...newest, hasValidator: false })).toEqual(['aws-cdk-lib 2.3.0: the validator is there, and looked at every template']);
  });

  test('fail where two of them are the same', () => {
    expect(failing(oldest, between, { ...newest, cdkVersion: between.cdkVersion })).toEqual(['the versions are different ones']);
  });
});
