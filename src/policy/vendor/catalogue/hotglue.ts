import { KnownVendor } from './known-vendor';

/** hotglue: embedded integrations. Fetches files, exports files, or both; its principal differs by environment. */
export const HOTGLUE: KnownVendor = {
  id: 'hotglue',
  factory: 'hotglue',
  kind: 'any',
  principalOption: 'principalArn',
  data: {
    name: 'hotglue',
    externalId: 'required',
    externalIdIssuer: 'vendor',
    accessMethods: ['role', 'accessKey'],
    // The variables of its `path_prefix`.
    pathVariables: {
      date: '??????', // YYYYMM
      env_id: '*',
      flow_id: '*',
      full_date: '????????', // YYYYMMDD
      job_id: '*',
      root_tenant_id: '*',
      tap: '*',
      tenant: '*',
    },
  },
};
