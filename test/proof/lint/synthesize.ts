/**
 * Runs inside a workspace and writes cloud assemblies into its folder `out`. What it is asked to do comes as an argument:
 *
 * - `apps`: the gallery, all examples and the first example of the README.
 * - `planted`: an app that the CDK's validator must refuse.
 *
 * It says what was validated in `<app>.validated.json`, prints the names of the apps once all are there, and leaves everything
 * else, the exit code included, to the CDK.
 */
import { writeFileSync } from 'fs';
import { createRequire } from 'module';
import { join, relative, resolve } from 'path';
import * as cdk from 'aws-cdk-lib';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { exampleApps, MakeApp } from './examples';
import { GALLERY } from './gallery';

const ROOT = resolve(__dirname, '..', '..', '..');

function readmeApp(outdir: string): App {
  const app = new App({ outdir, analyticsReporting: false });
  const { ExampleStack } = createRequire(__filename)(join(ROOT, 'readme', 'example.ts'));
  new ExampleStack(app, 'Example');
  return app;
}

/** A property that does not exist. */
function plantedApp(outdir: string): App {
  const app = new App({ outdir, analyticsReporting: false });
  new CfnResource(new Stack(app, 'Planted'), 'Group', { type: 'AWS::IAM::Group', properties: { NoSuchProperty: true } });
  return app;
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
    return { planted: plantedApp };
  }
  if (what !== 'apps') {
    throw new Error(`cannot synthesize "${what}"`);
  }
  const examples = Object.entries(exampleApps(join(ROOT, 'examples'))).map(([name, makeApp]): [string, MakeApp] => [`example-${name}`, makeApp]);
  return { ...GALLERY, ...Object.fromEntries(examples), readme: readmeApp };
}

const given = watchValidator();
const apps = appsAskedFor(process.argv[2]);
for (const [name, makeApp] of Object.entries(apps)) {
  const outdir = join(ROOT, 'out', name);
  given.clear();
  makeApp(outdir).synth();
  writeFileSync(`${outdir}.validated.json`, JSON.stringify([...given].map((path) => relative(outdir, resolve(outdir, path)))));
}
process.stdout.write(JSON.stringify(Object.keys(apps)));
