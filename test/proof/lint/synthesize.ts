/**
 * Runs inside a workspace and writes cloud assemblies into its folder `out`. What it is asked to do comes as an argument:
 *
 * - `apps`: the gallery, all examples and the first example of the README.
 * - `planted`: an app that the CDK's validator must refuse.
 *
 * It says what was validated in `<app>.validated.json`, prints what it has done once all apps are there (`Synthesized`), and leaves
 * everything else, the exit code included, to the CDK.
 */
import { writeFileSync } from 'fs';
import { createRequire } from 'module';
import { join, relative, resolve } from 'path';
import * as cdk from 'aws-cdk-lib';
import { App } from 'aws-cdk-lib';
import { exampleApps, MakeApp } from './examples';
import { GALLERY } from './gallery';
import type { Synthesized } from './workspace';
import { faultyApp } from '../plants/lint/faulty-app';

const ROOT = resolve(__dirname, '..', '..', '..');

const load = createRequire(__filename);

function readmeApp(outdir: string): App {
  const app = new App({ outdir, analyticsReporting: false });
  const { ExampleStack } = load(join(ROOT, 'readme', 'example.ts'));
  new ExampleStack(app, 'Example');
  return app;
}

/** The recommended feature flags that are as recommended in an app. */
function flagsIn(app: App): string[] {
  const recommended: Record<string, unknown> = load('aws-cdk-lib/recommended-feature-flags.json');
  return Object.keys(recommended).filter((flag) => JSON.stringify(app.node.tryGetContext(flag)) === JSON.stringify(recommended[flag]));
}

/** Notes which templates the built-in validator is given: what it has nothing to say about leaves no trace in its report. */
function watchValidator(): Set<string> {
  const given = new Set<string>();
  // The CDK of development, by whose types this is compiled, does not have one yet.
  const plugin = (cdk as any).CloudFormationValidatePlugin;
  if (plugin !== undefined) {
    const validate = plugin.prototype.validate;
    plugin.prototype.validate = function (context: { stackTemplates: Array<{ templatePath: string }> }) {
      context.stackTemplates.forEach(({ templatePath }) => given.add(templatePath));
      return validate.call(this, context);
    };
  }
  return given;
}

function appsAskedFor(what: string): Record<string, MakeApp> {
  if (what === 'planted') {
    return { planted: faultyApp };
  }
  if (what !== 'apps') {
    throw new Error(`cannot synthesize "${what}"`);
  }
  const examples = Object.entries(exampleApps(join(ROOT, 'examples'))).map(([name, makeApp]): [string, MakeApp] => [`example-${name}`, makeApp]);
  return { ...GALLERY, ...Object.fromEntries(examples), readme: readmeApp };
}

const given = watchValidator();
const apps = appsAskedFor(process.argv[2]);
const flags: string[][] = [];
for (const [name, makeApp] of Object.entries(apps)) {
  const outdir = join(ROOT, 'out', name);
  given.clear();
  const app = makeApp(outdir);
  flags.push(flagsIn(app));
  app.synth();
  writeFileSync(`${outdir}.validated.json`, JSON.stringify([...given].map((path) => relative(outdir, resolve(outdir, path)))));
}
const said: Synthesized = {
  apps: Object.keys(apps),
  cdkVersion: load('aws-cdk-lib/package.json').version,
  hasValidator: (cdk as any).CloudFormationValidatePlugin !== undefined,
  flags: flags.reduce((common, some) => common.filter((flag) => some.includes(flag))),
};
process.stdout.write(JSON.stringify(said));
