import { mkdirSync, writeFileSync } from 'fs';
import { join, relative } from 'path';
import * as fc from 'fast-check';
import { AllActions, allActions } from './actions';
import { declaration as anyDeclaration } from './arbitrary-declaration';
import { describeDifference } from './describe-difference';
import { minimal } from './minimal';
import { findPlanted } from './planted';
import { buildUnlessRefused, Difference, probesOf, runWorld } from './run-world';
import { strangeThings } from './strange-things';
import { Tally } from './tally';
import { unsaid } from './unsaid';
import { undeployable } from '../deployable/undeployable';
import { OPTIONS } from '../meaning/declaration';
import { PartResult } from '../report/part';
import { REPORTS } from '../report/publish';
import { Recorder } from '../report/recorder';

/** The same worlds in every run, unless asked for others. */
export const SEED = 20261120;

/** Worlds in one run of fast-check; then the probes are counted again. */
const BATCH = 25;

/** Runs of fast-check that are tried at the least. */
const FEW_BATCHES = 10;

/** After so many failures more would not tell more. */
const MOST_FAILURES = 3;

export interface WorldsOptions {
  /** How many requests to judge at the least. */
  readonly probes: number;
  readonly seed: number;
}

/** Random declarations, synthesized and probed; every answer is compared with the oracle's. */
export async function worlds({ probes, seed }: WorldsOptions): Promise<PartResult> {
  const recorder = new Recorder('worlds');
  const actions = await allActions();
  const tally = new Tally();
  const failures: string[] = [];

  // Were all declarations refused, there would be no end.
  const batches = FEW_BATCHES + probes / BATCH;
  for (let batch = 0; tally.probes < probes && failures.length < MOST_FAILURES && batch < batches; batch++) {
    const failure = await runBatch(actions, tally, seed + batch, failures.length);
    if (failure !== undefined) {
      failures.push(failure);
    }
  }
  recorder.judged(tally.probes);
  recorder.check('no request is wrongly allowed or wrongly denied, and every one could be judged', failures.length === 0 ? undefined : failures.join('\n\n'));
  recorder.check(`${probes} requests were judged`, tally.probes >= probes ? undefined : `only ${tally.probes}`);
  checkBreadth(recorder, tally, actions);
  recorder.judged(await findPlanted(recorder, actions, seed));
  recorder.note(`Seed ${seed}: ${tally.worlds} declarations; ${tally.refused} more were refused for their size or for saying a thing twice.`);
  recorder.note(`${tally.probes} requests: ${tally.allowed} to be allowed, ${tally.probes - tally.allowed} to be refused, of these ${
    [...tally.alone.values()].reduce((sum, one) => sum + one, 0)} for one reason alone.`);
  recorder.note(`Refused for one reason alone: ${[...tally.alone].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, times]) => `${reason} ${times}`).join(', ')}.`);
  recorder.note(`${tally.actions.size} actions were asked for, among them every one of S3 that acts on objects or buckets; ${
    [...tally.actions.values()].filter(({ allowed }) => allowed > 0).length} were ever allowed.`);
  return recorder.finish();
}

/** Runs some worlds, and tells of the first failure, made as small as it goes. */
async function runBatch(actions: AllActions, tally: Tally, seed: number, number: number): Promise<string | undefined> {
  let found: Difference | undefined;
  const property = fc.asyncProperty(anyDeclaration, fc.nat(), async (declaration, salt) => {
    const world = buildUnlessRefused(declaration);
    if (world === undefined) {
      tally.refused++;
      return;
    }
    refuse('documents hold what nobody declared', strangeThings(world));
    refuse('its author was not told', unsaid(world));
    refuse('it could not be deployed', undeployable(world.stacks, world.surroundings.warnings));
    const { judged, difference } = await runWorld(world, probesOf(declaration, actions, salt));
    if (difference !== undefined) {
      found = difference;
      throw new Error('answered otherwise than declared');
    }
    tally.add(declaration, judged);
  });
  const result = await fc.check(property, { numRuns: BATCH, seed, endOnFailure: true });
  if (!result.failed) {
    return undefined;
  }
  if (found === undefined) {
    return `seed ${seed}: ${String(result.errorInstance)}\ndeclaration: ${JSON.stringify(result.counterexample?.[0])}`;
  }
  const smallest = await minimal(found);
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, `difference-${number}.json`);
  writeFileSync(file, `${JSON.stringify(smallest, undefined, 2)}\n`);
  return describeDifference(smallest, relative(process.cwd(), file));
}

function refuse(what: string, complaints: readonly string[]): void {
  if (complaints.length > 0) {
    throw new Error(`${what}: ${complaints.join('; ')}`);
  }
}

/** A pass in which something never came up, or was only ever refused, would show nothing about it. */
function checkBreadth(recorder: Recorder, tally: Tally, actions: AllActions): void {
  for (const reason of REASONS) {
    recorder.check(`requests were refused for this reason alone: ${reason}`, tally.alone.has(reason) ? undefined : 'none');
  }
  for (const feature of [...FEATURES, ...tally.features.keys()].filter((one, i, all) => all.indexOf(one) === i)) {
    const { allowed = 0, denied = 0 } = tally.features.get(feature) ?? {};
    const enough = (ONLY_DENIED.includes(feature) || allowed > 0) && denied > 0;
    recorder.check(`declarations with "${feature}" were probed both ways`, enough ? undefined : `${allowed} allowed, ${denied} denied`);
  }
  const never = [...actions.onObjects, ...actions.onBuckets, ...actions.onKeys].filter((action) => !tally.actions.has(action));
  recorder.check('every action of S3 and KMS on objects, buckets and keys was asked for', never.length === 0 ? undefined : never.join(', '));
  recorder.check('declarations are seldom refused', tally.refused * 10 <= tally.worlds ? undefined : `${tally.refused} of ${tally.worlds}`);
}

const REASONS = [
  'suspended', 'expired', 'address', 'principal', 'organization', 'external ID', 'session tags', 'bucket', 'owner', 'action', 'key', 'prefix',
  'plain HTTP', 'ACL', 'encryption', 'KMS key', 'KMS action', 'encryption context', 'KMS without S3', 'alias',
] as const;

const FEATURES = [
  'construct role', 'construct user', 'construct bucketAccess',
  ...['account', 'role', 'user', 'pending', 'cloudglue', 'hotglue', 'coactive', 'creativeForce', 'apperate', 'definition'].map((kind) => `vendor ${kind}`),
  ...['created', 'created with a key', 'imported', 'imported elsewhere', 'parameter', 'parameter elsewhere'].map((source) => `bucket ${source}`),
  ...['created', 'strict', 'imported', 'imported elsewhere', 'alias', 'imported elsewhere there', 'alias elsewhere there'].map((source) => `key ${source}`),
  ...['whole bucket', 'folder', 'startingWith', 'object', 'template'].flatMap((scope) => (scope === 'whole bucket' ? [scope] : [scope, `${scope} at deployment`])),
  ...OPTIONS.flatMap((option) => [`${option}: true`, `${option}: false`]),
  ...['folder', 'startingWith', 'object'].flatMap((scope) => ['pseudo parameters', 'condition', 'mapping'].map((how) => `${scope} by ${how}`)),
  'data in a stack of own', 'data in a stack of partner', 'data in another region', 'in aws-cn', 'in aws-us-gov', 'open: access', 'open: data', 'open: both',
  'vendor account by pseudo parameter', 'vendor cloudglue elsewhere', 'vendor creativeForce elsewhere',
  ...['vendor', 'externalId', 'addresses', 'owners', 'keys'].map((what) => `${what} by parameter`),
  'bucket by CfnBucket', 'bucket by pseudo parameter', ...['statement', 'policy', 'tls'].map((what) => `bucket with existing ${what}`),
  'granted beside byPolicy', 'granted beside byBucket', 'granted beside onBucket', 'owner said by another entry', 'external ID that is a folder',
  'vendor that claims the customer\'s bucket', 'with trustedBeside', 'with addedSingly', 'with roleName',
  'with externalId', 'with nextExternalId', 'with additionalTrust', 'with allowedSourceIps', 'with expiresAt', 'with suspended', 'with addedLater',
];

/** Nothing is allowed where everything is suspended. */
const ONLY_DENIED = ['with suspended'];
