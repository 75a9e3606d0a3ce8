import { ProbeStep } from './plan';
import { elsewhereRefused, otherThanTried } from './refusals';
import { Outcome, Refusal } from '../aws';

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
  /** Whether the right external ID, or none where that is right, was accepted: from the same caller, with the same credentials. */
  readonly assumed: boolean;
  /** Whether an object to read was known to be there. */
  readonly exists: boolean;
}

type Expected = ProbeStep['expected'];

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

const NOTHING_READ = 'S3 looked for an object, so the role has s3:GetObject here; but none was there, so nothing was read, and no key was needed to '
  + 'decrypt it. Put an object into the folder, or name one with --object.';

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
    case 'discarded':
      return permitted(expected, kind, 'allowed (S3 took the data, and threw it away)');
    case 'missing':
      return lookedFor(expected, 'allowed (404, no such object)');
    case 'refused':
      return refused(expected, kind, outcome, known);
  }
}

/** What is allowed, as it should be or not. */
export function permitted(expected: Expected, kind: keyof typeof MEANINGS, happened: string): Verdict {
  return expected === 'allowed' ? { status: 'pass', happened } : { status: 'fail', happened, meaning: MEANINGS[kind] };
}

/** An object that was not there: where reading is wrong it is wrong without one, too, but where it is right it was not seen to work. */
function lookedFor(expected: Expected, happened: string): Verdict {
  return expected === 'allowed' ? { status: 'note', happened, meaning: NOTHING_READ } : permitted(expected, 'get', happened);
}

/** Only what the role, and nobody else, has refused, and for want of what was tried, shows anything. */
function refused(expected: Expected, kind: keyof typeof MEANINGS, refusal: Refusal, known: Known): Verdict {
  const happened = 'refused';
  const elsewhere = elsewhereRefused(kind, refusal);
  if (elsewhere !== undefined) {
    return { status: 'note', happened, meaning: `${elsewhere} ${refusal.message}` };
  }
  if (kind === 'get' && refusal.action === 's3:ListBucket') {
    // Who may read but not list does not learn that an object is only missing; S3 names the permission that would tell.
    return lookedFor(expected, 'allowed (S3 looked for the object)');
  }
  const other = otherThanTried(kind, refusal);
  if (other !== undefined) {
    return expected === 'allowed'
      ? { status: 'fail', happened, meaning: refusal.message }
      : { status: 'note', happened, meaning: `${other} ${refusal.message}` };
  }
  if (kind === 'get' && refusal.action === undefined && !known.exists) {
    return { status: 'note', happened, meaning: expected === 'allowed' ? MAYBE_MISSING.inside : MAYBE_MISSING.outside };
  }
  if (expected === 'allowed') {
    return { status: 'fail', happened, meaning: refusal.message };
  }
  return kind === 'assume' && !known.assumed
    ? { status: 'note', happened, meaning: 'This shows nothing, for the role did not let this caller in with the right one either.' }
    : { status: 'pass', happened };
}

/** S3 answers 403 as well where an object is only missing and the caller may not list the bucket. Mostly it says what was missed; here it did not. */
const MAYBE_MISSING = {
  inside: 'This shows nothing: no object is known to be there, and S3 answers a missing one in the same way. Put an object into the folder, or name one with --object.',
  outside: 'This alone is no proof: S3 answers in the same way where an object is only missing, and did not say which permission it missed.',
};
