import { KnownVendor } from './known-vendor';

/** IEX Cloud Apperate: financial data. Names its user and external ID only once it knows the role's ARN. */
export const APPERATE: KnownVendor = {
  id: 'apperate',
  factory: 'apperate',
  kind: 'user',
  principalOption: 'userArn',
  data: {
    name: 'IEX Cloud Apperate',
    externalId: 'required',
    externalIdIssuer: 'vendor',
    modes: ['read'],
    accessMethods: ['role'],
    readActions: ['s3:GetObjectVersion'],
  },
};
