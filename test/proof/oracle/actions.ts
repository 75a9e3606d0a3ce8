import { VendorMeaning } from './vendors';
import { AccessDeclaration, Option } from '../world/declaration';

/** What a declared use consists of, on objects or on the bucket, and the switch that adds or refuses it. */
interface Use {
  readonly action: string;
  readonly on: 'objects' | 'listing' | 'bucket';
  readonly half: 'read' | 'write' | 'either';
  readonly option?: Option;
}

/** Reading and writing, as README.md tells a customer. */
const USES: readonly Use[] = [
  { action: 's3:GetObject', on: 'objects', half: 'read' },
  { action: 's3:GetBucketLocation', on: 'bucket', half: 'read' },
  { action: 's3:PutObject', on: 'objects', half: 'write' },
  { action: 's3:AbortMultipartUpload', on: 'objects', half: 'write' },
  { action: 's3:ListMultipartUploadParts', on: 'objects', half: 'write' },
  { action: 's3:ListBucket', on: 'listing', half: 'either', option: 'list' },
  { action: 's3:GetObjectVersion', on: 'objects', half: 'read', option: 'versions' },
  { action: 's3:ListBucketVersions', on: 'listing', half: 'read', option: 'versions' },
  { action: 's3:GetObjectTagging', on: 'objects', half: 'read', option: 'tagging' },
  { action: 's3:PutObjectTagging', on: 'objects', half: 'write', option: 'tagging' },
  { action: 's3:PutObjectAcl', on: 'objects', half: 'write', option: 'acl' },
  { action: 's3:DeleteObject', on: 'objects', half: 'either', option: 'delete' },
  { action: 's3:ListBucketMultipartUploads', on: 'bucket', half: 'write', option: 'multipartListing' },
];

/** Only a vendor asks for these, and no option of the customer's names them. */
const ASKED_ONLY: readonly Use[] = [{ action: 's3:GetObjectAttributes', on: 'objects', half: 'read' }];

/** What one entry of a declaration lets the vendor do, by what it is done on. */
export function usesOf({ mode, options = {} }: Pick<AccessDeclaration, 'mode' | 'options'>, vendor: VendorMeaning): ReadonlyMap<string, Use['on']> {
  const reads = mode !== 'write';
  const writes = mode !== 'read';
  const asked = [...(reads ? vendor.readActions : []), ...(writes ? vendor.writeActions : [])];
  // The customer's word counts; then the vendor's; then reading implies looking, and nothing else implies anything.
  const wanted = ({ action, option }: Use) =>
    (option === undefined ? true : options[option] ?? (asked.includes(action) || (option === 'list' && reads)));
  const offered = ({ half }: Use) => half === 'either' || (half === 'read' ? reads : writes);
  const listing = wanted(USES.find(({ action }) => action === 's3:ListBucket')!);
  return new Map([
    ...USES.filter((use) => offered(use) && wanted(use) && (use.on !== 'listing' || listing)),
    ...ASKED_ONLY.filter((use) => offered(use) && asked.includes(use.action)),
  ].map(({ action, on }) => [action, on]));
}
