import { AccessDeclaration, Mode, Option, OPTIONS } from './declaration';
import { VendorMeaning } from './vendor';

/** What a declared use consists of, on objects or on the bucket, and the switch that adds or refuses it. */
export interface Use {
  readonly action: string;
  readonly on: 'objects' | 'listing' | 'bucket';
  readonly half: 'read' | 'write' | 'either';
  readonly option?: Option;
  /** Whether it comes only where a vendor asks for it: no option of the customer's names it. */
  readonly askedOnly?: boolean;
}

/** Reading and writing, as README.md tells a customer. */
const USES: readonly Use[] = [
  { action: 's3:GetObject', on: 'objects', half: 'read' },
  { action: 's3:GetObjectAttributes', on: 'objects', half: 'read', askedOnly: true },
  { action: 's3:GetObjectVersion', on: 'objects', half: 'read', option: 'versions' },
  { action: 's3:GetObjectTagging', on: 'objects', half: 'read', option: 'tagging' },
  { action: 's3:PutObject', on: 'objects', half: 'write' },
  { action: 's3:AbortMultipartUpload', on: 'objects', half: 'write' },
  { action: 's3:ListMultipartUploadParts', on: 'objects', half: 'write' },
  { action: 's3:PutObjectTagging', on: 'objects', half: 'write', option: 'tagging' },
  { action: 's3:PutObjectAcl', on: 'objects', half: 'write', option: 'acl' },
  { action: 's3:DeleteObject', on: 'objects', half: 'either', option: 'delete' },
  { action: 's3:ListBucket', on: 'listing', half: 'either', option: 'list' },
  { action: 's3:ListBucketVersions', on: 'listing', half: 'read', option: 'versions' },
  { action: 's3:GetBucketLocation', on: 'bucket', half: 'read' },
  { action: 's3:ListBucketMultipartUploads', on: 'bucket', half: 'write', option: 'multipartListing' },
];

/** Whether a mode reads, or writes. */
export function covers(mode: Mode, half: Use['half']): boolean {
  return mode === 'readWrite' || half === 'either' || mode === half;
}

/** The options that mean something in a mode. */
export function optionsOf(mode: Mode): Option[] {
  return OPTIONS.filter((option) => USES.some((use) => use.option === option && covers(mode, use.half)));
}

/** What one entry of a declaration lets the vendor do. */
export function usesOf({ mode, options = {} }: Pick<AccessDeclaration, 'mode' | 'options'>, vendor: VendorMeaning): Use[] {
  const asked = [...(covers(mode, 'read') ? vendor.readActions : []), ...(covers(mode, 'write') ? vendor.writeActions : [])];
  // The customer's word counts; then the vendor's; then reading implies looking, and nothing else implies anything.
  const wanted = ({ action, option, askedOnly }: Use) => (option === undefined
    ? askedOnly !== true || asked.includes(action)
    : options[option] ?? (asked.includes(action) || (option === 'list' && covers(mode, 'read'))));
  const uses = USES.filter((use) => covers(mode, use.half) && wanted(use));
  // Versions are listed by those who may list.
  const lists = uses.some(({ option }) => option === 'list');
  return uses.filter(({ on }) => on !== 'listing' || lists);
}

/** What S3 does with a key for it: decrypt to read; to write, make data keys, and decrypt what was uploaded in parts. */
export function keyUsesOf(uses: readonly Use[]): string[] {
  const may = (action: string) => uses.some((use) => use.action === action);
  return may('s3:PutObject') ? ['kms:Decrypt', 'kms:GenerateDataKey'] : may('s3:GetObject') ? ['kms:Decrypt'] : [];
}
