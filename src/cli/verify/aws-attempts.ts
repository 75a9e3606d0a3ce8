import { Readable } from 'stream';
import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import type { STSClient } from '@aws-sdk/client-sts';
import { Attempts, Session } from './attempts';
import { reasonOf } from './stop-signal';
import { awsSdk, defaultRegion, otherRegion, Outcome, outcomeOf } from '../aws';

/** Where to ask, and for what. */
interface AwsAttemptsOptions {
  readonly roleArn: string;
  readonly bucket: string;
  readonly region?: string;
  /** What stands in for STS and S3. */
  readonly endpointUrl?: string;
  readonly signal: AbortSignal;
}

/** How long tidying up may take, whatever time is left for the rest. */
const CLEAN_UP_MS = 10_000;

/** The shortest that STS offers. */
const SESSION_SECONDS = 900;

/** Keys of a listing: enough to find one that is no folder's placeholder. */
const LISTED = 10;

/** A digest that is well formed, and wrong for whatever has any bytes. */
const MD5_OF_NOTHING = '1B2M2Y8AsgTpgAmY7PhCfg==';

type Credentials = Exclude<S3ClientConfig['credentials'], undefined>;

/** The attempts, made with the AWS SDK and the credentials that it finds. */
export class AwsAttempts implements Attempts {
  private readonly sts: STSClient;
  private readonly sessions: AwsSession[] = [];

  constructor(private readonly options: AwsAttemptsOptions) {
    const { STSClient: Client } = awsSdk();
    const { region, roleArn, endpointUrl } = options;
    this.sts = new Client({ region: region ?? regionOfProfile(defaultRegion(roleArn)), endpoint: endpointUrl });
  }

  public async identify() {
    const { GetCallerIdentityCommand } = awsSdk();
    return told(this.options.signal, async (abortSignal) => {
      const { Arn } = await this.sts.send(new GetCallerIdentityCommand({}), { abortSignal });
      return { arn: Arn };
    });
  }

  public async assume(ExternalId: string | undefined) {
    const { AssumeRoleCommand } = awsSdk();
    return told(this.options.signal, async (abortSignal) => {
      const { Credentials: given } = await this.sts.send(new AssumeRoleCommand({
        RoleArn: this.options.roleArn, RoleSessionName: 'vendor-s3-access-verify', DurationSeconds: SESSION_SECONDS, ExternalId,
      }), { abortSignal });
      const session = new AwsSession(this.options, {
        accessKeyId: given!.AccessKeyId!, secretAccessKey: given!.SecretAccessKey!, sessionToken: given!.SessionToken,
      }, await this.sts.config.region());
      this.sessions.push(session);
      return { session };
    });
  }

  public close(): void {
    this.sts.destroy();
    this.sessions.forEach((session) => session.close());
  }
}

class AwsSession implements Session {
  private client?: S3Client;

  constructor(private readonly options: AwsAttemptsOptions, private readonly credentials: Credentials, private region: string) {
  }

  public async list(Prefix: string | undefined) {
    const { ListObjectsV2Command } = awsSdk();
    return told(this.options.signal, async (abortSignal) => {
      const command = new ListObjectsV2Command({ Bucket: this.options.bucket, Prefix, MaxKeys: LISTED });
      const { Contents = [] } = await this.inRegion((s3) => s3.send(command, { abortSignal }));
      return { keys: Contents.map(({ Key }) => Key!) };
    });
  }

  public async get(Key: string): Promise<Outcome> {
    const { GetObjectCommand } = awsSdk();
    return outcome(this.options.signal, async (abortSignal) => {
      const command = new GetObjectCommand({ Bucket: this.options.bucket, Key, Range: 'bytes=0-0' });
      const { Body } = await this.inRegion((s3) => s3.send(command, { abortSignal }));
      // What was asked for is the answer, not the data.
      (Body as Readable | undefined)?.destroy();
    });
  }

  public async put(Key: string, Body: string): Promise<Outcome> {
    return this.write({ Key, Body });
  }

  public async putDiscarded(Key: string, Body: string): Promise<Outcome> {
    // S3 decides on permissions by the headers, and finds out that the digest is wrong when it has the data.
    return this.write({ Key, Body, ContentMD5: MD5_OF_NOTHING });
  }

  public async remove(Key: string): Promise<Outcome> {
    const { DeleteObjectCommand } = awsSdk();
    return outcome(AbortSignal.timeout(CLEAN_UP_MS), async (abortSignal) => {
      await this.inRegion((s3) => s3.send(new DeleteObjectCommand({ Bucket: this.options.bucket, Key }), { abortSignal }));
    });
  }

  public close(): void {
    this.client?.destroy();
  }

  private async write(object: { readonly Key: string; readonly Body: string; readonly ContentMD5?: string }): Promise<Outcome> {
    const { PutObjectCommand } = awsSdk();
    return outcome(this.options.signal, async (abortSignal) => {
      const command = new PutObjectCommand({ Bucket: this.options.bucket, ContentType: 'text/plain', IfNoneMatch: '*', ...object });
      await this.inRegion((s3) => s3.send(command, { abortSignal }));
    });
  }

  /** Sends a request, once more if the bucket turns out to lie in another region. */
  private async inRegion<T>(send: (s3: S3Client) => Promise<T>): Promise<T> {
    try {
      return await send(this.client ??= this.connect());
    } catch (e) {
      const region = otherRegion(e);
      if (region === undefined || region === this.region) {
        throw e;
      }
      this.close();
      this.region = region;
      return send(this.client = this.connect());
    }
  }

  private connect(): S3Client {
    const { S3Client: Client } = awsSdk();
    const { endpointUrl } = this.options;
    return new Client({
      region: this.region, endpoint: endpointUrl, forcePathStyle: endpointUrl !== undefined, credentials: this.credentials,
    });
  }
}

/** The region that the profile names; without one, any of the right partition does: buckets are followed to their own. */
function regionOfProfile(otherwise: string | undefined): () => Promise<string> {
  const { STSClient: Client } = awsSdk();
  const named = new Client({}).config.region;
  return () => (otherwise === undefined ? named() : named().catch(() => otherwise));
}

async function outcome(signal: AbortSignal, send: (signal: AbortSignal) => Promise<void>): Promise<Outcome> {
  return (await told(signal, async (abortSignal) => {
    await send(abortSignal);
    return {};
  })).outcome;
}

type Told<T> = { readonly outcome: Outcome } & Partial<T>;

/** Runs a request, and tells what came of it. */
async function told<T extends object>(signal: AbortSignal, send: (signal: AbortSignal) => Promise<T>): Promise<Told<T>> {
  try {
    return { outcome: { kind: 'allowed' }, ...await stoppable(signal, send(signal)) };
  } catch (e) {
    return { outcome: signal.aborted ? { kind: 'failed', code: 'Stopped', message: reasonOf(signal) } : outcomeOf(e) } as Told<T>;
  }
}

/** Not all that the SDK does before it sends, such as looking for credentials, can be stopped. */
async function stoppable<T>(signal: AbortSignal, running: Promise<T>): Promise<T> {
  let stop: () => void;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.aborted ? stop() : signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([running, stopped]);
  } finally {
    signal.removeEventListener('abort', stop!);
  }
}
