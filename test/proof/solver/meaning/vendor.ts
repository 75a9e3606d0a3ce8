import { Formats } from './scope';
import { meaningOf } from '../../oracle/vendors';
import { AccessDeclaration, CompanionDeclaration, VendorDeclaration } from '../../world/declaration';

/** Principals that are let in, each set with what narrows it. */
export interface Party {
  /** Whole accounts. */
  readonly accounts?: readonly string[];
  /** Single roles and users. */
  readonly principals?: readonly string[];
  /** Patterns with `*` and `?` in the names, for accounts. */
  readonly principalArns?: readonly string[];
  readonly organizationId?: string;
  readonly tags: ReadonlyArray<{ readonly key: string; readonly values?: readonly string[] }>;
}

/** What a vendor brings to a declaration. */
export interface VendorMeaning {
  readonly parties: readonly Party[];
  readonly readActions: readonly string[];
  readonly writeActions: readonly string[];
  readonly companions: readonly CompanionDeclaration[];
  readonly acceptedEncryption?: readonly string[];
  readonly formats: Formats;
}

/** The facts are those of the oracle; what they come to is said here once more, in formulas. */
export function vendorMeaning(vendor: VendorDeclaration): VendorMeaning {
  const { accounts, principals, principalArns, organizationId, sessionTags: tags, variables, ...facts } = meaningOf(vendor);
  const bare = (actions: readonly string[]) => actions.map((action) => action.replace(/^s3:/, ''));
  return {
    parties: [
      ...(accounts.length === 0 ? [] : [{ accounts, principalArns, organizationId, tags }]),
      ...(principals.length === 0 ? [] : [{ principals, organizationId, tags }]),
    ],
    readActions: bare(facts.readActions),
    writeActions: bare(facts.writeActions),
    companions: facts.companions,
    acceptedEncryption: facts.acceptedEncryption,
    formats: variables,
  };
}

/** A companion bucket as if the customer had declared it. */
export function companionAccess({ mode, prefixes, wholeBucket }: Pick<CompanionDeclaration, 'mode' | 'prefixes' | 'wholeBucket'>): Pick<AccessDeclaration, 'mode' | 'scopes'> {
  return { mode, scopes: wholeBucket === true ? 'wholeBucket' : (prefixes ?? []).map((path) => ({ kind: 'folder', path })) };
}
