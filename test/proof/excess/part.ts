import { staleDocuments, writeDocuments } from './documents';
import { count, figuresOf, totalOf } from './figures';
import { GridProbe, GROUPS } from './grid';
import { inGroup, measure, Measurement, Side, SIDES } from './measure';
import { PartResult } from '../report/part';
import { Recorder } from '../report/recorder';

/** Measures; checks that ours fits the need and that others do not; and that docs/ says so, or sees to it that it does. */
export async function excess({ write = false }: { write?: boolean } = {}): Promise<PartResult> {
  const recorder = new Recorder('excess');
  const measurement = await measure();
  assess(recorder, measurement);
  if (write) {
    writeDocuments(measurement);
  }
  for (const [name, difference] of staleDocuments(measurement)) {
    recorder.check(`docs/${name} is current`, difference && `${difference}; write it anew with npm run prove:excess`);
  }
  note(recorder, measurement);
  return recorder.finish();
}

/** All checks but those on docs/. */
export function assess(recorder: Recorder, measurement: Measurement): void {
  recorder.judged(measurement.judged);
  checkOurs(recorder, measurement);
  checkOthers(recorder, measurement);
  checkGrid(recorder, measurement);
}

/** What the library is for. */
function checkOurs(recorder: Recorder, { rows }: Measurement): void {
  for (const { need, sides: { ours } } of rows) {
    recorder.check(`${need.title}: this library allows nothing beyond the need`, listed(ours.beyond));
    recorder.check(`${need.title}: this library denies nothing that is needed`, listed(ours.missing));
  }
}

/** What is known of the others. If nobody went beyond the need, the probes would be blind. */
function checkOthers(recorder: Recorder, { rows }: Measurement): void {
  const some = (check: string, probes: readonly GridProbe[]) => recorder.check(check, probes.length === 0 ? 'no probe of the kind is allowed' : undefined);
  for (const { need, sides } of rows) {
    const { vendor, construct } = need.declaration;
    some(`${need.title}: CDK grants show settings of the bucket`, inGroup(sides.grants.beyond, 'buckets'));
    for (const side of ['published', 'grants'] as const) {
      const { beyond, missing } = sides[side];
      some(`${need.title}: ${side} list more than the folder`, inGroup(beyond, 'listings'));
      some(`${need.title}: ${side} do without TLS`, inGroup(beyond, 'plain HTTP'));
      if (construct !== 'bucketAccess') {
        some(`${need.title}: ${side} reach a stranger's bucket`, beyond.filter(({ place }) => place === 'stranger\'s bucket'));
      }
      if (vendor.kind === 'creativeForce') {
        some(`${need.title}: ${side} use the key without S3`, beyond.filter(({ request }) => request.kind === 'kms' && request.viaService === undefined));
      }
      recorder.check(`${need.title}: ${side} lack nothing but what surrounds a use`,
        listed(missing.filter(({ request }) => !(request.kind === 's3' && AROUND.includes(request.action)))));
    }
    if (vendor.kind === 'creativeForce') {
      some(`${need.title}: the published policy lets the vendor replace it`, sides.published.beyond.filter(({ request }) =>
        request.kind === 's3' && request.action === 's3:PutBucketPolicy'));
    }
  }
}

/** What S3's own clients do around a request or an upload, and not all guides and grants provide for. */
const AROUND = ['s3:AbortMultipartUpload', 's3:GetBucketLocation', 's3:ListMultipartUploadParts'];

/** A group in which all is needed, or nothing is ever allowed, would show nothing. */
function checkGrid(recorder: Recorder, { rows }: Measurement): void {
  for (const group of GROUPS) {
    const asked = rows.flatMap(({ probes }) => inGroup(probes, group));
    const allowed = new Set(rows.flatMap(({ needed, sides }) => SIDES.flatMap((side) => [
      ...inGroup(needed, group).filter((probe) => !sides[side].missing.includes(probe)), ...inGroup(sides[side].beyond, group),
    ])));
    recorder.check(`${group}: some probes are allowed by somebody, and some by nobody`,
      allowed.size > 0 && allowed.size < asked.length ? undefined : `${allowed.size} of ${asked.length} are allowed`);
  }
  for (const { need, needed } of rows) {
    for (const group of ['objects', 'listings', 'buckets'] as const) {
      recorder.check(`${need.title}: something is needed of ${group}`, inGroup(needed, group).length > 0 ? undefined : 'nothing is');
    }
  }
}

function note(recorder: Recorder, measurement: Measurement): void {
  const total = totalOf(figuresOf(measurement));
  const told = (side: Side) => `${count(total.sides[side].beyond)} beyond the need, ${count(total.sides[side].missing)} needed ones denied`;
  recorder.note(`${count(measurement.rows.length)} ways to let in five vendors; ${count(total.needed)} of ${count(total.probes)} probes are needed.`);
  recorder.note(`Published policies: ${told('published')}. CDK grants: ${told('grants')}. This library: ${told('ours')}.`);
  recorder.note('By vendor and by group, with a chart and the limits of the measure: docs/least-privilege.md.');
}

/** The first few probes of a list; undefined if there are none. */
function listed(probes: readonly GridProbe[]): string | undefined {
  return probes.length === 0
    ? undefined
    : [...probes.slice(0, 10).map(({ request }) => JSON.stringify(request)), ...(probes.length > 10 ? [`and ${count(probes.length - 10)} more`] : [])].join('\n');
}
