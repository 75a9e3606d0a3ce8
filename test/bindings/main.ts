/**
 * `npm run bindings`: whether absent and null mean the same from Python, Java and Go, and never give more access. jsii makes no
 * difference between the two, so nothing that keeps access in bounds may depend on one.
 *
 * The library is packed and built for each language as its users have it. One description of many small apps is carried out in each
 * of them, and in TypeScript, and what is synthesized is compared. With `-- --keep` the apps stay, to be looked at.
 */
import { mkdtempSync, realpathSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { parseArgs } from 'util';
import { BASELINES } from './baselines/all';
import { Claim } from './claims/claim';
import { handedBackClaims } from './claims/handed-back';
import { parameterClaims, propertyClaims } from './claims/left-out';
import { placeClaims } from './claims/places';
import { refusalClaims } from './claims/refusals';
import { gaps } from './coverage';
import { BUILDERS, tell } from './harnesses';
import { Evidence, judge, Speaker, Told } from './judge';
import { loadingFromPython } from './loading';
import { MANNERS } from './manners';
import { Plan } from './plan';
import { plantedFaults, plantedGaps } from './planted';
import { callables, inputStructs } from './public-api';
import { Recipe } from './recipe';
import { InstalledLibrary, installLibrary } from '../../build-tools/bindings/library';
import { generateSources, Sources } from '../../build-tools/bindings/sources';
import { CDK } from '../../build-tools/bindings/versions';
import { pack } from '../../build-tools/pack';
import { publish } from '../proof/report/publish';
import { Recorder } from '../proof/report/recorder';

async function check(recorder: Recorder, dir: string): Promise<void> {
  const library = await installLibrary(pack(dir), dir);
  const structs = inputStructs(library.assembly);
  const methods = callables(library.assembly);
  const missing = gaps(structs, methods, BASELINES);
  recorder.check('everything that users can pass in has a baseline', missing.length === 0 ? undefined : missing.join('\n'));
  plantedGaps(structs, methods, BASELINES).forEach(({ check: name, detail }) => recorder.check(name, detail));

  const plan = new Plan();
  const claims = [
    ...propertyClaims(plan, structs, BASELINES),
    ...parameterClaims(plan, methods, BASELINES),
    ...placeClaims(plan),
    ...handedBackClaims(plan),
    ...refusalClaims(plan, structs, methods, BASELINES),
  ];
  const { evidence, loading } = await gather(library, await generateSources(library, dir), claims, plan.recipes, dir);
  recorder.check('Python loads one file until a name is used', loading);
  const verdicts = judge(evidence);
  [...verdicts, ...plantedFaults(evidence, verdicts)].forEach(({ check: name, detail }) => recorder.check(name, detail));

  const counts = Object.entries(evidence.told).map(([speaker, told]) => `${speaker} ${told.size}`);
  const optional = [structs.flatMap(({ properties }) => properties), methods.flatMap(({ parameters }) => parameters)]
    .map((all) => all.filter((one) => one.optional).length);
  [...Object.values(evidence.told), ...evidence.manners.map(({ told }) => told)].forEach((told) => recorder.judged(told.size));
  recorder.note(`${optional[0]} optional properties of ${structs.length} structs and ${optional[1]} optional parameters, with aws-cdk-lib ${CDK['aws-cdk-lib']} in each language`);
  recorder.note(`apps: ${counts.join(', ')}`);
  evidence.manners.forEach(({ manner, told }) => recorder.note(`${manner.language}, ${manner.title}: ${told.size}`));
}

/** Builds all apps in all languages, each language on its own, while others still build. */
async function gather(
  library: InstalledLibrary, sources: Sources, claims: readonly Claim[], recipes: readonly Recipe[], dir: string,
): Promise<{ evidence: Evidence; loading: string | undefined }> {
  const told: Partial<Record<Speaker, Told>> = {};
  const manners: Array<Evidence['manners'][number]> = [];
  let loading: string | undefined;
  const speak = async (speaker: Speaker): Promise<void> => {
    const harness = await BUILDERS[speaker](library, sources, dir);
    progress(`${speaker} is built`);
    if (speaker === 'python') {
      loading = await loadingFromPython(harness, dir);
    }
    const spoken = MANNERS.filter(({ language }) => language === speaker).map((manner) => ({ manner, apps: manner.apps(claims, recipes) }));
    const [usual, ...others] = await tell(harness, [
      { variant: '', recipes: new Map(recipes.entries()) },
      ...spoken.map(({ manner, apps }) => ({ variant: manner.name, recipes: new Map(apps.map((app) => [app, recipes[app]])) })),
    ], join(dir, 'told', speaker));
    told[speaker] = usual;
    manners.push(...spoken.map((one, i) => ({ ...one, told: others[i] })));
    progress(`${speaker} has told of ${usual.size} apps`);
  };
  // All of them come to an end before the folder is removed.
  const ends = await Promise.allSettled((Object.keys(BUILDERS) as Speaker[]).map(speak));
  const failed = ends.filter((end): end is PromiseRejectedResult => end.status === 'rejected');
  if (failed.length > 0) {
    throw new Error(failed.map(({ reason }) => (reason instanceof Error ? reason.message : String(reason))).join('\n'));
  }
  return { evidence: { apps: recipes.length, claims, told: told as Record<Speaker, Told>, manners }, loading };
}

function progress(text: string): void {
  process.stdout.write(`${process.uptime().toFixed(0).padStart(4)} s  ${text}\n`);
}

async function main(keep: boolean): Promise<void> {
  const recorder = new Recorder('bindings');
  const dir = mkdtempSync(join(realpathSync(tmpdir()), 'cdk-vendor-s3-access-bindings-'));
  try {
    await recorder.attempt('the bindings are built, and every language tells', async () => check(recorder, dir));
  } finally {
    if (keep) {
      process.stdout.write(`All apps are in ${dir}/told/, by language and number\n`);
    } else {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  publish([recorder.finish()]);
}

const { keep } = parseArgs({ options: { keep: { type: 'boolean', default: false } } }).values;
void main(keep);
