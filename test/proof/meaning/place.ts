import { AccessDeclaration, CompanionDeclaration, CUSTOMER, Declaration } from './declaration';
import { EVERYTHING, Pattern, patternOf } from './pattern';
import { meaningOf, NOTHING, variablesOf, VendorMeaning } from './vendor';

/** A bucket with what may be done there: an entry of the declaration, or a bucket of the vendor's own. */
export interface Place extends Pick<AccessDeclaration, 'mode' | 'options' | 'withoutTls' | 'anyOwner'> {
  readonly bucket: string;
  readonly owner: string;
  /** Whose wishes and demands count there. */
  readonly vendor: VendorMeaning;
  /** Each declared part of it. */
  readonly parts: readonly Pattern[];
  /** What listings may show, one for each; a single object has none, for longer keys would show as well. */
  readonly listings: readonly Pattern[];
  /** Positions of the KMS keys. */
  readonly keys: readonly number[];
}

export function placesOf(declaration: Declaration): Place[] {
  const vendor = meaningOf(declaration.vendor);
  const declared = declaration.access.map((access) => declaredPlace(access, declaration, vendor));
  // Only a role or user of the customer's needs to be told where the vendor's own buckets are.
  return declaration.construct === 'bucketAccess' ? declared : [...declared, ...vendor.companionBuckets.map((companion) => companionPlace(companion, vendor))];
}

function declaredPlace(access: AccessDeclaration, { buckets }: Declaration, vendor: VendorMeaning): Place {
  const { name, owner = CUSTOMER, key, byCfn, existing } = buckets[access.bucket];
  return {
    ...access,
    // What the owner of a bucket refuses, nobody's declaration allows.
    withoutTls: access.withoutTls && existing !== 'tls',
    ...partsOf(access.scopes, vendor),
    bucket: name,
    owner,
    vendor,
    // Of a bucket that is a plain resource, its key has to be named.
    keys: [...new Set([...(key === undefined || byCfn ? [] : [key]), ...access.keys ?? []])],
  };
}

/** No account. The customer's own bucket is never one of the vendor's, whatever the vendor says. */
const NOBODY = 'nobody';

/** There the vendor gets the mode that it names: what it wants of customers' buckets counts there only, and so do its demands. */
function companionPlace({ bucketName, ownerAccount, mode, prefixes = [], wholeBucket }: CompanionDeclaration, vendor: VendorMeaning): Place {
  const scopes = wholeBucket === true ? 'wholeBucket' as const : prefixes.map((path) => ({ kind: 'folder' as const, path }));
  const owner = ownerAccount === CUSTOMER ? NOBODY : ownerAccount;
  return { ...partsOf(scopes, vendor), mode, bucket: bucketName, owner, vendor: NOTHING, keys: [] };
}

function partsOf(scopes: AccessDeclaration['scopes'], vendor: VendorMeaning): Pick<Place, 'parts' | 'listings'> {
  if (scopes === 'wholeBucket') {
    return { parts: [EVERYTHING], listings: [EVERYTHING] };
  }
  const patterns = (some: typeof scopes) => some.map((scope) => patternOf(scope, variablesOf(vendor)));
  return { parts: patterns(scopes), listings: patterns(scopes.filter(({ kind }) => kind !== 'object')) };
}
