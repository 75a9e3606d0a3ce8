/**
 * A vendor, described as data: the same fields in TypeScript, JSON and YAML.
 *
 * The public `VendorDefinition` documents each of them; this is its shape before it is checked.
 */
export interface VendorData {
  readonly name: string;
  readonly partition?: string;
  readonly accounts?: readonly string[];
  readonly principals?: readonly string[];
  readonly principalArns?: readonly string[];
  readonly organizationId?: string;
  readonly externalId?: string;
  readonly externalIdIssuer?: string;
  readonly roleName?: string;
  readonly modes?: readonly string[];
  readonly accessMethods?: readonly string[];
  readonly readActions?: readonly string[];
  readonly writeActions?: readonly string[];
  readonly companionBuckets?: readonly CompanionBucketData[];
  readonly acceptedEncryption?: readonly string[];
  readonly sessionTags?: ReadonlyArray<{ readonly key: string; readonly values?: readonly string[] }>;
  readonly pathVariables?: Readonly<Record<string, string>>;
  readonly exportOutputs?: boolean;
  readonly documentationUrl?: string;
}

/** A bucket of the vendor's own. */
export interface CompanionBucketData {
  readonly bucketName: string;
  readonly ownerAccount: string;
  readonly mode: string;
  readonly prefixes?: readonly string[];
  readonly wholeBucket?: boolean;
}

export const EXTERNAL_ID_RULES = ['required', 'optional', 'unsupported'] as const;
export const EXTERNAL_ID_ISSUERS = ['customer', 'vendor'] as const;
export const MODES = ['read', 'write', 'readWrite'] as const;
export const ACCESS_METHODS = ['role', 'bucketPolicy', 'accessKey'] as const;
export const ENCRYPTION_HEADERS = ['AES256', 'aws:kms', 'aws:kms:dsse'] as const;
