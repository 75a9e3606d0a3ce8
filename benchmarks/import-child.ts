/* eslint-disable @typescript-eslint/no-require-imports */
/**
 * Measures one import in a fresh process, and prints the milliseconds of processor time; see import.ts.
 *
 * Arguments: what to import, the path of a file that lists what to load before, one path a line.
 */
import { readFileSync } from 'fs';

const [what, before] = process.argv.slice(-2);
const MODULES = ['aws-iam', 'aws-s3', 'aws-kms'].map((name) => `aws-cdk-lib/${name}`);

function time(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The CDK loads each name when it is first used, too. */
function loadAll(path: string): void {
  const module: Record<string, unknown> = require(path);
  Object.keys(module).forEach((name) => module[name]);
}

function cdk(): number {
  return time(() => MODULES.forEach(loadAll));
}

function ours(): number {
  const { App, Stack }: typeof import('aws-cdk-lib') = require('aws-cdk-lib');
  const { Bucket }: typeof import('aws-cdk-lib/aws-s3') = require('aws-cdk-lib/aws-s3');
  const stack = new Stack(new App(), 'Stack');
  const bucket = new Bucket(stack, 'Bucket');
  return time(() => {
    const { S3Access, Vendor, VendorS3AccessRole }: typeof import('../src') = require(process.cwd());
    return new VendorS3AccessRole(stack, 'Access', {
      vendor: Vendor.account('111122223333'), externalId: 'k3J-2f9a', access: [S3Access.read(bucket, { prefixes: ['raw'] })],
    });
  });
}

readFileSync(before, 'utf8').split('\n').filter((path) => path !== '').forEach((path) => require(path));
const took = what === 'ours' ? ours() : cdk();
console.log(JSON.stringify({ took, loaded: Object.keys(require.cache).filter((path) => path.includes('node_modules')) }));
