import { Aws, Stack, Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { Vendor } from '../../api';
import { checkPrincipalArn, partitionOf } from '../../policy/aws';
import { fail, hasReference } from '../../policy/base';
import { checkExternalId, checkReason, TrustedParty } from '../../policy/grant';
import { AccessMethod, checkAccessMethod, isRecord, VendorFacts, vendorFacts } from '../../policy/vendor';
import { checkList } from '../input';
import { warn } from '../report';
import { TokenKind, TokenTable, warnIfOpen } from '../tokens';

/** The external IDs of one vendor, as a customer gives them. */
export interface ExternalIds {
  readonly externalId?: string;
  readonly nextExternalId?: string;
  readonly withoutExternalId?: string;
}

/** Resolves a vendor for the stack that it is used in. */
export function bindVendor(scope: IConstruct, tokens: TokenTable, vendor: Vendor, method: AccessMethod, field: string): VendorFacts {
  if (!(vendor instanceof Vendor) || vendor.definition === undefined) {
    fail('VendorTypeInvalid', field, vendor, 'use Vendor.account, Vendor.role, Vendor.user or one of Vendors');
  }
  const definition = encodeAll(vendor.definition, tokens, field);
  const { accounts, principals, principalArns, organizationId, sessionTags } = vendor.definition;
  [accounts, principals, principalArns, organizationId, sessionTags?.flatMap(({ values }) => values)].flat()
    .forEach((value) => typeof value === 'string' && warnIfOpen(scope, value, field));
  if (vendor._kind !== 'any') {
    const kind = vendor._kind;
    definition.principals?.forEach((arn) => checkPrincipalArn(arn, kind, field));
  }
  const facts = vendorFacts(definition, {
    written: partitionReference(tokens),
    known: knownPartition(scope),
  }, field);
  checkAccessMethod(facts, method, field);
  // Names are for people; a name that only the deployment knows would tell them nothing.
  return hasReference(facts.name) ? { ...facts, name: 'the vendor' } : facts;
}

/** The partition that ARNs are written with. */
export function partitionReference(tokens: TokenTable): string {
  return tokens.encode(Aws.PARTITION, 'partition', 'partition');
}

/** The partition of a construct's stack, where its region is known. `Stack.partition` tells only behind a feature flag. */
export function knownPartition(scope: IConstruct): string | undefined {
  const { region } = Stack.of(scope);
  return Token.isUnresolved(region) ? undefined : partitionOf(region).partition;
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
export function trustedParties(scope: IConstruct, tokens: TokenTable, facts: VendorFacts, ids: ExternalIds, place: string): TrustedParty[] {
  const at = (name: string) => (place === '' ? name : `${place}.${name}`);
  const externalIds = checkIds(scope, tokens, facts, ids, at);
  if (facts.parties.length === 0) {
    warn(scope, 'pendingVendor', `Give ${facts.name} the role's ARN, then name the principal it answers with.`);
  }
  return facts.parties.map((principals) => ({ field: at('vendor'), principals, externalIds, sessionTags: facts.sessionTags }));
}

function checkIds(scope: IConstruct, tokens: TokenTable, facts: VendorFacts, ids: ExternalIds, at: (name: string) => string): string[] {
  const { externalId, nextExternalId, withoutExternalId } = ids;
  const check = (id: string, name: string) => {
    const checked = checkExternalId(tokens.encode(id, 'externalId', at(name)), at(name));
    // `${sts:ExternalId}` would equal whatever is sent.
    warnIfOpen(scope, id, at(name));
    return checked;
  };
  const reason = withoutExternalId === undefined ? undefined : checkReason(withoutExternalId, at('withoutExternalId'));
  if (externalId === undefined) {
    if (nextExternalId !== undefined) {
      fail('ExternalIdContradiction', at('nextExternalId'), nextExternalId, 'give the present ID as externalId');
    }
    if (facts.parties.length === 0) {
      return [];
    }
    if (facts.externalId !== 'unsupported' && reason === undefined) {
      fail('ExternalIdMissing', at('externalId'), externalId, `agree on an ID with ${facts.name}; if it truly cannot send one, say why in withoutExternalId`);
    }
    warn(scope, 'externalIdAbsent', reason === undefined ? `${facts.name} does not send one.` : `Reason given: ${reason.replace(/\s+/g, ' ')}`);
    return [];
  }
  if (facts.externalId === 'unsupported') {
    fail('ExternalIdNotSupported', at('externalId'), externalId, `${facts.name} sends none and could never assume the role; leave it out`);
  }
  if (reason !== undefined) {
    fail('ExternalIdContradiction', at('withoutExternalId'), reason, 'an external ID is given; drop one of the two');
  }
  const present = check(externalId, 'externalId');
  if (nextExternalId === undefined) {
    return [present];
  }
  const next = check(nextExternalId, 'nextExternalId');
  if (next === present) {
    fail('ExternalIdUnchanged', at('nextExternalId'), next, 'give the ID that will replace the present one, or leave it out');
  }
  return [present, next];
}
