import { readFileSync } from 'fs';
import { join } from 'path';
import { AppProps, CustomResource, Duration, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { DISABLE_CREATION_STACK_TRACES } from 'aws-cdk-lib/cx-api';
import { Construct } from 'constructs';

/** Keeps the paths of this machine, and what only tools read, out of the snapshots. */
export const UNTRACED: AppProps = {
  stackTraces: false,
  treeMetadata: false,
  context: { [DISABLE_CREATION_STACK_TRACES]: true },
};

/** As whom a call is made: through a role, or with an access key from a secret. */
export interface Caller {
  readonly roleArn?: string;
  readonly externalId?: string;
  readonly secretArn?: string;
}

/** What S3 or STS must answer. */
export type Outcome = 'allowed' | 'denied' | 'missing';

/** One call and what must come of it; without a call, only the credentials are asked for. */
export interface Check {
  readonly name: string;
  readonly as: Caller;
  readonly call?: 'GetObject' | 'HeadObject' | 'PutObject' | 'DeleteObject' | 'ListObjectsV2' | 'HeadBucket' | 'GetBucketLocation';
  readonly input?: Record<string, string>;
  readonly expected: Outcome;
}

/** Properties of `Probe`. */
export interface ProbeProps {
  /** Buckets, each with the keys that are there before the checks. */
  readonly seeds: Array<{ readonly bucket: IBucket; readonly keys: string[] }>;
  readonly checks: Check[];
}

/**
 * Plays the vendor: calls S3 as the vendor would, and fails the deployment when anything comes out otherwise.
 *
 * A resource of the stack's own instead of the assertions of integ-tests: a call that must be *denied* is no error to
 * it, it can try again until IAM has settled, and its code is short enough to stand in the template.
 */
export class Probe extends Construct {
  /** The function; it needs to be let in to the roles and secrets that it plays with. */
  public readonly handler: LambdaFunction;

  constructor(scope: Construct, id: string, props: ProbeProps) {
    super(scope, id);
    this.handler = new LambdaFunction(this, 'Handler', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline(readFileSync(join(__dirname, 'probe-handler.js'), 'utf8')),
      timeout: Duration.minutes(5),
    });
    props.seeds.forEach(({ bucket }) => {
      bucket.grantPut(this.handler);
      bucket.grantDelete(this.handler);
    });
    const plan = {
      seeds: props.seeds.flatMap(({ bucket, keys }) => keys.map((Key) => ({ Bucket: bucket.bucketName, Key }))),
      checks: props.checks,
    };
    const run = new CustomResource(this, 'Run', {
      serviceToken: this.handler.functionArn,
      properties: { Plan: Stack.of(this).toJsonString(plan) },
    });
    run.node.addDependency(this.handler.role!);
  }
}

/** Checks of one bucket, as one caller: each entry is a call, its key or prefix, and the outcome. */
export function checksOf(as: Caller, bucket: IBucket, expected: Array<[NonNullable<Check['call']>, string, Outcome]>): Check[] {
  return expected.map(([call, at, outcome]) => {
    const argument: Record<string, string> = call === 'ListObjectsV2' ? { Prefix: at } : call.endsWith('Object') ? { Key: at } : {};
    return { name: `${call} ${at}`.trim(), as, call, input: { Bucket: bucket.bucketName, ...argument }, expected: outcome };
  });
}
