import { Aws } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { Vendor, wordsOf } from '../../api';
import { fail, hasReference, isRecord, raising } from '../../policy/base';
import { TrustedParty } from '../../policy/grant';
import { checkExternalIds, checkVendor, ExternalIdRequest, trustedParties } from '../../policy/request';
import { AccessMethod, VendorFacts } from '../../policy/vendor';
import { checkList } from '../input';
import { warn } from '../report';
import { knownPartition, TokenKind, TokenTable, warnIfOpen } from '../tokens';

/** Resolves a vendor for the stack that it is used in. */
export function bindVendor(scope: IConstruct, tokens: TokenTable, vendor: Vendor, method: AccessMethod, field: string): VendorFacts {
  if (!(vendor instanceof Vendor) || vendor.definition === undefined) {
    fail('VendorTypeInvalid', field, vendor, 'use Vendor.account, Vendor.role, Vendor.user or one of Vendors');
  }
  const definition = encodeAll(vendor.definition, tokens, field);
  const { accounts, principals, principalArns, organizationId, sessionTags } = vendor.definition;
  [accounts, principals, principalArns, organizationId, sessionTags?.flatMap(({ values }) => values)].flat()
    .forEach((value) => typeof value === 'string' && warnIfOpen(scope, value, field));
  const facts = raising((issues) => checkVendor({
    data: definition,
    words: wordsOf(vendor),
    kind: vendor._kind,
    method,
    otherwise: (methods) => `use ${methods.map((one) => CONSTRUCTS[one]).join(' or ')}`,
    partition: { written: partitionReference(tokens), known: knownPartition(scope) },
  }, issues));
  if (facts.narrowsNobody) {
    warn(scope, 'organizationAlone', `${field}: the vendor is described by its organization alone, which only narrows accounts and principals, so nobody gets access; `
      + 'beside organizationId, name it in accounts or principals');
  }
  // Names are for people; a name that only the deployment knows would tell them nothing.
  return hasReference(facts.name) ? { ...facts, name: 'the vendor' } : facts;
}

/** The construct for each way to connect. */
const CONSTRUCTS: Readonly<Record<AccessMethod, string>> = { role: 'VendorS3AccessRole', bucketPolicy: 'VendorS3BucketAccess', accessKey: 'VendorS3AccessUser' };

/** The partition that ARNs are written with. */
export function partitionReference(tokens: TokenTable): string {
  return tokens.encode(Aws.PARTITION, 'partition', 'partition');
}

/** What the strings of a definition are, where it is more than text. */
const KINDS: Readonly<Record<string, TokenKind>> = {
  accounts: 'accountId',
  bucketName: 'bucketName',
  organizationId: 'name',
  ownerAccount: 'accountId',
  prefixes: 'key',
  principalArns: 'principalArn',
  principals: 'principalArn',
  roleName: 'name',
};

/** Replaces the tokens in all strings of a definition. */
function encodeAll<T>(value: T, tokens: TokenTable, field: string, kind: TokenKind = 'text'): T {
  if (typeof value === 'string') {
    return tokens.encode(value, kind, field) as T;
  }
  if (Array.isArray(value)) {
    return checkList(value, field).map((item, i) => encodeAll(item, tokens, `${field}[${i}]`, kind)) as T;
  }
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) =>
      [key, encodeAll(item, tokens, `${field}.${key}`, Object.hasOwn(KINDS, key) ? KINDS[key] : undefined)])) as T;
  }
  return value;
}

/** Pairs the principals of a vendor with the external IDs that they may present. */
export function bindTrust(scope: IConstruct, tokens: TokenTable, vendor: VendorFacts, ids: Omit<ExternalIdRequest, 'place' | 'otherwise'>, place: string): TrustedParty[] {
  const encode = (name: 'externalId' | 'nextExternalId') => {
    const id = ids[name];
    if (id === undefined) {
      return undefined;
    }
    const encoded = tokens.encode(id, 'externalId', `${place}${name}`);
    // `${sts:ExternalId}` would equal whatever is sent.
    warnIfOpen(scope, id, `${place}${name}`);
    return encoded;
  };
  const { externalIds, reason } = raising((issues) => checkExternalIds(vendor, {
    externalId: encode('externalId'),
    nextExternalId: encode('nextExternalId'),
    withoutExternalId: ids.withoutExternalId,
    place,
    otherwise: '; if it truly cannot send one, say why in withoutExternalId',
  }, issues));
  if (vendor.parties.length === 0 && !vendor.narrowsNobody) {
    warn(scope, 'pendingVendor', `${vendor.name} has not named its principal yet, and gets no access; give it the role's ARN, then name the principal it answers with`);
  } else if (vendor.parties.length > 0 && externalIds.length === 0) {
    const why = reason === undefined ? 'it does not send one' : `the reason given is: ${reason.replace(/\s+/g, ' ')}`;
    warn(scope, 'externalIdAbsent', `${vendor.name} assumes the role without an external ID, so it can be tricked into using it for another customer; ${why}`);
  }
  return trustedParties(vendor, externalIds, `${place}vendor`);
}
