import { deepStrictEqual, match, ok, strictEqual } from 'assert';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { Account } from './account';
import { Deployed } from './read-back';
import { attempt } from '../../support/caller';
import { REGION } from '../../support/deployed-template';
import { Program } from '../program/program';
import { Recorder } from '../report/recorder';
import { CLOUDGLUE } from '../vendors';

const BUCKET = 'acme-kits';
const TO = `s3://${BUCKET}/aws`;
const VERSION = '1.0.0';
const TEMPLATE_URL = `https://${BUCKET}.s3.${REGION}.amazonaws.com/aws/${VERSION}/template.json`;
const STACK = 'FromTheKit';
const EXTERNAL_ID = 'k3J-2f9a';

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json', yaml: 'application/yaml', html: 'text/html; charset=utf-8', md: 'text/markdown; charset=utf-8',
};

/** A vendor publishes a kit with the command line, and a customer launches what is at the published address. */
export async function publishKits(account: Account, endpoint: string, recorder: Recorder): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kit-'));
  try {
    await account.clients.s3.send(new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: REGION } }));
    await new Publication(account, endpoint, folder, recorder).check();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

class Publication {
  constructor(
    private readonly account: Account, private readonly endpoint: string, private readonly folder: string, private readonly recorder: Recorder,
  ) {
  }

  public async check(): Promise<void> {
    await this.demand(0, 'kit', '--vendor', 'cloudglue', '--kit-version', VERSION, '--template-url', TEMPLATE_URL, '--out', this.folder);
    const files = ['template.json', 'template.yaml', 'setup.html', 'SETUP.md', 'launch-links.json', 'policies/trust.json'];
    const { recorder } = this;
    await recorder.attempt('published kit: a dry run writes nothing', async () => {
      await this.publish(0, '--dry-run');
      deepStrictEqual(await this.keys(), []);
    });
    await recorder.attempt('published kit: one made for another address is refused, and nothing is written', async () => {
      match(await this.demand(2, 'publish', this.folder, '--to', `${TO}/elsewhere`, '--endpoint-url', this.endpoint), /TemplateUrlInvalid/);
      deepStrictEqual(await this.keys(), []);
    });
    await recorder.attempt('published kit: it is there under its version and as the latest, with types and lifetimes', async () => {
      await this.publish(0);
      for (const path of files) {
        await this.demandFile(`aws/${VERSION}/${path}`, path, /immutable/);
        await this.demandFile(`aws/latest/${path}`, path, /max-age=300$/);
      }
      recorder.judged(2 * files.length);
    });
    await recorder.attempt('published kit: a customer launches the template from its address', () => this.launch());
    await recorder.attempt('published kit: a version that differs is refused and stays, as does the latest', async () => {
      const before = readFileSync(join(this.folder, 'SETUP.md'), 'utf8');
      writeFileSync(join(this.folder, 'SETUP.md'), '# Another\n');
      match(await this.publish(2), /KitVersionInvalid/);
      strictEqual((await this.read(`aws/${VERSION}/SETUP.md`)).body, before);
      strictEqual((await this.read('aws/latest/SETUP.md')).body, before);
    });
    await recorder.attempt('published kit: force replaces it', async () => {
      await this.publish(0, '--force');
      strictEqual((await this.read(`aws/${VERSION}/SETUP.md`)).body, '# Another\n');
    });
  }

  /** Not with the template in the request, as elsewhere in the proof: CloudFormation fetches it. */
  private async launch(): Promise<void> {
    await this.account.clients.cloudFormation.send(new CreateStackCommand({
      StackName: STACK,
      TemplateURL: TEMPLATE_URL,
      Parameters: Object.entries({ BucketName: 'acme-orders', Prefix: 'raw', ExternalId: EXTERNAL_ID })
        .map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
    }));
    const { role } = await Deployed.read(this.account, STACK);
    const principal = CLOUDGLUE.example.caller;
    strictEqual(await attempt(role.trust, role.arn, { principal, externalId: EXTERNAL_ID }), 'allowed');
    strictEqual(await attempt(role.trust, role.arn, { principal }), 'denied');
    this.recorder.judged(2);
  }

  private async demandFile(key: string, path: string, lifetime: RegExp): Promise<void> {
    const { body, type, caching, checksum } = await this.read(key);
    strictEqual(body, readFileSync(join(this.folder, path), 'utf8'));
    strictEqual(type, TYPES[path.split('.').pop()!]);
    match(caching ?? '', lifetime);
    ok(checksum, `${key} has no checksum`);
  }

  private async read(Key: string) {
    const { Body, ContentType, CacheControl, ChecksumSHA256 } = await this.account.clients.s3
      .send(new GetObjectCommand({ Bucket: BUCKET, Key, ChecksumMode: 'ENABLED' }));
    return { body: await Body!.transformToString(), type: ContentType, caching: CacheControl, checksum: ChecksumSHA256 };
  }

  private async keys(): Promise<string[]> {
    const { Contents = [] } = await this.account.clients.s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
    return Contents.map(({ Key }) => Key!);
  }

  private async publish(code: number, ...more: string[]): Promise<string> {
    return this.demand(code, 'publish', this.folder, '--to', TO, '--endpoint-url', this.endpoint, ...more);
  }

  /** Runs the command line; gives what it has printed. */
  private async demand(code: number, ...args: string[]): Promise<string> {
    const ended = await Program.get().run(args, { ...process.env, AWS_ACCESS_KEY_ID: 'unused', AWS_SECRET_ACCESS_KEY: 'unused' });
    strictEqual(ended.code, code, `${args[0]} ended with ${ended.code}: ${ended.printed}`);
    return ended.printed;
  }
}
