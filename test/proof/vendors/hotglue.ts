import { KnownVendor } from './vendor';

const ROLE = 'arn:aws:iam::555544443333:role/hotglue-runner';

/** Fetches and exports, by a role or by an access key; it issues the external ID, and names its principal to each customer. */
export const HOTGLUE = {
  title: 'hotglue',
  id: 'hotglue',
  definition: {
    externalId: 'required',
    // What its guide lets stand in a path; only dates have a length.
    pathVariables: {
      tenant: '*', root_tenant_id: '*', tap: '*', date: '??????', full_date: '????????', flow_id: '*', job_id: '*', env_id: '*',
    },
  },
  modes: ['read', 'write', 'readWrite'],
  exports: false,
  example: {
    caller: ROLE,
    principalArn: ROLE,
    externalId: 'hg_tenant-81c2',
    nextExternalId: 'hg_tenant-81c3',
    strangers: ['arn:aws:iam::555544443333:role/another', 'arn:aws:iam::444455556666:role/hotglue-runner', 'arn:aws:iam::111122223333:root'],
  },
  declared: (principalArn?: string) => ({ kind: 'hotglue', principalArn }),
} as const satisfies KnownVendor;
