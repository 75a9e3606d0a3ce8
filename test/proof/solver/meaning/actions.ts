import { VendorMeaning } from './vendor';
import { AccessDeclaration, Option } from '../../world/declaration';

/** What may be done, by what it is done to. */
export interface Actions {
  readonly objects: readonly string[];
  /** On the bucket, limited to the declared prefixes. */
  readonly listings: readonly string[];
  /** On the bucket, without a limit. */
  readonly bucket: readonly string[];
}

/** The table "What may be touched" of the README. */
export function actionsOf({ mode, options = {} }: Pick<AccessDeclaration, 'mode' | 'options'>, vendor: VendorMeaning): Actions {
  const reads = mode !== 'write';
  const writes = mode !== 'read';
  // A customer's word goes before a vendor's wish.
  const wished = new Set([...(reads ? vendor.readActions : []), ...(writes ? vendor.writeActions : [])]);
  const optional = (option: Option, action: string) => options[option] ?? wished.has(action);
  const when = (condition: boolean, ...actions: string[]) => (condition ? actions : []);
  const lists = options.list ?? (reads || wished.has('ListBucket'));
  return {
    objects: [
      ...when(reads, 'GetObject'),
      ...when(reads && wished.has('GetObjectAttributes'), 'GetObjectAttributes'),
      ...when(reads && optional('versions', 'GetObjectVersion'), 'GetObjectVersion'),
      ...when(reads && optional('tagging', 'GetObjectTagging'), 'GetObjectTagging'),
      ...when(writes, 'PutObject', 'AbortMultipartUpload', 'ListMultipartUploadParts'),
      ...when(writes && optional('tagging', 'PutObjectTagging'), 'PutObjectTagging'),
      ...when(writes && optional('acl', 'PutObjectAcl'), 'PutObjectAcl'),
      ...when(options.delete ?? false, 'DeleteObject'),
    ],
    listings: [
      ...when(lists, 'ListBucket'),
      ...when(lists && reads && optional('versions', 'ListBucketVersions'), 'ListBucketVersions'),
    ],
    bucket: [
      ...when(reads, 'GetBucketLocation'),
      ...when(writes && optional('multipartListing', 'ListBucketMultipartUploads'), 'ListBucketMultipartUploads'),
    ],
  };
}
