import { ExternalIdIssuer, ExternalIdPolicy, VendorAccessMethod, VendorDefinition } from '../vendor-definition';

/** hotglue: embedded integrations. Fetches files, exports files, or both; its principal differs by environment. */
export const HOTGLUE: VendorDefinition = {
  name: 'hotglue',
  externalId: ExternalIdPolicy.REQUIRED,
  externalIdIssuer: ExternalIdIssuer.VENDOR,
  accessMethods: [VendorAccessMethod.ROLE, VendorAccessMethod.ACCESS_KEY],
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
};
