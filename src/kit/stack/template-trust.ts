import { Functions, Intrinsic, renderIntrinsics } from './intrinsics';
import { CONDITIONS } from './template-names';
import { BOUNDS, QUOTAS } from '../../policy/aws';
import { fail, reference } from '../../policy/base';
import { Statement } from '../../policy/document';
import { trustStatements } from '../../policy/grant';
import { trustedParties } from '../../policy/request';
import { VendorFacts } from '../../policy/vendor';
import { documentSize, toJson } from '../../policy/write';
import { externalIdOptional, KitFacts, PARAMETERS } from '../form';

/** The shortest limit of an external ID that still takes what vendors issue. */
const MIN_LENGTH = 64;

/** Who may assume the role. */
export function trustDocument(facts: KitFacts, vendor: VendorFacts): Intrinsic {
  const live = renderIntrinsics(toJson(liveTrust(facts, vendor, BOUNDS.externalId)), externalIdFunctions(facts)) as Intrinsic;
  if (!facts.asksPrincipal) {
    return live;
  }
  const { Statement: nobody } = toJson(trustStatements([], {}));
  return { ...live, Statement: { 'Fn::If': [CONDITIONS.hasPrincipal, live.Statement, nobody] } };
}

/** How long the external ID may be, for the trust policy not to outgrow its quota. */
export function externalIdLength(facts: KitFacts, vendor: VendorFacts): number {
  const sizes = [0, 1].map((length) => documentSize(liveTrust(facts, vendor, length)));
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

/** The trust of a role that the vendor can assume, for an external ID of at most so many characters. */
function liveTrust({ externalId }: KitFacts, vendor: VendorFacts, maxLength: number): Statement[] {
  return trustStatements(trustedParties(vendor, externalId === 'none' ? [] : [reference(PARAMETERS.externalId, maxLength)], 'vendor'), {});
}
