import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { ErrorCode } from '../../src/policy/base/codes';
import { cpuTime } from '../support/cpu-time';
import { DeployedTemplate } from '../support/deployed-template';
import { DeploymentValues, TemplateJson } from '../support/intrinsics';
import { uncheckedTemplateOf } from '../support/unchecked-template';

/** The vendor's account in all attacks. */
export const VENDOR = '999988887777';

/** Generous, for a slow machine; what it stands against takes minutes or never ends. */
export const PROMPTLY = 5000;

/** Something that must be refused. */
export interface Attack {
  readonly attack: string;
  readonly code: ErrorCode;
  readonly run: (stack: Stack) => unknown;
}

/** A stack for any account and region. */
export function newStack(): Stack {
  return new Stack(new App(), 'Test');
}

/**
 * Runs an attack that must be refused: by the library's own error with this code, on one line of bounded length, with
 * nothing in it that a terminal would act on, and soon.
 */
export function expectRefusal(code: ErrorCode, run: () => unknown): Error {
  const started = cpuTime();
  const error = thrownBy(run);
  expect(`${error.name} ${(error as { code?: string }).code}: ${error.message}`).toMatch(new RegExp(`^VendorS3AccessError ${code}: ${code} \\[`));
  expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  expect(error.message.length).toBeLessThan(2200);
  expect(cpuTime() - started).toBeLessThan(PROMPTLY);
  return error;
}

function thrownBy(run: () => unknown): Error {
  try {
    run();
  } catch (e) {
    return e as Error;
  }
  throw new Error('nothing was thrown');
}

/** A table of attacks, each with its code. */
export function refusals(topic: string, attacks: readonly Attack[]): void {
  describe(topic, () => {
    test.each(attacks.map((attack) => [attack.attack, attack.code, attack] as const))('%s: %s', (_, code, { run }) => {
      expectRefusal(code, () => run(newStack()));
      expectCleanPrototypes();
    });
  });
}

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype] as const;
const OWN = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype));

/** Nothing may have been added to what all objects share. */
export function expectCleanPrototypes(): void {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype))).toEqual(OWN);
}

/** The IDs and texts of all warnings of a stack. */
export function warningsOf(stack: Stack): string[] {
  return Annotations.fromStack(stack).findWarning('*', Match.anyValue()).map(({ entry }) => String(entry.data));
}

/** Warnings of values that may be anything. */
export function openParameters(stack: Stack): string[] {
  return warningsOf(stack).filter((text) => text.includes('cdk-vendor-s3-access:openParameter'));
}

/** Deploys a template after functions that the resolver does not know were replaced by what they would give. */
export function deployWith(stack: Stack, results: ReadonlyMap<string, unknown>, values: Partial<DeploymentValues> = {}): DeployedTemplate {
  const json = uncheckedTemplateOf(stack) as TemplateJson;
  let replaced = 0;
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(replace);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const text = JSON.stringify(value);
    if (results.has(text)) {
      replaced++;
      return results.get(text);
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item)]));
  };
  const resolved = replace(json) as TemplateJson;
  if (replaced === 0) {
    throw new Error(`Nothing to replace in ${JSON.stringify(json)}`);
  }
  return new DeployedTemplate(resolved, { stackName: stack.stackName, ...values });
}

/** Every text in a value, at any depth. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** All policy documents of a deployed template. */
export function documentsOf(template: DeployedTemplate): unknown[] {
  return Object.keys(template.json.Resources)
    .map((id) => template.properties(id))
    .flatMap(({ PolicyDocument, AssumeRolePolicyDocument, KeyPolicy }) => [PolicyDocument, AssumeRolePolicyDocument, KeyPolicy])
    .filter((document) => document !== undefined);
}

/** Shows that nothing in a template's policies is a variable or a wildcard, but for the one at the end of a pattern. */
export function expectLiteralPolicies(template: DeployedTemplate): void {
  const documents = documentsOf(template);
  expect(documents.length).toBeGreaterThan(1);
  for (const text of documents.flatMap(textsIn)) {
    const bare = text.replace(/\$\{[*?$]\}/g, '').replace(/\*$/, '');
    expect(bare).not.toMatch(/[*?$]/);
    expect(text).not.toContain('{{resolve:');
  }
}
