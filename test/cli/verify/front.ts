import { createHash, randomBytes } from 'crypto';
import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { attempt, Caller } from '../../support/caller';
import { REGION } from '../../support/deployed-template';
import { PolicyDocumentJson } from '../../support/policy-document';

/** A role as it was deployed, and the bucket that it is for. */
export interface Deployment {
  readonly roleArn: string;
  readonly trust: PolicyDocumentJson;
  readonly session: Caller;
  readonly bucket: string;
}

/** One request to the front. */
export interface Received {
  /** As IAM calls it. */
  readonly action: string;
  readonly key?: string;
  readonly prefix?: string;
  readonly externalId?: string;
  /** How many requests of that action came before. */
  readonly earlier: number;
}

/** An answer that has nothing to do with permissions. */
export interface Fault {
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  /** Not to answer at all. */
  readonly silent?: true;
  /** Whether the request is carried out all the same. */
  readonly afterwards?: true;
}

export interface FrontOptions {
  /** Objects that are there at first. */
  readonly objects?: readonly string[];
  /** Breaks requests. */
  readonly fault?: (received: Received) => Fault | undefined;
  /** Whether a refusal names the permission that is missing, as S3 does mostly. */
  readonly explains?: boolean;
  /** Whether objects are kept whose digest is wrong, as some stand-ins for S3 do. */
  readonly keepsAll?: boolean;
}

/** The vendor's own identity, and the key that it signs with. */
export const VENDOR_PRINCIPAL = 'arn:aws:iam::999988887777:role/ingest';
export const VENDOR_KEY = 'AKIAVENDOR';

const OBJECT_ACTIONS: Readonly<Record<string, string>> = { GET: 's3:GetObject', PUT: 's3:PutObject', DELETE: 's3:DeleteObject' };

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/**
 * STS and S3 on this machine, as far as verifying needs them. Who may do what is decided by the evaluators of the tests, from the
 * documents of a deployment.
 */
export class Front {
  public static async start(deployment: Deployment, options: FrontOptions = {}): Promise<Front> {
    const server = createServer();
    const front = new Front(server, deployment, options);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return front;
  }

  /** Objects, by key. */
  public readonly objects: Map<string, string>;
  public readonly received: Received[] = [];
  /** What must never be printed. */
  public readonly secrets: string[] = [];
  /** Access keys that S3 was asked with. */
  public readonly usedKeys: string[] = [];
  /** Regions that STS was asked in. */
  public readonly regions: string[] = [];
  private readonly sessions = new Set<string>();

  private constructor(private readonly server: Server, private readonly deployment: Deployment, private readonly options: FrontOptions) {
    this.objects = new Map((options.objects ?? []).map((key) => [key, 'the customer\'s data']));
    server.on('request', (request, response) => void this.answer(request, response));
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const body = await bodyOf(request);
      await (request.method === 'POST' ? this.sts(new URLSearchParams(body), regionOf(request), response) : this.s3(request, body, response));
    } catch (e) {
      reply(response, 418, `<Error><Code>FrontFailed</Code><Message>${(e as Error).message}</Message></Error>`);
    }
  }

  private async sts(query: URLSearchParams, region: string, response: ServerResponse): Promise<void> {
    const action = query.get('Action')!;
    this.regions.push(region);
    const externalId = query.get('ExternalId') ?? undefined;
    const result = (xml: string) => reply(response, 200, `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${xml}` +
      `</${action}Result></${action}Response>`);
    const fault = this.faultOf({ action: `sts:${action}`, externalId });
    if (fault !== undefined) {
      this.fail(response, fault, 'sts');
    } else if (action === 'GetCallerIdentity') {
      result(`<Arn>${VENDOR_PRINCIPAL}</Arn><Account>999988887777</Account><UserId>AROA</UserId>`);
    } else if (query.get('RoleArn') === this.deployment.roleArn
      && await attempt(this.deployment.trust, this.deployment.roleArn, { principal: VENDOR_PRINCIPAL, externalId }) === 'allowed') {
      const [id, secret, token] = ['ASIA', 'secret', 'token'].map((name) => `${name}${randomBytes(12).toString('hex')}`);
      this.sessions.add(id);
      this.secrets.push(id, secret, token);
      result(`<Credentials><AccessKeyId>${id}</AccessKeyId><SecretAccessKey>${secret}</SecretAccessKey><SessionToken>${token}</SessionToken>` +
        `<Expiration>${new Date(Date.now() + 900_000).toISOString()}</Expiration></Credentials>`);
    } else {
      this.fail(response, {
        status: 403,
        code: 'AccessDenied',
        message: `User: ${VENDOR_PRINCIPAL} is not authorized to perform: sts:AssumeRole on resource: ${query.get('RoleArn')}`,
      }, 'sts');
    }
  }

  private async s3(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, this.url);
    const [, bucket, ...path] = pathname.split('/');
    const key = path.join('/') === '' ? undefined : decodeURIComponent(path.join('/'));
    const [, accessKey, , region] = /Credential=(\w+)\/(\d+)\/([a-z0-9-]+)\//.exec(request.headers.authorization ?? '') ?? [];
    if (!this.sessions.has(accessKey)) {
      throw new Error('S3 is asked with a session only');
    }
    this.usedKeys.push(accessKey);
    if (region !== REGION) {
      response.setHeader('x-amz-bucket-region', REGION);
      return this.fail(response, { status: 301, code: 'PermanentRedirect', message: 'Elsewhere' });
    }
    const prefix = searchParams.get('prefix') ?? undefined;
    const action = key === undefined ? 's3:ListBucket' : OBJECT_ACTIONS[request.method!];
    const fault = this.faultOf({ action, key, prefix });
    if (fault !== undefined && fault.afterwards === undefined) {
      return this.fail(response, fault);
    }
    const refusal = await this.refusalOf(bucket, action, key, prefix, request.headers['if-none-match'] === '*') ?? this.discards(request, body);
    if (refusal === undefined) {
      this.carryOut(action, key, body);
    }
    const failure = fault ?? refusal;
    return failure === undefined ? this.succeed(response, action, prefix) : this.fail(response, failure);
  }

  private async refusalOf(
    bucket: string, action: string, key: string | undefined, prefix: string | undefined, onlyNew: boolean,
  ): Promise<Refusal | undefined> {
    if (bucket !== this.deployment.bucket) {
      return { status: 404, code: 'NoSuchBucket', message: 'No such bucket' };
    }
    if (!await this.may(action, key, prefix)) {
      return this.denied(action);
    }
    if (action === 's3:PutObject' && onlyNew && this.objects.has(key!)) {
      return { status: 412, code: 'PreconditionFailed', message: 'It is there' };
    }
    if (action === 's3:GetObject' && !this.objects.has(key!)) {
      // Who may not list the bucket does not learn that an object is missing.
      return await this.may('s3:ListBucket') ? { status: 404, code: 'NoSuchKey', message: 'No such key' } : this.denied('s3:ListBucket');
    }
    return undefined;
  }

  /** Permissions come first: whoever may not write does not learn that the digest is wrong. */
  private discards({ headers }: IncomingMessage, body: string): Refusal | undefined {
    const promised = headers['content-md5'];
    return promised === undefined || this.options.keepsAll === true || createHash('md5').update(body).digest('base64') === promised
      ? undefined
      : { status: 400, code: 'BadDigest', message: 'The Content-MD5 you specified did not match what we received.' };
  }

  private async may(action: string, key?: string, prefix?: string): Promise<boolean> {
    const context = prefix === undefined ? {} : { 's3:prefix': prefix };
    return await this.deployment.session.request({ action, bucket: this.deployment.bucket, key, context }) === 'allowed';
  }

  private denied(action: string): Refusal {
    const explained = `User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: ${action} on it`;
    return { status: 403, code: 'AccessDenied', message: this.options.explains === false ? 'Access Denied' : explained };
  }

  private carryOut(action: string, key: string | undefined, body: string): void {
    if (action === 's3:PutObject') {
      this.objects.set(key!, body);
    } else if (action === 's3:DeleteObject') {
      this.objects.delete(key!);
    }
  }

  private succeed(response: ServerResponse, action: string, prefix: string | undefined): void {
    if (action === 's3:ListBucket') {
      const found = [...this.objects.keys()].filter((key) => key.startsWith(prefix ?? '')).sort().slice(0, 10);
      return reply(response, 200, '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>false</IsTruncated>' +
        `${found.map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`).join('')}</ListBucketResult>`);
    }
    return reply(response, { 's3:GetObject': 206, 's3:DeleteObject': 204 }[action] ?? 200, action === 's3:GetObject' ? 't' : '');
  }

  private faultOf(request: Omit<Received, 'earlier'>): Fault | undefined {
    const received = { ...request, earlier: this.received.filter(({ action }) => action === request.action).length };
    this.received.push(received);
    return this.options.fault?.(received);
  }

  private fail(response: ServerResponse, { status = 500, code = 'InternalError', message = 'Broken', silent }: Fault, service?: 'sts'): void {
    if (silent) {
      return;
    }
    const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
    reply(response, status, service === 'sts' ? `<ErrorResponse>${error}</ErrorResponse>` : error);
  }
}

function regionOf({ headers }: IncomingMessage): string {
  return /Credential=\w+\/\d+\/([a-z0-9-]+)\//.exec(headers.authorization ?? '')![1];
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Type': 'application/xml' });
  response.end(status === 204 ? undefined : body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
