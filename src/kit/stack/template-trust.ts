import { Functions, Intrinsic, render } from './intrinsics';
import { CONDITIONS } from './template-names';
import { BOUNDS, QUOTAS } from '../../policy/aws';
import { fail, raising, reference } from '../../policy/base';
import { Statement } from '../../policy/document';
import { trustStatements } from '../../policy/grant';
import { checkRoleVendor, trustedParties } from '../../policy/request';
import { VendorFacts } from '../../policy/vendor';
import { documentSize, toJson } from '../../policy/write';
import { externalIdOptional, KitFacts, PARAMETERS } from '../form';

/** The shortest limit of an external ID that still takes what vendors issue. */
const MIN_LENGTH = 64;

/** The vendor, as the template names it. A partition that it declares is written out: there a stranger may have the account. */
export function templateVendor({ vendor, principalKind: kind }: KitFacts, principalArn?: string): VendorFacts {
  const partition = { written: vendor.partition ?? reference('Partition', BOUNDS.partition), known: vendor.partition };
  return raising((issues) => checkRoleVendor({ vendor, kind, principalArn }, partition, issues));
}

/** Who may assume the role. */
export function trustDocument(facts: KitFacts): Intrinsic {
  const live = render(toJson(liveTrust(facts)(BOUNDS.externalId)), externalIdFunctions(facts)) as Intrinsic;
  if (!facts.asksPrincipal) {
    return live;
  }
  const { Statement: nobody } = toJson(trustStatements([], {}));
  return { ...live, Statement: { 'Fn::If': [CONDITIONS.hasPrincipal, live.Statement, nobody] } };
}

/** How long the external ID may be, for the trust policy not to outgrow its quota. */
export function externalIdLength(facts: KitFacts): number {
  const trust = liveTrust(facts);
  const sizes = [0, 1].map((length) => documentSize(trust(length)));
  const [fixed, occurrences] = [sizes[0], sizes[1] - sizes[0]];
  const room = occurrences === 0 ? 0 : Math.floor((QUOTAS.trustPolicy - fixed) / occurrences);
  if (fixed > QUOTAS.trustPolicy || (occurrences > 0 && room < MIN_LENGTH)) {
    fail('TrustPolicyTooLarge', 'vendor', `${fixed} characters of trust policy`, `IAM takes ${QUOTAS.trustPolicy}, external ID included; name fewer principals`);
  }
  return Math.min(BOUNDS.externalId, room);
}

/** What stands for the external ID: the one that is entered, or a part of the stack's ID that no other stack has. */
function externalIdFunctions({ externalId }: KitFacts): Functions {
  return externalId !== 'derived' ? {} : {
    [PARAMETERS.externalId]: {
      'Fn::If': [CONDITIONS.hasExternalId, { Ref: PARAMETERS.externalId }, { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] }],
    },
  };
}

/** The external ID, for outputs; a condition where there may be none. */
export function externalIdOutput(facts: KitFacts): { readonly value: unknown; readonly condition?: string } | undefined {
  if (facts.externalId === 'none') {
    return undefined;
  }
  const value = externalIdFunctions(facts)[PARAMETERS.externalId] ?? { Ref: PARAMETERS.externalId };
  return { value, condition: facts.externalId !== 'derived' && externalIdOptional(facts) ? CONDITIONS.hasExternalId : undefined };
}

/** The trust of a role that the vendor can assume, by how long the external ID may be. */
function liveTrust(facts: KitFacts): (maxLength: number) => Statement[] {
  const vendor = templateVendor(facts, facts.asksPrincipal ? reference(PARAMETERS.principalArn, BOUNDS.principalArn) : undefined);
  return (maxLength) =>
    trustStatements(trustedParties(vendor, facts.externalId === 'none' ? [] : [reference(PARAMETERS.externalId, maxLength)], 'vendor'), {});
}
