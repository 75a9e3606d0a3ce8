import { ACCOUNT, bucketAccess, role } from './around';
import { allBut, StructBaseline } from './baseline';
import { call, Expression, fixture, Properties, struct } from '../recipe';

const values: Properties = {
  acl: true,
  bucketOwner: '111122223333',
  delete: true,
  encryptionKeys: [fixture('key')],
  keys: [call('S3KeyScope.object', 'manifest.json'), call('S3KeyScope.template', 'exports/{tenant}', { map: { tenant: 'acme' } })],
  list: false,
  multipartListing: true,
  pinBucketOwner: false,
  prefixes: ['incoming', 'archive/2025'],
  requireTls: false,
  tagging: true,
  versions: true,
  wholeBucket: true,
};

/** A vendor that asks for whatever can be asked for, so that an option that is left out has a meaning of its own. */
const DEMANDING = call('Vendor.fromDefinition', struct('VendorDefinition', {
  name: 'Demanding',
  accounts: [ACCOUNT],
  readActions: ['s3:GetObjectTagging', 's3:GetObjectVersion'],
  writeActions: ['s3:ListBucket', 's3:ListBucketMultipartUploads', 's3:PutObjectAcl', 's3:PutObjectTagging'],
}));

const access = (mode: string, props: Properties = {}) => (options: Expression) =>
  role({ access: [call(`S3Access.${mode}`, fixture('bucket'), options)], ...props });

export const S3_ACCESS_OPTIONS: StructBaseline = {
  required: {},
  values,
  settings: [
    { name: 'reading', with: ['prefixes'], around: access('read') },
    { name: 'reading, with others', with: allBut(values, 'acl', 'list', 'multipartListing', 'pinBucketOwner', 'wholeBucket'), around: access('read') },
    { name: 'writing', with: ['prefixes'], around: access('write') },
    { name: 'writing, with others', with: allBut(values, 'list', 'pinBucketOwner', 'versions', 'wholeBucket'), around: access('write') },
    { name: 'both', with: ['keys'], around: access('readWrite') },
    { name: 'both, for a vendor that asks for more', with: ['prefixes'], around: access('readWrite', { vendor: DEMANDING }) },
    {
      name: 'in the policy of a bucket',
      with: ['prefixes', 'keys'],
      around: (options) => bucketAccess({ access: [call('S3Access.readWrite', fixture('bucket'), options)] }),
    },
    {
      name: 'on an imported bucket',
      with: ['keys', 'bucketOwner'],
      around: (options) => role({ access: [call('S3Access.readWrite', fixture('importedBucket'), options)] }),
    },
  ],
  contradictions: { wholeBucket: ['keys', 'prefixes'] },
};
