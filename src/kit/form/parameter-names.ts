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
