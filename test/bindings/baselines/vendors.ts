import { ACCOUNT, bucketAccess, oneClick, role, user } from './around';
import { allBut, Setting, StructBaseline } from './baseline';
import { call, Expression, fixture, member, Properties, struct } from '../recipe';

/** The role, and the template for customers, of a vendor that a value makes. */
const everywhere = (vendor: (value: Expression) => Expression, names: readonly string[]): Setting[] => [
  { name: 'in a role', with: [], around: (value) => role({ vendor: vendor(value) }) },
  { name: 'in a role, with others', with: names, around: (value) => role({ vendor: vendor(value) }) },
  { name: 'in a template for customers', with: names, around: (value) => oneClick({ vendor: vendor(value) }) },
];

const accountValues: Properties = { organizationId: 'o-a1b2c3d4e5', principalArns: [`arn:aws:iam::${ACCOUNT}:role/ingest-*`] };

export const ACCOUNT_OPTIONS: StructBaseline = {
  required: {},
  values: accountValues,
  settings: [
    ...everywhere((options) => call('Vendor.account', ACCOUNT, options), Object.keys(accountValues)),
    {
      name: 'in the policy of a bucket',
      with: Object.keys(accountValues),
      around: (options) => bucketAccess({ vendor: call('Vendor.account', ACCOUNT, options) }),
    },
  ],
};

/** A vendor of the catalogue with one option. */
const known = (method: string, values: Properties): StructBaseline => ({
  required: {},
  values,
  settings: everywhere((options) => call(method, options), []),
});

export const CLOUDGLUE_OPTIONS = known('Vendors.cloudglue', { transferBucket: false });
export const HOTGLUE_OPTIONS = known('Vendors.hotglue', { principalArn: `arn:aws:iam::${ACCOUNT}:role/hotglue` });
export const COACTIVE_OPTIONS: StructBaseline = { ...known('Vendors.coactive', {}), required: { roleArn: `arn:aws:iam::${ACCOUNT}:role/coactive` } };
export const APPERATE_OPTIONS = known('Vendors.apperate', { userArn: `arn:aws:iam::${ACCOUNT}:user/apperate` });

const defined = (of: Properties) => call('Vendor.fromDefinition', struct('VendorDefinition', { name: 'Example', accounts: [ACCOUNT], ...of }));

export const COMPANION_BUCKET: StructBaseline = {
  required: { bucketName: 'vendor-transfer', ownerAccount: ACCOUNT, mode: member('S3AccessMode.READ_WRITE') },
  values: { prefixes: ['outgoing'], wholeBucket: true },
  settings: [
    { name: 'alone', with: ['prefixes'], around: (bucket) => role({ vendor: defined({ companionBuckets: [bucket] }) }) },
    {
      name: 'beside another',
      with: ['prefixes'],
      around: (bucket) => role({
        vendor: defined({ companionBuckets: [struct('VendorCompanionBucket', { ...COMPANION_BUCKET.required, bucketName: 'vendor-other', prefixes: ['a'] }), bucket] }),
      }),
    },
    { name: 'in a template for customers', with: ['prefixes'], around: (bucket) => oneClick({ vendor: defined({ companionBuckets: [bucket] }) }) },
  ],
  contradictions: { wholeBucket: ['prefixes'] },
};

export const SESSION_TAG: StructBaseline = {
  required: { key: 'Tenant' },
  values: { values: ['acme', 'globex'] },
  settings: [
    { name: 'alone', with: [], around: (tag) => role({ vendor: defined({ sessionTags: [tag] }) }) },
    {
      name: 'beside another',
      with: [],
      around: (tag) => role({ vendor: defined({ sessionTags: [struct('VendorSessionTag', { key: 'Team', values: ['data'] }), tag] }) }),
    },
    { name: 'in a template for customers', with: [], around: (tag) => oneClick({ vendor: defined({ sessionTags: [tag] }) }) },
  ],
};

const definitionValues: Properties = {
  acceptedEncryption: [member('VendorEncryption.SSE_KMS'), member('VendorEncryption.DSSE_KMS')],
  accessMethods: [member('VendorAccessMethod.BUCKET_POLICY')],
  accounts: [ACCOUNT],
  companionBuckets: [struct('VendorCompanionBucket', { ...COMPANION_BUCKET.required, prefixes: ['outgoing'] })],
  documentationUrl: 'https://vendor.example/docs/s3',
  exportOutputs: true,
  externalId: member('ExternalIdPolicy.UNSUPPORTED'),
  externalIdIssuer: member('ExternalIdIssuer.VENDOR'),
  modes: [member('S3AccessMode.WRITE')],
  organizationId: 'o-a1b2c3d4e5',
  partition: 'aws',
  pathVariables: { map: { batch: '????', lot: '*' } },
  principalArns: [`arn:aws:iam::${ACCOUNT}:role/ingest-*`],
  principals: [`arn:aws:iam::${ACCOUNT}:role/reader`],
  readActions: ['s3:GetObjectVersion'],
  roleName: 'vendor-access-role',
  sessionTags: [struct('VendorSessionTag', { key: 'Tenant', values: ['acme'] })],
  writeActions: ['s3:PutObjectTagging'],
};

const described = (definition: Expression) => call('Vendor.fromDefinition', definition);
/** They change what is accepted around them. */
const others = allBut(definitionValues, 'accessMethods', 'externalId', 'modes');
const BOTH = call('S3Access.readWrite', fixture('bucket'), struct('S3AccessOptions', { prefixes: ['shared'] }));
const LOTS = call('S3Access.readWrite', fixture('bucket'), struct('S3AccessOptions', { keys: [call('S3KeyScope.template', 'lots/{lot}')] }));

export const DEFINITION: StructBaseline = {
  required: { name: 'Example' },
  values: definitionValues,
  settings: [
    { name: 'in a role', with: ['accounts'], around: (definition) => role({ vendor: described(definition), access: [BOTH] }) },
    { name: 'in a role, with others', with: others, around: (definition) => role({ vendor: described(definition), access: [LOTS] }) },
    { name: 'in the policy of a bucket', with: ['accounts'], around: (definition) => bucketAccess({ vendor: described(definition), access: [BOTH] }) },
    { name: 'of a user', with: ['accounts'], around: (definition) => user({ vendor: described(definition), access: [BOTH] }) },
    { name: 'in a template for customers', with: ['accounts'], around: (definition) => oneClick({ vendor: described(definition) }) },
    { name: 'in a template for customers, with others', with: others, around: (definition) => oneClick({ vendor: described(definition), kit: true }) },
  ],
};
