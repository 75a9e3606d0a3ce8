/**
 * Builds cases from a plan in TypeScript, with the library as it is installed in an app, and writes what comes of each: an assembly,
 * or an error. It gives the answers that the other languages have to give.
 */
import { readFileSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { join } from 'path';
import type { App, Stack } from 'aws-cdk-lib';
import { Expression, Fixture, isList, Properties, Recipe } from '../recipe';

interface Plan {
  readonly runs: ReadonlyArray<{ readonly outdir: string; readonly cases: ReadonlyArray<Recipe & { readonly number: number }> }>;
}

const [, , app, planFile] = process.argv;
const installed = createRequire(join(app, 'index.js'));
const cdk: typeof import('aws-cdk-lib') = installed('aws-cdk-lib');
const library: any = installed('cdk-vendor-s3-access');

const FIXTURES: Readonly<Record<Fixture, (stack: Stack) => unknown>> = {
  bucket: (stack) => new cdk.aws_s3.Bucket(stack, 'Bucket'),
  otherBucket: (stack) => new cdk.aws_s3.Bucket(stack, 'OtherBucket'),
  importedBucket: (stack) => cdk.aws_s3.Bucket.fromBucketName(stack, 'ImportedBucket', 'imported-bucket'),
  key: (stack) => new cdk.aws_kms.Key(stack, 'Key'),
  boundary: (stack) => cdk.aws_iam.ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', 'arn:aws:iam::111122223333:policy/boundary'),
};

class Case {
  private readonly app: App;
  private readonly stack: Stack;
  private readonly fixtures: ReadonlyMap<Fixture, unknown>;

  constructor(private readonly recipe: Recipe, outdir: string) {
    this.app = new cdk.App({ outdir, analyticsReporting: false, treeMetadata: false });
    this.stack = new cdk.Stack(this.app, 'Stack', { analyticsReporting: false });
    this.fixtures = new Map(recipe.fixtures.map((name) => [name, FIXTURES[name](this.stack)]));
  }

  public synth(): void {
    for (const { new: name, id, under, props, then = [] } of this.recipe.constructs) {
      const made = new library[name](this[under], id, this.value(props));
      then.forEach((next) => made[next.method](...next.with.map((argument) => this.value(argument))));
    }
    this.app.synth();
  }

  private value(expression: Expression): unknown {
    if (expression === null) {
      // What TypeScript takes for an optional property.
      return undefined;
    }
    if (isList(expression)) {
      return expression.map((entry) => this.value(entry));
    }
    if (typeof expression !== 'object') {
      return expression;
    }
    if ('struct' in expression) {
      return this.properties(expression.of);
    }
    if ('map' in expression) {
      return this.properties(expression.map);
    }
    if ('call' in expression) {
      const [owner, method] = expression.call.split('.');
      return library[owner][method](...expression.with.map((argument) => this.value(argument)));
    }
    if ('get' in expression) {
      return (this.value(expression.of) as Record<string, unknown>)[expression.get];
    }
    if ('enum' in expression) {
      const [owner, name] = expression.enum.split('.');
      return library[owner][name];
    }
    if ('fixture' in expression) {
      return this.fixtures.get(expression.fixture);
    }
    if ('hours' in expression) {
      return cdk.Duration.hours(expression.hours);
    }
    if ('date' in expression) {
      return new Date(expression.date);
    }
    throw new Error(`no such expression: ${JSON.stringify(expression)}`);
  }

  private properties(properties: Properties): Record<string, unknown> {
    return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, this.value(value)]));
  }
}

function outcome(recipe: Recipe, outdir: string): { error?: string; type?: string } {
  try {
    new Case(recipe, outdir).synth();
    return {};
  } catch (e) {
    return e instanceof Error ? { error: e.message, type: e.name } : { error: String(e) };
  }
}

const plan: Plan = JSON.parse(readFileSync(planFile, 'utf8'));
for (const { outdir, cases } of plan.runs) {
  const told = cases.map(({ number, ...recipe }) => JSON.stringify({ number, ...outcome(recipe, join(outdir, String(number))) }));
  writeFileSync(join(outdir, 'outcomes.jsonl'), told.map((line) => `${line}\n`).join(''));
}
