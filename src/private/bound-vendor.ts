import { Aws, Stack, Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { warnIfOpen } from './open-parameter';
import {
  AccessMethod, checkExternalId, checkPrincipalArn, checkReason, fail, TrustedParty, VendorFacts, vendorFacts,
} from './policy';
import { TokenTable } from './tokens';
import { warn } from './warnings';
import { Vendor } from '../vendor';

/** The external IDs of one vendor, as a customer gives them. */
export interface ExternalIds {
  readonly externalId?: string;
  readonly nextExternalId?: string;
  readonly withoutExternalId?: string;
}

/** Resolves a vendor for the stack that it is used in. */
export function bindVendor(scope: IConstruct, tokens: TokenTable, vendor: Vendor, method: AccessMethod, field: string): VendorFacts {
  if (!(vendor instanceof Vendor)) {
    fail('VendorTypeInvalid', field, vendor, 'use Vendor.account, Vendor.role, Vendor.user or one of Vendors');
  }
  const definition = encodeAll(tokens, vendor.definition);
  [vendor.definition.accounts, vendor.definition.principals, vendor.definition.principalArns].flat()
    .forEach((principal) => typeof principal === 'string' && warnIfOpen(scope, principal, field));
  if (vendor._kind !== 'any') {
    const kind = vendor._kind;
    definition.principals?.forEach((arn) => checkPrincipalArn(arn, kind, field));
  }
  const known = Stack.of(scope).partition;
  const facts = vendorFacts(definition, {
    written: partitionReference(tokens),
    known: Token.isUnresolved(known) ? undefined : known,
  }, field);
  if (facts.accessMethods && !facts.accessMethods.includes(method)) {
    fail('MethodNotSupported', field, method, `${facts.name} connects by ${facts.accessMethods.join(' or ')}`);
  }
  return facts;
}

/** The partition that ARNs are written with. */
export function partitionReference(tokens: TokenTable): string {
  return tokens.encode(Aws.PARTITION, 'partition', 'partition');
}

type Definition = Vendor['definition'];

function encodeAll(tokens: TokenTable, definition: Definition): Definition {
  const strings = (values: string[] | undefined, kind: 'accountId' | 'principalArn', field: string) =>
    Array.isArray(values) ? values.map((value) => tokens.encode(value, kind, field)) : values;
  return {
    ...definition,
    accounts: strings(definition.accounts, 'accountId', 'accounts'),
    principals: strings(definition.principals, 'principalArn', 'principals'),
    principalArns: strings(definition.principalArns, 'principalArn', 'principalArns'),
    organizationId: definition.organizationId === undefined ? undefined : tokens.encode(definition.organizationId, 'name', 'organizationId'),
  };
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
  const check = (id: string, name: string) => checkExternalId(tokens.encode(id, 'externalId', at(name)), at(name));
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
