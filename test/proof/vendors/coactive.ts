import { KnownVendor } from './vendor';

const ROLE = 'arn:aws:iam::222233334444:role/coactive-reader';

/** Reads images, by a role or by the policy of the bucket; it sends no external ID. */
export const COACTIVE = {
  title: 'Coactive',
  id: 'coactive',
  definition: { externalId: 'unsupported' },
  modes: ['read'],
  exports: false,
  example: {
    caller: ROLE,
    principalArn: ROLE,
    strangers: ['arn:aws:iam::222233334444:role/another', 'arn:aws:iam::444455556666:role/coactive-reader'],
  },
  // Whoever declares it in an app knows its role.
  declared: (principalArn?: string) => ({ kind: 'coactive', roleArn: principalArn ?? ROLE }),
} as const satisfies KnownVendor;
