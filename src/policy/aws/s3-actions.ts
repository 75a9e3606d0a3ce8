/**
 * How an action is limited: to object ARNs; to the bucket under an `s3:prefix` condition; or, where S3 offers no
 * condition on the prefix, to the bucket as a whole.
 */
export type ActionLevel = 'object' | 'listing' | 'bucket';

/** A condition that an action carries wherever it is granted. The one on encryption is for those whose request decides it. */
export type ActionGuard = 'ownerAcl' | 'encryption';

/** The switches that turn actions on or off. */
export const ACTION_OPTIONS = ['versions', 'tagging', 'acl', 'delete', 'list', 'multipartListing'] as const;

export type ActionOption = typeof ACTION_OPTIONS[number];

/** What S3 does with a KMS key for whoever asks it for something. */
type KmsAction = 'kms:Decrypt' | 'kms:GenerateDataKey';

interface ActionFacts {
  readonly level: ActionLevel;
  /** The half of a mode that offers the action. */
  readonly modes: ReadonlyArray<'read' | 'write'>;
  /** Granted with the mode itself. */
  readonly always?: true;
  /** Whether the customer alone can turn it on: a vendor must not widen reading to deleting. */
  readonly customerOnly?: true;
  /** The option that turns the action on, or off where the vendor asks for it. */
  readonly option?: ActionOption;
  readonly guard?: ActionGuard;
  /** What it takes of the key, where one encrypts the objects. */
  readonly kms?: readonly KmsAction[];
}

/**
 * The one table of S3 actions: exact names, never a wildcard.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions for what uploads in parts take of a key
 */
export const S3_ACTIONS: Readonly<Record<string, ActionFacts>> = {
  // Clean-up of a failed upload; without it the parts stay, and cost, until a lifecycle rule removes them.
  's3:AbortMultipartUpload': { level: 'object', modes: ['write'], always: true },
  's3:DeleteObject': { level: 'object', modes: ['read', 'write'], option: 'delete', customerOnly: true },
  's3:GetBucketLocation': { level: 'bucket', modes: ['read'], always: true },
  's3:GetObject': { level: 'object', modes: ['read'], always: true, kms: ['kms:Decrypt'] },
  's3:GetObjectAttributes': { level: 'object', modes: ['read'] },
  's3:GetObjectTagging': { level: 'object', modes: ['read'], option: 'tagging' },
  's3:GetObjectVersion': { level: 'object', modes: ['read'], option: 'versions', kms: ['kms:Decrypt'] },
  's3:ListBucket': { level: 'listing', modes: ['read', 'write'], option: 'list' },
  // S3 knows no prefix condition here, so the keys of other uploads show; hence an option of its own.
  's3:ListBucketMultipartUploads': { level: 'bucket', modes: ['write'], option: 'multipartListing' },
  's3:ListBucketVersions': { level: 'listing', modes: ['read'], option: 'versions' },
  's3:ListMultipartUploadParts': { level: 'object', modes: ['write'], always: true, kms: ['kms:Decrypt'] },
  // S3 decrypts the data key again to put the parts of an encrypted upload together.
  's3:PutObject': { level: 'object', modes: ['write'], always: true, guard: 'encryption', kms: ['kms:Decrypt', 'kms:GenerateDataKey'] },
  's3:PutObjectAcl': { level: 'object', modes: ['write'], option: 'acl', guard: 'ownerAcl' },
  's3:PutObjectTagging': { level: 'object', modes: ['write'], option: 'tagging' },
};
