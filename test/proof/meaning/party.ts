import { VendorMeaning } from './vendor';

/** Principals that are let in together, and what narrows them. */
export interface Party {
  /** Whole accounts. */
  readonly accounts: readonly string[];
  /** Single roles and users. */
  readonly principals: readonly string[];
  /** Patterns for the names of principals, where accounts are narrowed: `*` for any characters, `?` for one. */
  readonly names?: readonly string[];
  readonly organizationId?: string;
  /** The session tags that they may set; without values, any value. */
  readonly tags: ReadonlyArray<{ readonly key: string; readonly values?: readonly string[] }>;
}

/** Accounts may be narrowed by names; principals are named already. */
export function partiesOf({ accounts, principals, principalArns, organizationId, sessionTags: tags }: VendorMeaning): Party[] {
  const shared = { accounts: [], principals: [], organizationId, tags };
  return [
    ...(accounts.length === 0 ? [] : [{ ...shared, accounts, names: principalArns }]),
    ...(principals.length === 0 ? [] : [{ ...shared, principals }]),
  ];
}

/** A principal that is surely one of a vendor's; none, before it has named any. */
export function memberOf({ accounts, principals, principalArns = [] }: VendorMeaning): string | undefined {
  return [
    ...principals,
    ...principalArns.map((pattern) => pattern.replace('*', '-one').replace('?', 'g')),
    ...accounts.map((account) => `arn:aws:iam::${account}:role/ingest`),
  ][0];
}

/** Whether a principal is one of the party, whatever its organization. */
export function isOf({ accounts, principals, names }: Party, principal: string): boolean {
  return principals.includes(principal)
    || (accounts.includes(principal.split(':')[4]) && (names?.some((name) => fits(name, principal)) ?? true));
}

function fits(pattern: string, principal: string): boolean {
  const expression = [...pattern].map((character) => ({ '*': '.*', '?': '.' }[character] ?? character.replace(/[^a-zA-Z0-9]/, '\\$&'))).join('');
  return new RegExp(`^${expression}$`, 's').test(principal);
}
