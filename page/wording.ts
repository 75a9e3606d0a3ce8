import { KitFacts } from '../src/kit/form';

const ALPHABET = 'letters, digits and _+=,.@:/-';

/** Where the external ID comes from, for the customer. */
export function externalIdHint({ externalId, vendor: { name }, asksPrincipal, callBack }: KitFacts): string {
  switch (externalId) {
    case 'issued':
      return `${name} issues it: copy it from where you connect S3 at ${name}.${asksPrincipal ? ' May stay empty until you have it.' : ''}`;
    case 'derived':
      return `Leave it empty and the stack makes one from its own ID, and shows it among its outputs. Needed for a set-up by hand: 2 to 1,224 ${ALPHABET}.`;
    default:
      return `Choose one${callBack === undefined ? ` and tell it to ${name}` : `; the stack tells it to ${name}, a set-up by hand does not`}: 2 to 1,224 ${ALPHABET}. It keeps others from reaching your data through ${name}.`;
  }
}

/** What to do about an external ID that nobody typed. */
export function filledInNote({ externalId, vendor: { name } }: KitFacts): string {
  return externalId === 'issued'
    ? `Filled in by the link that you followed. Compare it with the one that ${name} shows you.`
    : `Filled in by the link that you followed. Keep it only if ${name} gave you that link: with the ID of another customer, your data would be open to them.`;
}

/** What the region is for. */
export function regionHint({ callBack, vendor: { name } }: KitFacts): string {
  const hint = 'Where the buckets lie, and where the stack is made.';
  return callBack === undefined ? hint : `${hint} The stack works only where ${name} has its topic, so there are no others.`;
}

const PRINCIPALS = {
  role: 'ARN of the IAM role that %s names',
  user: 'ARN of the IAM user that %s names',
  any: 'ARN of the IAM role or user that %s names',
} as const;

/** What the customer enters as the vendor's principal. */
export function principalHint({ principalKind, vendor: { name } }: KitFacts): string {
  const what = PRINCIPALS[principalKind].split('%s').join(name);
  return `${what}. May stay empty: the role is then made, and nobody can assume it until you add the ARN.`;
}

/** What a folder limits. S3 cannot limit the list of unfinished uploads. */
export function folderHint({ name, writeActions }: KitFacts['vendor']): string {
  const uploads = writeActions?.includes('s3:ListBucketMultipartUploads') ? ' but the names of unfinished uploads' : '';
  return `Such as exports/daily. ${name} sees nothing outside it${uploads}.`;
}

/** What somebody has chosen who opens a whole bucket. */
export function wholeBucketNote({ name }: KitFacts['vendor']): string {
  return `The access of ${name} covers everything in this bucket, also what is put there later.`;
}

export const MODE_LABELS: Readonly<Record<string, string>> = { read: 'Read', write: 'Write', readWrite: 'Read and write' };
