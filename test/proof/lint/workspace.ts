import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { execute, Outcome, parsed } from './tools/execute';
import { installCdk, installedCdk, recommendedFlags } from '../../../build-tools/cdk-versions/install';
import { OLDEST } from '../../../build-tools/cdk-versions/versions';
import { firstReadmeExample } from '../../../build-tools/readme-example';

export const ROOT = resolve(__dirname, '..', '..', '..');

/** How long a script may run in a workspace, in milliseconds. A validator that never ends would go unnoticed for hours otherwise. */
const PATIENCE = 240_000;

/** What the apps are made of, in the proof. */
const PARTS = ['lint', join('plants', 'lint'), 'vendors', 'meaning', join('world', 'build-vendor.ts')];

/** What the sources need at run time beside the CDK, and what compiles them. */
const LINKED = ['yaml', 'typescript'];

/** A copy of the sources, with a CDK of its own beside them. */
export interface Workspace {
  readonly dir: string;
  readonly cdkVersion: string;
  /** The feature flags of its apps. */
  readonly flags: Readonly<Record<string, unknown>>;
}

/** What came of synthesizing. */
export interface Synthesis extends Synthesized {
  /** The exit code of the process. */
  readonly status: number;
}

/** What `synthesize.ts` says of it. */
export interface Synthesized {
  /** Names of the apps; each has its assembly in a folder of that name. */
  readonly apps: readonly string[];
  /** The version of the CDK that ran. */
  readonly cdkVersion: string;
  /** Whether it has a validator of templates. */
  readonly hasValidator: boolean;
  /** The feature flags that are in force in every app. */
  readonly flags: readonly string[];
}

/** The CDK that the library is developed with, and an app without feature flags. */
export function developmentWorkspace(dir: string): Workspace {
  copySources(dir);
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
  return { dir, cdkVersion: installedCdk(dir), flags: {} };
}

/**
 * A version of the CDK, with the feature flags that `cdk init` gives to a new app. The sources are copied, not linked, because
 * Node.js looks for `aws-cdk-lib` from where a file really is: a link would load the CDK of development, and nobody would
 * notice but for the version that is asked for here.
 */
export function workspaceWith(version: string, dir: string): Workspace {
  if (version === OLDEST) {
    return { ...developmentWorkspace(dir), flags: recommendedFlags(dir) };
  }
  copySources(dir);
  const cdkVersion = installCdk(dir, version);
  for (const name of LINKED) {
    symlinkSync(join(ROOT, 'node_modules', name), join(dir, 'node_modules', name));
  }
  return { dir, cdkVersion, flags: recommendedFlags(dir) };
}

/** Runs `synthesize.ts` in a workspace, as the command line of the CDK runs an app. */
export async function synthesize(workspace: Workspace, what: 'apps' | 'planted'): Promise<Synthesis> {
  const outcome = await runScript(workspace, 'synthesize.ts', what);
  return { ...parsed<Synthesized>('synthesis', outcome), status: outcome.status };
}

/** Runs a script of this folder in a workspace. */
export async function runScript({ dir, flags }: Workspace, script: string, argument: string): Promise<Outcome> {
  return execute(process.execPath, [
    '--require', join(ROOT, 'node_modules', 'ts-node', 'register', 'transpile-only'), join('test', 'proof', 'lint', script), argument,
  ], { cwd: dir, timeout: PATIENCE, env: { CDK_APP_MODE: 'process', CDK_CONTEXT_JSON: JSON.stringify(flags) } });
}

function copySources(dir: string): void {
  for (const path of ['src', 'assets', 'examples', 'tsconfig.json', ...PARTS.map((part) => join('test', 'proof', part))]) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    cpSync(join(ROOT, path), join(dir, path), { recursive: true });
  }
  // Under its own name, so that the example imports the library as a user does.
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: 'cdk-vendor-s3-access', private: true, exports: './src/index.ts' }));
  mkdirSync(join(dir, 'readme'));
  writeFileSync(join(dir, 'readme', 'example.ts'), firstReadmeExample(ROOT));
}
