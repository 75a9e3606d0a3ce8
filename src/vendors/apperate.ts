import { S3AccessMode } from '../s3-access';
import { ExternalIdIssuer, ExternalIdPolicy, VendorAccessMethod, VendorDefinition } from '../vendor-definition';

/** IEX Cloud Apperate: financial data. Names its user and external ID only once it knows the role's ARN. */
export const APPERATE: VendorDefinition = {
  name: 'IEX Cloud Apperate',
  externalId: ExternalIdPolicy.REQUIRED,
  externalIdIssuer: ExternalIdIssuer.VENDOR,
  modes: [S3AccessMode.READ],
  accessMethods: [VendorAccessMethod.ROLE],
  readActions: ['s3:GetObjectVersion'],
};
