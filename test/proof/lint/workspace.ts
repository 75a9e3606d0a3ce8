import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { execute, Outcome, parsed } from './tools/execute';
import { firstReadmeExample } from '../../../build-tools/readme-example';
import { run } from '../../../build-tools/run';

export const ROOT = resolve(__dirname, '..', '..', '..');

/** The CDK that a user gets today. Raise it from time to time: a new one brings new rules and new feature flags. */
const NEWEST = { 'aws-cdk-lib': '2.276.0', 'constructs': '10.5.1' };

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
export interface Synthesis {
  /** Names of the apps; each has its assembly in a folder of that name. */
  readonly apps: readonly string[];
  /** The exit code of the process. */
  readonly status: number;
}

/** The CDK that the library is developed with: the oldest that it supports. */
export function developmentWorkspace(dir: string): Workspace {
  copySources(dir);
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
  return { dir, cdkVersion: versionIn(dir), flags: {} };
}

/**
 * The newest CDK, with the feature flags that `cdk init` gives to a new app. The sources are copied, not linked, because
 * Node.js looks for `aws-cdk-lib` from where a file really is: a link would load the CDK of development, and nobody would
 * notice but for the version that is asked for here.
 */
export function newestWorkspace(dir: string): Workspace {
  copySources(dir);
  run('npm', [
    'install', '--no-save', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline',
    ...Object.entries(NEWEST).map(([name, version]) => `${name}@${version}`),
  ], { cwd: dir, capture: true });
  for (const name of LINKED) {
    symlinkSync(join(ROOT, 'node_modules', name), join(dir, 'node_modules', name));
  }
  const cdkVersion = versionIn(dir);
  if (cdkVersion !== NEWEST['aws-cdk-lib']) {
    throw new Error(`asked for aws-cdk-lib ${NEWEST['aws-cdk-lib']}, got ${cdkVersion}`);
  }
  const flags = JSON.parse(readFileSync(join(dir, 'node_modules', 'aws-cdk-lib', 'recommended-feature-flags.json'), 'utf8'));
  return { dir, cdkVersion, flags };
}

/** Runs `synthesize.ts` in a workspace, as the command line of the CDK runs an app. */
export async function synthesize(workspace: Workspace, what: 'apps' | 'planted'): Promise<Synthesis> {
  const outcome = await runScript(workspace, 'synthesize.ts', what);
  return { apps: parsed('synthesis', outcome), status: outcome.status };
}

/** Runs a script of this folder in a workspace. */
export async function runScript({ dir, flags }: Workspace, script: string, argument: string): Promise<Outcome> {
  return execute(process.execPath, [
    '--require', join(ROOT, 'node_modules', 'ts-node', 'register', 'transpile-only'), join('test', 'proof', 'lint', script), argument,
  ], { cwd: dir, env: { CDK_APP_MODE: 'process', CDK_CONTEXT_JSON: JSON.stringify(flags) } });
}

function copySources(dir: string): void {
  for (const path of ['src', 'assets', 'examples', 'tsconfig.json', join('test', 'proof', 'lint')]) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    cpSync(join(ROOT, path), join(dir, path), { recursive: true });
  }
  // Under its own name, so that the example imports the library as a user does.
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: 'cdk-vendor-s3-access', private: true, exports: './src/index.ts' }));
  mkdirSync(join(dir, 'readme'));
  writeFileSync(join(dir, 'readme', 'example.ts'), firstReadmeExample(ROOT));
}

function versionIn(dir: string): string {
  const manifest = join(dir, 'node_modules', 'aws-cdk-lib', 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : 'none';
}
