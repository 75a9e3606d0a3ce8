import { Intrinsic } from './intrinsics';
import { CONDITIONS, slotConditions } from './template-names';
import { includes, Mode, WHOLE_BUCKET_FOLDER } from '../../policy/grant';
import { offeredModes, VendorFacts } from '../../policy/vendor';
import { externalIdOptional, KitFacts, PARAMETERS, slotParameters } from '../form';

/** Whether a parameter has a value. */
export function given(parameter: string): Intrinsic {
  return { 'Fn::Not': [equals(parameter, '')] };
}

export function equals(parameter: string, value: string): Intrinsic {
  return { 'Fn::Equals': [{ Ref: parameter }, value] };
}

/** The conditions of the template: no more than it uses. */
export function templateConditions(facts: KitFacts, vendor: VendorFacts): Record<string, Intrinsic> {
  return {
    ...(facts.externalId !== 'none' && externalIdOptional(facts) ? { [CONDITIONS.hasExternalId]: given(PARAMETERS.externalId) } : {}),
    ...(facts.asksPrincipal ? { [CONDITIONS.hasPrincipal]: given(PARAMETERS.principalArn) } : {}),
    ...Object.assign({}, ...Array.from({ length: facts.slots }, (_, i) => conditionsOf(vendor, i + 1))),
    ...(vendor.roleName === undefined ? { [CONDITIONS.hasRoleName]: given(PARAMETERS.roleName) } : {}),
    [CONDITIONS.hasBoundary]: given(PARAMETERS.permissionsBoundary),
  };
}

function conditionsOf(vendor: VendorFacts, slot: number): Record<string, Intrinsic> {
  const names = slotConditions(slot);
  const parameters = slotParameters(slot);
  const modes = offeredModes(vendor.modes);
  const without = (half: 'read' | 'write'): Mode | undefined => modes.find((mode) => !includes(mode, half));
  const depends = (name: string, half: 'read' | 'write', other: 'read' | 'write') =>
    (modes.length > 1 && without(half) !== undefined && modes.some((mode) => includes(mode, half))
      ? { [name]: { 'Fn::Not': [equals(parameters.mode, other)] } }
      : {});
  return {
    ...(slot > 1 ? { [names.hasBucket]: given(parameters.bucketName) } : {}),
    // Only the word opens it: what is empty, whoever let it through, leaves keys that begin with a slash.
    [names.wholeBucket]: equals(parameters.prefix, WHOLE_BUCKET_FOLDER),
    ...depends(names.canRead, 'read', 'write'),
    ...depends(names.canWrite, 'write', 'read'),
    [names.hasKey]: given(parameters.keyArn),
  };
}
