import { BESIDE, CUSTOMER, Declaration, REGION, TRUSTED_BESIDE, VendorDeclaration } from './declaration';
import { KeyGrant, S3Grant, TrustGrant } from './grant';
import { memberOf, partiesOf, Party } from './party';
import { after, EVERYTHING } from './pattern';
import { Place, placesOf } from './place';
import { keyUsesOf, Use, usesOf } from './uses';
import { meaningOf } from './vendor';

/** What the vendor may ask of S3. */
export function s3Grants(declaration: Declaration): S3Grant[] {
  return [...declaredGrants(declaration), ...grantedBeside(declaration)];
}

/** What others have granted holds as long as the access does, under their own conditions: none. */
function grantedBeside(declaration: Declaration): S3Grant[] {
  if (declaration.construct === 'bucketAccess') {
    return declaration.grantedBeside ? [grantedOnBucket(declaration)] : [];
  }
  // What a bucket grants, no other bucket of its name does.
  const owner = declaration.grantedBeside === 'byBucket' ? CUSTOMER : undefined;
  return declaration.grantedBeside ? [{ kind: 's3', ...inForce(declaration), actions: ['s3:GetObject'], bucket: BESIDE, owner, keys: EVERYTHING, tls: false }] : [];
}

/** To one of the vendor's principals, in its own organization; what the owner of a bucket refuses is refused to it as well. */
function grantedOnBucket(declaration: Declaration): S3Grant {
  const vendor = meaningOf(declaration.vendor);
  const { name: bucket, owner = CUSTOMER, existing } = declaration.buckets[declaration.access[0].bucket];
  return {
    kind: 's3',
    ...inForce(declaration),
    caller: { accounts: [], principals: [memberOf(vendor)!], organizationId: vendor.organizationId, tags: [] },
    actions: ['s3:GetObject', 's3:PutObject'],
    bucket,
    owner,
    keys: [{ text: `${BESIDE}/` }, ...EVERYTHING],
    tls: existing === 'tls',
  };
}

function declaredGrants(declaration: Declaration): S3Grant[] {
  const { construct, allowedSourceIps } = declaration;
  // Addresses matter where credentials live long; a role's are checked when it is assumed.
  const general = { kind: 's3' as const, ...inForce(declaration), from: construct === 'role' ? undefined : allowedSourceIps };
  return callersOf(declaration).flatMap((caller) => placesOf(declaration).flatMap((place) => {
    const { bucket, owner, anyOwner, withoutTls } = place;
    const here = { ...general, caller, bucket, owner: anyOwner ? undefined : owner, tls: !withoutTls };
    return usesAt(place).map((use): S3Grant => ({ ...here, ...use }));
  }));
}

/** What the vendor may do with KMS keys, through S3 and for the declared parts. */
export function keyGrants(declaration: Declaration): KeyGrant[] {
  const { construct, keys } = declaration;
  return callersOf(declaration).flatMap((caller) => placesOf(declaration).flatMap((place) => place.keys.map((key): KeyGrant => {
    const { source, id, region = REGION } = keys[key];
    return {
      kind: 'kms',
      ...inForce(declaration),
      caller,
      actions: keyUsesOf(usesOf(place, place.vendor)),
      key,
      // A key's own policy needs no alias to know which key is meant.
      alias: source === 'alias' && construct !== 'bucketAccess' ? `alias/${id}` : undefined,
      via: viaS3(region),
      // S3 names the object or, with a Bucket Key, the bucket.
      contexts: [[{ text: contextOf(place.bucket) }], ...place.parts.map((part) => after(contextOf(place.bucket, ''), part))],
    };
  })));
}

/** Who can assume the role: each vendor with an external ID of its own, never with another's. */
export function trustGrants(declaration: Declaration): TrustGrant[] {
  const { vendor, externalId, nextExternalId, additionalTrust = [], allowedSourceIps: from } = declaration;
  const trust = (trusted: VendorDeclaration, ids: ReadonlyArray<string | undefined>) => partiesOf(meaningOf(trusted)).map((caller): TrustGrant =>
    ({ kind: 'assume', ...inForce(declaration), from, caller, externalIds: ids.filter((id) => id !== undefined) }));
  const declared = [...trust(vendor, [externalId, nextExternalId]), ...additionalTrust.flatMap((more) => trust(more.vendor, [more.externalId]))];
  // The others have set no conditions of their own. Before a party is known, nobody gets in.
  const { suspended, before } = inForce(declaration);
  const known = [vendor, ...additionalTrust.map((more) => more.vendor)].map(meaningOf)
    .some(({ elsewhere, ...here }) => partiesOf(elsewhere ?? here).length > 0);
  const beside: TrustGrant = { kind: 'assume', suspended: suspended || !known, before, caller: { accounts: [], principals: [TRUSTED_BESIDE], tags: [] }, externalIds: [] };
  return declaration.construct !== 'role' ? [] : [...declared, ...(declaration.trustedBeside ? [beside] : [])];
}

/** S3 in a region, as a service that uses keys for others. */
export function viaS3(region = REGION): string {
  return `s3.${region}.amazonaws.com`;
}

/** The ARN that S3 puts into the encryption context: that of an object, or with a Bucket Key that of the bucket. */
export function contextOf(bucket: string, key?: string): string {
  return `arn:aws:s3:::${bucket}${key === undefined ? '' : `/${key}`}`;
}

function inForce({ suspended = false, expiresAt }: Declaration): Pick<S3Grant, 'suspended' | 'before'> {
  return { suspended, before: expiresAt };
}

/** Without a role or user, the vendor itself sends the requests; with one, nobody but the role or user does. */
function callersOf({ construct, vendor }: Declaration): Array<Party | undefined> {
  return construct === 'bucketAccess' ? partiesOf(meaningOf(vendor)) : [undefined];
}

/** What may be done at a place, by what it is done to and what is demanded of it. */
function usesAt({ mode, options, vendor, parts, listings }: Place): Array<Pick<S3Grant, 'actions' | 'keys' | 'prefixes' | 'acl' | 'encryption'>> {
  const uses = usesOf({ mode, options }, vendor);
  const named = (...those: Use[][]) => those.filter((some) => some.length > 0).map((some) => some.map(({ action }) => action));
  const on = (kind: Use['on']) => uses.filter((use) => use.on === kind);
  const objects = on('objects');
  const free = objects.filter(({ action }) => !Object.hasOwn(DEMANDS, action));
  const demanding = Object.keys(DEMANDS).map((one) => objects.filter(({ action }) => action === one));
  return [
    ...named(free, ...demanding).flatMap((actions) => parts.map((keys) => ({ actions, keys, ...DEMANDS[actions[0]]?.(vendor) }))),
    ...named(on('listing')).flatMap((actions) => listings.map((prefixes) => ({ actions, prefixes: prefixes === EVERYTHING ? undefined : prefixes }))),
    ...named(on('bucket')).map((actions) => ({ actions })),
  ];
}

/** Actions that come with a demand of their own. */
const DEMANDS: Readonly<Record<string, (vendor: Place['vendor']) => Pick<S3Grant, 'acl' | 'encryption'>>> = {
  's3:PutObjectAcl': () => ({ acl: 'bucket-owner-full-control' }),
  's3:PutObject': ({ acceptedEncryption }) => ({ encryption: acceptedEncryption }),
};

