import { checkAccountId, checkBucketName, checkKeyArn, checkPartition, checkPrincipalArn, PrincipalKind, viaS3 } from '../aws';
import { fail, hasReference } from '../base';
import { Statement } from '../document';
import {
  actionsFor, checkExternalId, checkScopeGiven, compileIdentity, compileScope, encryptionDemand, KeyScope, KmsKeyUse, Location, Mode,
  refuseWholeBucketFolder, Scopes, ScopeWords, TemplateVariables, trustStatements, WHOLE_BUCKET,
} from '../grant';
import { companionLocations, MODES, VendorData, VendorFacts, vendorFacts } from '../vendor';

/** Where a role will be. */
export interface Surroundings {
  /** What ARNs are written with. */
  readonly partition: string;
  /** The customer's account: it has the role, and owns the buckets. */
  readonly account: string;
}

/** A key, as text. */
export interface PlainKey {
  readonly arn: string;
  /** The region in its ARN, where that is known only at deployment. */
  readonly region?: string;
}

/** Access to one bucket, as people write it down; strings may hold references. */
export interface PlainAccess {
  /** The place of the declaration, for errors. */
  readonly field: string;
  readonly bucketName: string;
  /** A folder; none where the whole bucket is meant, which is then said. */
  readonly prefix?: string;
  readonly wholeBucket: boolean;
  readonly mode: Mode;
  readonly key?: PlainKey;
}

/** How a form spells where in a bucket; others have words of their own. */
const FORM_WORDS: ScopeWords = { parts: 'a folder', whole: 'the whole bucket' };

/** A vendor whose principal may be named by the customer, because its definition names none. */
export interface PlainVendor {
  readonly data: VendorData;
  readonly kind: PrincipalKind;
  readonly principalArn?: string;
}

/** Checks a vendor's definition, and the principal that completes it. */
export function plainVendor({ data, kind, principalArn }: PlainVendor, { partition }: Pick<Surroundings, 'partition'>): VendorFacts {
  const written = { written: partition, known: hasReference(partition) ? undefined : partition };
  if (principalArn === undefined) {
    return vendorFacts(data, written, 'vendor');
  }
  checkPrincipalArn(principalArn, kind, 'principalArn');
  checkPartition(principalArn, written.known, 'principalArn');
  return vendorFacts({ ...data, principals: [principalArn] }, written, 'vendor');
}

/** Who may assume the role. A vendor without a principal is pending: nobody may. */
export function plainTrust(vendor: VendorFacts, externalId: string | undefined): Statement[] {
  const externalIds = vendor.parties.length === 0 && externalId === undefined ? [] : plainExternalIds(vendor, externalId);
  return trustStatements(vendor.parties.map((principals) => ({
    field: 'vendor', principals, externalIds, sessionTags: vendor.sessionTags,
  })), {});
}

function plainExternalIds(vendor: VendorFacts, externalId: string | undefined): string[] {
  if (vendor.externalId === 'unsupported') {
    return externalId === undefined
      ? []
      : fail('ExternalIdNotSupported', 'externalId', externalId, `${vendor.name} sends none and could never assume the role; leave it out`);
  }
  if (externalId === undefined) {
    fail('ExternalIdMissing', 'externalId', externalId, `agree on an ID with ${vendor.name}`);
  }
  return [checkExternalId(externalId, 'externalId')];
}

/** What a vendor may do with one bucket of the customer's account. */
export function plainLocation(
  vendor: VendorFacts, access: PlainAccess, { partition, account }: Surroundings, words: ScopeWords = FORM_WORDS,
): Location {
  const { field, bucketName, mode, key } = access;
  if (vendor.modes && !vendor.modes.includes(mode)) {
    fail('ModeNotSupported', `${field}.mode`, mode, `${vendor.name} has a use for ${vendor.modes.join(' and ')} only`);
  }
  if (!MODES.includes(mode)) {
    fail('ValueTypeInvalid', `${field}.mode`, mode, `give ${MODES.join(', ')}`);
  }
  const actions = actionsFor(mode, {}, vendor.extra, field);
  return {
    field,
    bucketArn: `arn:${partition}:s3:::${checkBucketName(bucketName, `${field}.bucketName`)}`,
    owner: checkAccountId(account, 'accountId'),
    requireTls: true,
    scopes: plainScopes(access, vendor, words),
    variables: vendor.variables,
    actions,
    keys: key === undefined ? [] : [plainKey(key, { partition }, `${field}.keyArn`)],
    acceptedEncryption: encryptionDemand(actions, vendor.acceptedEncryption),
  };
}

/** Compiled here already, where its place is known for errors. */
function plainScopes({ field: access, prefix, wholeBucket }: PlainAccess, vendor: VendorFacts, words: ScopeWords): Scopes {
  const field = `${access}.prefix`;
  checkScopeGiven({ parts: prefix !== undefined, wholeBucket }, field, words);
  return prefix === undefined ? WHOLE_BUCKET : [plainFolder(prefix, vendor.variables, field, words)];
}

/** A folder, as people write it down. */
export function plainFolder(path: string, variables: TemplateVariables, field: string, { whole }: ScopeWords): KeyScope {
  refuseWholeBucketFolder(path, field, whole);
  const scope: KeyScope = { kind: 'folder', path };
  compileScope(scope, variables, field);
  return scope;
}

function plainKey({ arn, region }: PlainKey, { partition }: Pick<Surroundings, 'partition'>, field: string): KmsKeyUse {
  checkKeyArn(arn, field);
  checkPartition(arn, hasReference(partition) ? undefined : partition, field);
  return { keyArn: arn, viaService: viaS3(region ?? arn.split(':')[3]) };
}

/** All that the role may do: the access as it is written down, and what the vendor needs of its own buckets. */
export function plainPermissions(vendor: VendorFacts, access: readonly PlainAccess[], surroundings: Surroundings): Statement[] {
  return compileIdentity([
    ...companionLocations(vendor, [surroundings.account]),
    ...access.map((one) => plainLocation(vendor, one, surroundings)),
  ], {});
}
