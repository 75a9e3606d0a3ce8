import { CALL_BACK_ID } from '../form';

/** Logical IDs of what is in the template once. Changing that of the role would replace the role. */
export const LOGICAL_IDS = {
  role: 'Role',
  callBack: CALL_BACK_ID,
} as const;

/** Conditions that are there once. */
export const CONDITIONS = {
  hasExternalId: 'HasExternalId',
  hasPrincipal: 'HasVendorPrincipal',
  hasRoleName: 'HasRoleName',
  hasBoundary: 'HasBoundary',
} as const;

/** Conditions for one bucket. */
export interface SlotConditions {
  readonly hasBucket: string;
  readonly wholeBucket: string;
  readonly hasKey: string;
  readonly canRead: string;
  readonly canWrite: string;
}

/** What a name that is there for each bucket ends with: nothing for the first, so that it stays when there are more. */
export function numbered(name: string, slot: number): string {
  return slot === 1 ? name : `${name}${slot}`;
}

export function slotConditions(slot: number): SlotConditions {
  return {
    hasBucket: numbered('HasBucket', slot),
    wholeBucket: numbered('WholeBucket', slot),
    hasKey: numbered('HasKmsKey', slot),
    canRead: numbered('CanRead', slot),
    canWrite: numbered('CanWrite', slot),
  };
}
