import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { CONSTRUCTS } from './versions';
import { run } from '../run';

/** Installs a version of aws-cdk-lib into a folder, whatever its manifest asks for; gives the exact version. */
export function installCdk(dir: string, version: string): string {
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', `aws-cdk-lib@${version}`, `constructs@${CONSTRUCTS}`], { cwd: dir, capture: true });
  const installed = installedCdk(dir);
  if (installed !== version && !installed.startsWith(`${version}.`)) {
    throw new Error(`asked for aws-cdk-lib ${version}, got ${installed}`);
  }
  return installed;
}

/** The version of aws-cdk-lib in a folder. */
export function installedCdk(dir: string): string {
  const manifest = join(dir, 'node_modules', 'aws-cdk-lib', 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : 'none';
}

/** The feature flags that `cdk init` gives to a new app with the version in a folder. */
export function recommendedFlags(dir: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(dir, 'node_modules', 'aws-cdk-lib', 'recommended-feature-flags.json'), 'utf8'));
}
