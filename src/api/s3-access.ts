import { IKey } from 'aws-cdk-lib/aws-kms';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { S3KeyScope } from './s3-key-scope';
import { lockedOptions, PropertyNames } from '../cdk/input';
import { isRecord } from '../policy/base';

/** What a vendor does with the objects of a bucket. */
export enum S3AccessMode {
  /** `s3:GetObject`, and `s3:ListBucket` limited to the declared prefixes. */
  READ = 'read',

  /** `s3:PutObject`, and what a multipart upload needs. No look at what is there. */
  WRITE = 'write',

  /** Both. */
  READ_WRITE = 'readWrite',
}

/** Where in a bucket, with which keys, and how much. */
export interface S3AccessOptions {
  /**
   * Folders, without a leading slash; a final slash makes no difference.
   *
   * @default - none; `keys` or `wholeBucket` says where then
   */
  readonly prefixes?: string[];

  /**
   * Other parts of the bucket, beside `prefixes`.
   *
   * @default - none
   */
  readonly keys?: S3KeyScope[];

  /**
   * Whether everything in the bucket is meant, in place of `prefixes` and `keys`. Access says where, always: without any of the three
   * it is refused (`ScopeMissing`), and so is this one together with another. A list that went missing opens nothing.
   *
   * @default false
   */
  readonly wholeBucket?: boolean;

  /**
   * KMS keys that encrypt the objects, beside the bucket's own `encryptionKey`: the key of an imported bucket, or an
   * older one that older objects still need. The vendor can use them only through S3, only for this bucket.
   *
   * @default - the bucket's `encryptionKey`, where CDK knows it
   */
  readonly encryptionKeys?: IKey[];

  /**
   * The account that must own the bucket, 12 digits.
   *
   * @default - the account in the bucket's environment: that of its stack, or the one given at import
   */
  readonly bucketOwner?: string;

  /**
   * Whether the policy names the bucket's owner (`aws:ResourceAccount`), so that a bucket of the same name in another
   * account is out of reach.
   *
   * @default true
   */
  readonly pinBucketOwner?: boolean;

  /**
   * Whether requests must use TLS (`aws:SecureTransport`).
   *
   * @default true
   */
  readonly requireTls?: boolean;

  /**
   * Old versions of objects too: `s3:GetObjectVersion`, and `s3:ListBucketVersions` limited by prefix. Needs reading.
   *
   * @default - what the vendor's definition asks for; otherwise false
   */
  readonly versions?: boolean;

  /**
   * Object tags: `s3:GetObjectTagging` with reading, `s3:PutObjectTagging` with writing.
   *
   * @default - what the vendor's definition asks for; otherwise false
   */
  readonly tagging?: boolean;

  /**
   * `s3:PutObjectAcl`, limited to `bucket-owner-full-control`. Needs writing. New buckets have ACLs turned off, and
   * then the action fails for everybody.
   *
   * @default - what the vendor's definition asks for; otherwise false
   */
  readonly acl?: boolean;

  /**
   * `s3:DeleteObject`, in any mode. A vendor's definition cannot ask for it.
   *
   * @default false
   */
  readonly delete?: boolean;

  /**
   * `s3:ListBucket`, limited to the declared prefixes.
   *
   * @default - true with reading; with writing alone, what the vendor's definition asks for
   */
  readonly list?: boolean;

  /**
   * `s3:ListBucketMultipartUploads`. S3 cannot limit it to a prefix: it shows the keys of all unfinished uploads in
   * the bucket. Needs writing.
   *
   * @default - what the vendor's definition asks for; otherwise false
   */
  readonly multipartListing?: boolean;
}

export const S3_ACCESS_OPTIONS: PropertyNames<S3AccessOptions> = {
  acl: true,
  bucketOwner: true,
  delete: true,
  encryptionKeys: true,
  keys: true,
  list: true,
  multipartListing: true,
  pinBucketOwner: true,
  prefixes: true,
  requireTls: true,
  tagging: true,
  versions: true,
  wholeBucket: true,
};

/**
 * Access to one bucket, or to parts of it.
 *
 * @example
 *
 * /// fixture=with-imports
 * S3Access.read(videos, { prefixes: ['raw', 'edited/2025'] });
 */
export class S3Access {
  /**
   * The vendor may read.
   *
   * @param bucket owned or imported
   * @param options where, always, and how much
   */
  public static read(bucket: IBucket, options: S3AccessOptions): S3Access {
    return new S3Access(bucket, S3AccessMode.READ, options);
  }

  /**
   * The vendor may write.
   *
   * @param bucket owned or imported
   * @param options where, always, and how much
   */
  public static write(bucket: IBucket, options: S3AccessOptions): S3Access {
    return new S3Access(bucket, S3AccessMode.WRITE, options);
  }

  /**
   * The vendor may read and write.
   *
   * @param bucket owned or imported
   * @param options where, always, and how much
   */
  public static readWrite(bucket: IBucket, options: S3AccessOptions): S3Access {
    return new S3Access(bucket, S3AccessMode.READ_WRITE, options);
  }

  /** The bucket. */
  public readonly bucket: IBucket;

  /** What the vendor does with its objects. */
  public readonly mode: S3AccessMode;

  private readonly given: S3AccessOptions;

  private constructor(bucket: IBucket, mode: S3AccessMode, options: S3AccessOptions) {
    this.bucket = bucket;
    this.mode = mode;
    this.given = copy(options);
  }

  /** Where, with which keys, and how much. What is done to this copy does not change the access. */
  public get options(): S3AccessOptions {
    return copy(this.given);
  }
}

/** What is no object is kept as it is, and refused when the access is used; nothing at all is an object that says nothing. */
function copy(options: S3AccessOptions = {}): S3AccessOptions {
  return isRecord(options) ? lockedOptions(options) : options;
}
