import { SynthesizedApps } from './synthesized';
import { Recorder } from '../report/recorder';

/** Every CDK has had more than this many recommended feature flags since the oldest that is supported. */
const FLAGS_AT_LEAST = 80;

/** Templates that vendors publish; they are to be the same, whatever makes them. */
const KIT = /^kits\//;

/** The CDK does not show these to its validator. Among the outside linters it is shown them alone. */
const NESTED = /\.nested\.template\.json$/;

/** Judges what came of all apps with the oldest CDK, and with others. */
export function judge(recorder: Recorder, oldest: SynthesizedApps, others: readonly SynthesizedApps[]): void {
  for (const one of [oldest, ...others]) {
    const title = `aws-cdk-lib ${one.cdkVersion}`;
    recorder.check(`${title}: all recommended feature flags are in force`, faultOfFlags(one));
    recorder.check(`${title}: all apps synthesize without an error`, faultOfSynthesis(one));
    recorder.check(`${title}: the validator is there, and looked at every template`, faultOfValidation(one, one === oldest));
    recorder.check(`${title}: one-click templates are those of the oldest version`, differences(oldest, one));
    recorder.judged(one.templates.size);
    recorder.note(`${title}: ${one.templates.size} templates, ${one.flags.length} feature flags, ${one.hasValidator ? 'validated' : 'no validator yet'}`);
  }
  const versions = new Set([oldest, ...others].map(({ cdkVersion }) => cdkVersion));
  recorder.check('the versions are different ones', versions.size === others.length + 1 ? undefined : [...versions].join(', '));
}

export function faultOfFlags({ recommended, flags }: Pick<SynthesizedApps, 'recommended' | 'flags'>): string | undefined {
  if (recommended.length < FLAGS_AT_LEAST) {
    return `only ${recommended.length} flags are recommended`;
  }
  const missing = recommended.filter((flag) => !flags.includes(flag));
  return missing.length === 0 ? undefined : `not in force: ${missing.join(', ')}`;
}

export function faultOfSynthesis({ status, validated: { failed, findings } }: Pick<SynthesizedApps, 'status' | 'validated'>): string | undefined {
  const errors = findings.filter(({ error }) => error).map(({ rule, template, resource, message }) => `${rule} ${template} ${resource ?? ''}: ${message}`);
  return status === 0 && !failed ? undefined : [`exit code ${status}`, ...errors].join('\n');
}

/** What is wrong about the validator: it is to be there, unless the CDK has none yet, to be given all, and to object to a fault. */
export function faultOfValidation(
  { hasValidator, templates, validated, planted }: Pick<SynthesizedApps, 'hasValidator' | 'templates' | 'validated' | 'planted'>, mayLackIt: boolean,
): string | undefined {
  if (!hasValidator) {
    return mayLackIt ? undefined : 'there is none';
  }
  const unseen = [...templates.keys()].filter((name) => !NESTED.test(name) && !validated.given.includes(name));
  const faults = [
    ...(templates.size === 0 ? ['there are no templates'] : []),
    ...(unseen.length === 0 ? [] : [`has not looked at ${unseen.join(', ')}`]),
    ...(planted.failed && planted.status !== 0 ? [] : [`overlooks a fault: exit code ${planted.status}`]),
  ];
  return faults.length === 0 ? undefined : faults.join('\n');
}

export function differences({ templates: expected }: Pick<SynthesizedApps, 'templates'>, { templates }: Pick<SynthesizedApps, 'templates'>): string | undefined {
  const names = [...new Set([...expected.keys(), ...templates.keys()])].filter((name) => KIT.test(name));
  const different = names.filter((name) => expected.get(name) !== templates.get(name));
  return names.length === 0 ? 'there are none' : different.length === 0 ? undefined : different.join(', ');
}
