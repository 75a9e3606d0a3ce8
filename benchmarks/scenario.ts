import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { VendorS3AccessRole } from '../src';

// As users have it: compiled, in few files.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { S3Access, Vendor, VendorS3AccessRole: AccessRole }: typeof import('../src') = require('..');

const ACCOUNT = '111122223333';
const VENDOR = '999988887777';
const EXTERNAL_ID = 'k3J-2f9a';

/** An app with so many folders to give access to, twenty in a bucket. */
export interface Scenario {
  readonly app: App;
  readonly stack: Stack;
  readonly folders: ReadonlyArray<{ readonly bucket: Bucket; readonly path: string }>;
}

export function scenario(count: number, outdir?: string): Scenario {
  const app = new App({ outdir });
  const stack = new Stack(app, 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  const buckets = Array.from({ length: Math.ceil(count / 20) }, (_, i) => new Bucket(stack, `Bucket${i}`));
  return { app, stack, folders: Array.from({ length: count }, (_, i) => ({ bucket: buckets[Math.floor(i / 20)], path: `tenant-${i}/feed-${i % 7}` })) };
}

/** Access through the library, outputs off: the CDK's grants have none. */
export function declareAccess({ stack, folders }: Scenario, oneByOne = false): VendorS3AccessRole {
  const [first, ...others] = folders.map(({ bucket, path }) => S3Access.read(bucket, { prefixes: [path] }));
  const role = new AccessRole(stack, 'Access', {
    vendor: Vendor.account(VENDOR), externalId: EXTERNAL_ID, outputs: false, access: oneByOne ? [first] : [first, ...others],
  });
  if (oneByOne) {
    others.forEach((more) => role.addAccess(more));
  }
  return role;
}

/** What comes nearest to it with the CDK alone. */
export function grantAccess({ stack, folders }: Scenario): void {
  const role = new Role(stack, 'Access', { assumedBy: new AccountPrincipal(VENDOR), externalIds: [EXTERNAL_ID] });
  folders.forEach(({ bucket, path }) => bucket.grantRead(role, `${path}/*`));
}

/** Runs something with an empty folder for what an app writes. */
export function withOutdir<T>(run: (outdir: string) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return run(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
