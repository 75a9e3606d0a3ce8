import type { S3Client } from '@aws-sdk/client-s3';
import { ObjectStore } from './object-store';
import { Upload } from './uploads';
import { awsSdk, otherRegion, outcomeOf } from '../aws';
import { CommandError, EXIT, PROGRAM } from '../terminal';

/** A bucket on S3, with the credentials that the AWS SDK finds. */
export class S3ObjectStore implements ObjectStore {
  private readonly s3: S3Client;

  constructor(private readonly bucket: string, region: string, endpoint?: string) {
    const { S3Client: Client } = awsSdk();
    this.s3 = new Client({ region, endpoint, forcePathStyle: endpoint !== undefined });
  }

  public async read(Key: string): Promise<Buffer | undefined> {
    const { GetObjectCommand } = awsSdk();
    try {
      const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: this.bucket, Key }));
      return Buffer.from(await Body!.transformToByteArray());
    } catch (e) {
      if (outcomeOf(e).kind === 'missing') {
        return undefined;
      }
      throw this.failure('read', Key, e);
    }
  }

  public async write({ key, content, contentType, cacheControl }: Upload, onlyNew: boolean): Promise<'written' | 'exists'> {
    const { PutObjectCommand } = awsSdk();
    try {
      await this.s3.send(new PutObjectCommand({
        Bucket: this.bucket,
        Key: key,
        Body: content,
        ContentType: contentType,
        CacheControl: cacheControl,
        ChecksumAlgorithm: 'SHA256',
        IfNoneMatch: onlyNew ? '*' : undefined,
      }));
      return 'written';
    } catch (e) {
      if (onlyNew && outcomeOf(e).kind === 'exists') {
        return 'exists';
      }
      throw this.failure('write', key, e);
    }
  }

  public async list(Prefix: string): Promise<string[]> {
    const { ListObjectsV2Command } = awsSdk();
    const keys: string[] = [];
    let ContinuationToken: string | undefined;
    try {
      do {
        const page = new ListObjectsV2Command({ Bucket: this.bucket, Prefix, ContinuationToken });
        const { Contents = [], NextContinuationToken } = await this.s3.send(page);
        keys.push(...Contents.map(({ Key }) => Key!));
        ContinuationToken = NextContinuationToken;
      } while (ContinuationToken !== undefined);
    } catch (e) {
      throw this.failure('list', Prefix, e);
    }
    return keys;
  }

  public async remove(Key: string): Promise<void> {
    const { DeleteObjectCommand } = awsSdk();
    try {
      await this.s3.send(new DeleteObjectCommand({ Bucket: this.bucket, Key }));
    } catch (e) {
      throw this.failure('delete', Key, e);
    }
  }

  public close(): void {
    this.s3.destroy();
  }

  private failure(what: 'read' | 'write' | 'list' | 'delete', key: string, error: unknown): CommandError {
    const region = otherRegion(error);
    const outcome = outcomeOf(error);
    const takes = what === 'delete' ? '--prune takes s3:DeleteObject' : 'publishing takes s3:GetObject, s3:PutObject and s3:ListBucket';
    const [code, why]: [ConstructorParameters<typeof CommandError>[2], string] = region !== undefined
      ? ['RegionOther', `the bucket lies in ${region}; name it with --region, and make the kit for it: ${PROGRAM} kit --template-url`]
      : outcome.kind === 'failed'
        ? [{ of: outcome.code }, outcome.message]
        : ['AccessDenied', `${outcome.kind === 'refused' ? outcome.message : outcome.kind}; ${takes}`];
    return new CommandError(EXIT.outside, `cannot ${what} s3://${this.bucket}/${key}: ${why}`, code);
  }
}
