import { KitFacts } from '../src/one-click/setup/facts';

const ALPHABET = 'letters, digits and _+=,.@:/-';

/** Where the external ID comes from, for the customer. */
export function externalIdHint({ externalId, vendor: { name }, asksPrincipal }: KitFacts): string {
  switch (externalId) {
    case 'issued':
      return `${name} issues it: copy it from where you connect S3 at ${name}.${asksPrincipal ? ' May stay empty until you have it.' : ''}`;
    case 'derived':
      return `Leave it empty and the stack makes one from its own ID, and shows it among its outputs. Needed for a set-up by hand: 2 to 1,224 ${ALPHABET}.`;
    default:
      return `Choose one and tell it to ${name}: 2 to 1,224 ${ALPHABET}. It keeps others from reaching your data through ${name}.`;
  }
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

export const MODE_LABELS: Readonly<Record<string, string>> = { read: 'Read', write: 'Write', readWrite: 'Read and write' };
