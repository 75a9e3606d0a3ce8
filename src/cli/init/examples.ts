import type { VendorDefinition } from '../../api';

/** Stands in the first draft of a definition, where the vendor's name belongs. */
export const NAME_MARK = 'YOUR-NAME';

/** Stands in the first draft of a definition, where the vendor's own account belongs. It is refused as an account ID. */
export const ACCOUNT_MARK = 'YOUR-12-DIGIT-ACCOUNT-ID';

const ACCOUNT = '111122223333';

/**
 * For each field of a definition a value that it may have, as the schema shows it to editors, and as the first draft proposes it.
 * Together they make a definition that is valid.
 */
export const EXAMPLES: { readonly [field in keyof Required<VendorDefinition>]: unknown } = {
  name: 'Example Analytics',
  partition: 'aws',
  accounts: [ACCOUNT],
  principals: [`arn:aws:iam::${ACCOUNT}:role/ingest`],
  principalArns: [`arn:aws:iam::${ACCOUNT}:role/ingest-*`],
  organizationId: 'o-a1b2c3d4e5',
  externalId: 'required',
  externalIdIssuer: 'vendor',
  roleName: 'example-analytics-s3-access',
  modes: ['read'],
  accessMethods: ['role'],
  readActions: ['s3:GetObjectVersion'],
  writeActions: ['s3:ListBucket'],
  companionBuckets: [{ bucketName: 'example-analytics-transfer', ownerAccount: ACCOUNT, mode: 'write', prefixes: ['incoming'] }],
  acceptedEncryption: ['AES256', 'aws:kms'],
  sessionTags: [{ key: 'tenant', values: ['acme'] }],
  pathVariables: { tenant: '*', date: '??????' },
  exportOutputs: true,
  documentationUrl: 'https://docs.example.com/s3',
};
