import { readRefusal, Refusal } from './refusal';

/** What came of a request to AWS, as far as permissions are concerned. */
export type Outcome =
  /** It was carried out. */
  | { readonly kind: 'allowed' }
  /** AWS said that the caller may not. */
  | { readonly kind: 'refused' } & Refusal
  /** The caller may, but there is no such object. */
  | { readonly kind: 'missing' }
  /** The caller may, but an object has this key already, and nothing was written. */
  | { readonly kind: 'exists' }
  /** The caller may, but what was sent was made to be thrown away, and it was. */
  | { readonly kind: 'discarded' }
  /** It failed for a reason that says nothing about permissions. */
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** Error codes that mean: this caller may not. No other answer with status 403 does. */
const REFUSALS = new Set(['AccessDenied', 'AccessDeniedException']);

/** What S3 checks after permissions: whoever gets one of these may do what was asked. */
const BEYOND_PERMISSION: Readonly<Record<string, 'allowed' | 'missing' | 'exists' | 'discarded'>> = {
  // The object is in an archive, or has no first byte.
  InvalidObjectState: 'allowed',
  InvalidRange: 'allowed',
  NoSuchKey: 'missing',
  // The data was received, and is not what its digest promised.
  BadDigest: 'discarded',
  PreconditionFailed: 'exists',
  ConditionalRequestConflict: 'exists',
};

/** What to do about failures that are not about permissions. */
const REMEDIES: Readonly<Record<string, string>> = {
  AbortError: 'it was stopped',
  AuthorizationHeaderMalformed: 'name the region of the bucket with --region',
  CredentialsProviderError: 'give credentials of the vendor, by AWS_PROFILE, the environment or the role of this machine',
  ECONNREFUSED: 'check the network, and --endpoint-url',
  ENOTFOUND: 'check the network, and --region',
  ExpiredToken: 'sign in anew',
  ExpiredTokenException: 'sign in anew',
  IllegalLocationConstraintException: 'name the region of the bucket with --region',
  InvalidAccessKeyId: 'check the credentials; AWS does not know this access key',
  InvalidClientTokenId: 'check the credentials; AWS does not know this access key',
  NoSuchBucket: 'check the name of the bucket',
  PermanentRedirect: 'name the region of the bucket with --region',
  RegionDisabledException: 'name a region that the role\'s account has turned on',
  RegionMissing: 'name a region with --region or AWS_REGION',
  RequestExpired: 'set the clock of this machine',
  RequestTimeTooSkewed: 'set the clock of this machine',
  SignatureDoesNotMatch: 'check the secret access key, and the clock of this machine',
  SlowDown: 'try again later',
  Throttling: 'try again later',
  ThrottlingException: 'try again later',
  TooManyRequestsException: 'try again later',
};

/** Reads what a client of the AWS SDK has thrown. */
export function outcomeOf(error: unknown): Outcome {
  const { code, message } = told(error);
  if (REFUSALS.has(code)) {
    return { kind: 'refused', ...readRefusal(message) };
  }
  if (Object.hasOwn(BEYOND_PERMISSION, code)) {
    return { kind: BEYOND_PERMISSION[code] };
  }
  const remedy = Object.hasOwn(REMEDIES, code) ? `; ${REMEDIES[code]}` : '';
  return { kind: 'failed', code, message: `${message}${remedy}` };
}

/** The region that a bucket lies in, if that is what an error tells. */
export function otherRegion(error: unknown): string | undefined {
  const { $response, Region } = (error ?? {}) as { $response?: { headers?: Record<string, string> }; Region?: unknown };
  const named = $response?.headers?.['x-amz-bucket-region'] ?? Region;
  return ['PermanentRedirect', 'AuthorizationHeaderMalformed', 'IllegalLocationConstraintException', '301', '307'].includes(told(error).code)
    && typeof named === 'string' && /^[a-z0-9-]+$/.test(named)
    ? named
    : undefined;
}

function told(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error) && (typeof error !== 'object' || error === null)) {
    return { code: 'Unknown', message: String(error) };
  }
  const { name, code, message, $metadata } = error as {
    name?: string; code?: unknown; message?: string; $metadata?: { httpStatusCode?: number };
  };
  if (message === 'Region is missing') {
    return { code: 'RegionMissing', message };
  }
  // Errors of the network have a code of Node.js and no name of their own; an answer without a body has only its status.
  const own = name === undefined || ['Error', 'TypeError', 'Unknown', 'UnknownError'].includes(name) ? undefined : name;
  const status = $metadata?.httpStatusCode;
  return {
    code: own ?? (typeof code === 'string' ? code : status === undefined ? name ?? 'Unknown' : String(status)),
    message: message || 'no message',
  };
}
