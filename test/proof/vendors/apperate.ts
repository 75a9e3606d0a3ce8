import { KnownVendor } from './vendor';

const USER = 'arn:aws:iam::222233334444:user/apperate-workspace-17';

/** Reads, in every version; it tells its user and the external ID only once there is a role. */
export const APPERATE = {
  title: 'IEX Cloud Apperate',
  id: 'apperate',
  definition: { externalId: 'required', readActions: ['s3:GetObjectVersion'] },
  modes: ['read'],
  exports: false,
  example: {
    caller: USER,
    principalArn: USER,
    externalId: 'iex_ws17=abc/1',
    nextExternalId: 'iex_ws17=abc/2',
    strangers: ['arn:aws:iam::222233334444:user/apperate-workspace-18', 'arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:user/x'],
  },
  declared: (principalArn?: string) => ({ kind: 'apperate', userArn: principalArn }),
} as const satisfies KnownVendor;
