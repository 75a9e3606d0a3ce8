import { Intrinsic } from './intrinsics';
import { equals, given } from './template-conditions';
import { numbered } from './template-names';
import { placeholderSpellings, WHOLE_BUCKET_FOLDER } from '../../policy/grant';
import { offeredModes, VendorFacts } from '../../policy/vendor';
import { KitFacts, PARAMETERS, slotParameters } from '../form';

/** A rule that CloudFormation checks before it creates anything. */
interface Rule {
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
    ...(facts.callBack === undefined ? {} : { RegionHasTopic: regionRule(facts) }),
    ...Object.fromEntries(Array.from({ length: facts.slots }, (_, i) => [numbered('BucketHasFolder', i + 1), slotRule(vendor, i + 1)])),
  };
}

/** Elsewhere the call-back would fail, and only after everything else was created. */
function regionRule({ regions, vendor: { name } }: KitFacts): Rule {
  const region = { Ref: 'AWS::Region' };
  return {
    assert: regions.length === 1 ? { 'Fn::Equals': [region, regions[0]] } : { 'Fn::Contains': [regions, region] },
    description: `The stack tells ${name} of the role, and can do so in ${regions.join(', ')} only`,
  };
}

/**
 * A bucket has a folder, or the word for all of it. One that is not there has neither, nor anything else: what was said of it would
 * be forgotten. The first bucket is always there.
 */
function slotRule(vendor: VendorFacts, slot: number): Rule {
  const { bucketName, prefix, mode, keyArn } = slotParameters(slot);
  const folder = `${prefix} (a folder, or ${WHOLE_BUCKET_FOLDER} for the whole bucket)`;
  if (slot === 1) {
    return { assert: given(prefix), description: `Give ${folder}` };
  }
  const [narrowest] = offeredModes(vendor.modes);
  const empty = (...parameters: readonly string[]) => parameters.map((parameter) => equals(parameter, ''));
  return {
    assert: {
      'Fn::Or': [
        { 'Fn::Not': [{ 'Fn::Or': empty(bucketName, prefix) }] },
        { 'Fn::And': [...empty(bucketName, prefix, keyArn), equals(mode, narrowest)] },
      ],
    },
    description: `Give ${bucketName} and ${folder}, or nothing`,
  };
}
