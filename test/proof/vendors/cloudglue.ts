import { KnownVendor } from './vendor';

const ACCOUNT = '992382634011';

/** The bucket of its own into which the customer's role writes. */
export const TRANSFER = { bucketName: 'cloudglue-external-transfer', ownerAccount: ACCOUNT, mode: 'write', wholeBucket: true } as const;

/** Reads videos; its role has a fixed name, and the customer chooses the external ID. */
export const CLOUDGLUE = {
  title: 'Cloudglue',
  id: 'cloudglue',
  definition: { accounts: [ACCOUNT], externalId: 'required', companionBuckets: [TRANSFER] },
  roleName: 'cloudglue-external-s3-access-role',
  modes: ['read', 'write', 'readWrite'],
  exports: true,
  example: {
    caller: `arn:aws:iam::${ACCOUNT}:role/connector`,
    externalId: 'acme-7Qx+42',
    nextExternalId: 'acme/8:next',
    strangers: ['arn:aws:iam::992382634012:role/connector', 'arn:aws:iam::444455556666:role/connector', 'arn:aws:iam::111122223333:role/admin'],
  },
  declared: () => ({ kind: 'cloudglue' }),
} as const satisfies KnownVendor;
