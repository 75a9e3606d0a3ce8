import { KitFacts } from './facts';
import { offeredModes } from './modes';

/** Parameters of the template that are there once. */
export const PARAMETERS = {
  externalId: 'ExternalId',
  principalArn: 'VendorPrincipalArn',
  roleName: 'RoleName',
  permissionsBoundary: 'PermissionsBoundaryArn',
} as const;

/** Parameters for one bucket. */
export interface SlotParameters {
  readonly bucketName: string;
  readonly prefix: string;
  readonly mode: string;
  readonly keyArn: string;
}

/**
 * The names of the parameters for a bucket; they count from 1. The first has no number, so that they stay as they are when a
 * later version of the template takes more buckets.
 */
export function slotParameters(slot: number): SlotParameters {
  const number = slot === 1 ? '' : String(slot);
  return {
    bucketName: `BucketName${number}`,
    prefix: `Prefix${number}`,
    mode: `AccessMode${number}`,
    keyArn: `KmsKeyArn${number}`,
  };
}

/** The names of all parameters that a vendor's template has. */
export function templateParameters({ vendor, asksPrincipal, externalId, slots }: KitFacts): string[] {
  const choosesMode = offeredModes(vendor.modes).length > 1;
  return [
    ...(externalId === 'none' ? [] : [PARAMETERS.externalId]),
    ...(asksPrincipal ? [PARAMETERS.principalArn] : []),
    ...(vendor.roleName === undefined ? [PARAMETERS.roleName] : []),
    PARAMETERS.permissionsBoundary,
    ...Array.from({ length: slots }, (_, i) => slotParameters(i + 1)).flatMap(({ bucketName, prefix, mode, keyArn }) =>
      [bucketName, prefix, ...(choosesMode ? [mode] : []), keyArn]),
  ];
}
