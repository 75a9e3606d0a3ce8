import { contextOf, viaS3 } from '../meaning/grants';
import { Request } from '../meaning/request';

/** What a client does with an encrypted object, as the requests that AWS checks for it. */
export interface Operation {
  readonly name: string;
  /** The half of a mode that it takes. */
  readonly takes: 'read' | 'write';
  requests(object: EncryptedObject): Request[];
}

/** An object under a key. */
export interface EncryptedObject {
  readonly bucket: string;
  readonly owner: string;
  readonly key: string;
  /** The position of the KMS key in the declaration. */
  readonly kmsKey: number;
  /** What S3 sends as encryption context: the ARN of the object, or with a Bucket Key that of the bucket. */
  readonly form: 'object key' | 'bucket key';
  /** The vendor's own principal, where there is no role. */
  readonly principal?: string;
}

/**
 * The operations of S3 that use a KMS key.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
 */
export const OPERATIONS: readonly Operation[] = [
  { name: 'read', takes: 'read', requests: (object) => [onObject(object, 's3:GetObject'), onKey(object, 'kms:Decrypt')] },
  { name: 'write', takes: 'write', requests: (object) => [onObject(object, 's3:PutObject'), onKey(object, 'kms:GenerateDataKey')] },
  {
    name: 'multipart upload',
    takes: 'write',
    // S3 decrypts the parts again to put them together.
    requests: (object) => [
      onObject(object, 's3:PutObject'), onKey(object, 'kms:GenerateDataKey'), onKey(object, 'kms:Decrypt'), onObject(object, 's3:ListMultipartUploadParts'),
    ],
  },
];

/** The encryption context that S3 sends. */
export function sentContext({ bucket, key, form }: EncryptedObject): string {
  return form === 'bucket key' ? contextOf(bucket) : contextOf(bucket, key);
}

function onObject({ bucket, owner, key, principal }: EncryptedObject, action: string): Request {
  return { kind: 's3', action, bucket, owner, key, principal };
}

function onKey(object: EncryptedObject, action: string): Request {
  return { kind: 'kms', action, key: object.kmsKey, encryptionContext: sentContext(object), viaService: viaS3(), principal: object.principal };
}
