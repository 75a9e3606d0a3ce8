import { equals, given } from './conditions';
import { numbered } from './names';
import { Intrinsic } from './render';
import { placeholderSpellings, VendorFacts } from '../../private/policy';
import { KitFacts } from '../setup/facts';
import { offeredModes } from '../setup/modes';
import { PARAMETERS, slotParameters } from '../setup/parameter-names';

/** A rule that CloudFormation checks before it creates anything. */
export interface Rule {
  readonly when?: Intrinsic;
  readonly assert: Intrinsic;
  readonly description: string;
}

/** Combinations of parameters that make no sense. */
export function templateRules(facts: KitFacts, vendor: VendorFacts): Record<string, Rule> {
  const { name } = facts.vendor;
  const [onlyMode, ...otherModes] = offeredModes(vendor.modes);
  return {
    // Its list of values says the same; but without a use, the parameter would look like a mistake.
    ...(otherModes.length > 0 ? {} : {
      AccessModeIsOffered: {
        assert: equals(slotParameters(1).mode, onlyMode),
        description: `${name} has a use for ${onlyMode} only`,
      },
    }),
    ...(facts.externalId === 'none' ? {} : {
      ExternalIdIsNoPlaceholder: {
        assert: { 'Fn::Not': [{ 'Fn::Contains': [placeholderSpellings(), { Ref: PARAMETERS.externalId }] }] },
        description: `${PARAMETERS.externalId} is a placeholder: put in the ID that you and ${name} agreed on`,
      },
    }),
    ...(facts.asksPrincipal && ['entered', 'issued'].includes(facts.externalId) ? {
      PrincipalNeedsExternalId: {
        when: given(PARAMETERS.principalArn),
        assert: given(PARAMETERS.externalId),
        description: `${PARAMETERS.principalArn} needs ${PARAMETERS.externalId}: without one, other customers of ${name} could reach your buckets`,
      },
    } : {}),
    ...Object.fromEntries(Array.from({ length: facts.slots - 1 }, (_, i) => [numbered('NothingWithoutBucket', i + 2), slotRule(vendor, i + 2)])),
  };
}

/** What is said about a bucket, without a bucket. */
function slotRule(vendor: VendorFacts, slot: number): Rule {
  const { bucketName, prefix, mode, keyArn } = slotParameters(slot);
  const [narrowest] = offeredModes(vendor.modes);
  return {
    when: equals(bucketName, ''),
    assert: { 'Fn::And': [equals(prefix, ''), equals(keyArn, ''), equals(mode, narrowest)] },
    description: `Give ${bucketName}, or leave what belongs to it as it was`,
  };
}
