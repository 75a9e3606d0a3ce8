import { ProbeStep } from './plan';
import { Outcome } from '../aws';

/**
 * What a row of the report says: as it should be; not as it should be; tried, but nothing is shown by it; not tried; or
 * failed for a reason that has nothing to do with permissions.
 */
export type Status = 'pass' | 'fail' | 'note' | 'skipped' | 'error';

/** What came of a step. */
export interface Verdict {
  readonly status: Status;
  readonly happened: string;
  /** What it means, where that is not plain. */
  readonly meaning?: string;
}

/** What was known when a step was tried. */
export interface Known {
  /** Whether the right external ID, or none where that is right, was accepted. */
  readonly assumed: boolean;
  /** Whether an object to read was known to be there. */
  readonly exists: boolean;
}

const CONFUSED_DEPUTY = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html';

const MEANINGS: Readonly<Record<'assume' | 'list' | 'get' | 'put' | 'delete', string>> = {
  assume: 'The role does not demand its external ID: another customer of the vendor who names this role\'s ARN as its own gets at this ' +
    `customer's data through the vendor (the confused deputy problem, ${CONFUSED_DEPUTY}). The trust policy needs StringEquals on sts:ExternalId.`,
  list: 'The role shows names of objects that the vendor was not to see. Limit s3:ListBucket by the condition key s3:prefix.',
  get: 'The role reads what the vendor was not to read. Limit s3:GetObject to the folder.',
  put: 'The role writes where the vendor was not to write. Limit s3:PutObject, or take it away.',
  delete: 'The role deletes what the vendor was not to delete: no mode includes that. Take s3:DeleteObject away, or, if deleting in the ' +
    'folder was agreed on, limit it to the folder and say so with --delete. Where the bucket keeps versions, an old one or a delete marker stays.',
};

/** Judges what came of a step. */
export function judge({ expected, request }: ProbeStep & { readonly request: NonNullable<ProbeStep['request']> }, outcome: Outcome, known: Known): Verdict {
  const { kind } = request;
  switch (outcome.kind) {
    case 'failed':
      return { status: 'error', happened: 'failed', meaning: `${outcome.code}: ${outcome.message}` };
    // Nobody else can have an object of this name: an earlier attempt has written it.
    case 'exists':
    case 'allowed':
      return permitted(expected, kind, 'allowed');
    case 'missing':
      return permitted(expected, kind, 'allowed (404, no such object)');
    case 'refused':
      return kind === 'get' && !known.exists ? refusedUnknown(expected, outcome) : refused(expected, kind, outcome.message, known);
  }
}

/** What is allowed, as it should be or not. */
export function permitted(expected: ProbeStep['expected'], kind: keyof typeof MEANINGS, happened: string): Verdict {
  return expected === 'allowed' ? { status: 'pass', happened } : { status: 'fail', happened, meaning: MEANINGS[kind] };
}

function refused(expected: ProbeStep['expected'], kind: string, message: string, { assumed }: Known): Verdict {
  if (expected === 'allowed') {
    return { status: 'fail', happened: 'refused', meaning: message };
  }
  if (kind === 'assume' && !assumed) {
    return { status: 'note', happened: 'refused', meaning: 'This shows nothing, for the role lets nobody in at all.' };
  }
  return { status: 'pass', happened: 'refused' };
}

/**
 * S3 answers 403 as well where an object is only missing and the caller may not list the bucket. Then its message tells,
 * mostly, which permission it missed.
 */
function refusedUnknown(expected: ProbeStep['expected'], { action, message }: Outcome & { kind: 'refused' }): Verdict {
  if (action === 's3:ListBucket') {
    return permitted(expected, 'get', 'allowed (S3 looked for the object)');
  }
  if (action !== undefined) {
    return expected === 'refused' ? { status: 'pass', happened: 'refused' } : { status: 'fail', happened: 'refused', meaning: message };
  }
  return {
    status: 'note',
    happened: 'refused',
    meaning: expected === 'allowed'
      ? 'This shows nothing: no object is there to read, and S3 answers a missing one in the same way. Ask for an object in the folder.'
      : 'This alone is no proof: S3 answers in the same way where an object is only missing, and did not say which permission it missed.',
  };
}
