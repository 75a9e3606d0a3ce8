import { AccessDeclaration, BucketDeclaration, Declaration, KeyDeclaration, partsIn, VendorDeclaration } from '../meaning/declaration';
import { APPERATE, CLOUDGLUE, COACTIVE, CREATIVE_FORCE, HOTGLUE } from '../vendors';

/** What one vendor needs, in one of its ways to be let in: a row of the comparison. */
export interface Need {
  readonly title: string;
  /** The need in a sentence, for the reader of the page. */
  readonly text: string;
  readonly declaration: Declaration;
  /** The vendor's principal that calls. */
  readonly principal: string;
}

/** The external ID wherever there is one. */
export const EXTERNAL_ID = 'k3J-2f9a';

/** The five vendors, each with one bucket and one folder. How vendors are let in besides a role makes two rows more. */
export const NEEDS: readonly Need[] = [
  {
    title: 'Cloudglue',
    text: 'reads the folder `raw` of the bucket `acme-videos`, and writes to Cloudglue\'s own bucket; anybody in its account, with the external ID',
    declaration: declared('role', CLOUDGLUE.declared(), 'read', 'acme-videos', 'raw', EXTERNAL_ID),
    principal: CLOUDGLUE.example.caller,
  },
  {
    title: 'hotglue, role',
    text: 'fetches from and exports to the folder `incoming/orders` of `acme-orders`; one principal, with the external ID',
    declaration: declared('role', HOTGLUE.declared(HOTGLUE.example.principalArn), 'readWrite', 'acme-orders', 'incoming/orders', EXTERNAL_ID),
    principal: HOTGLUE.example.caller,
  },
  {
    title: 'hotglue, access key',
    text: 'the same by the key of an IAM user, so nobody assumes anything',
    declaration: declared('user', HOTGLUE.declared(), 'readWrite', 'acme-orders', 'incoming/orders'),
    principal: HOTGLUE.example.caller,
  },
  {
    title: 'Coactive, role',
    text: 'reads the folder `catalog` of `acme-images`; one role, without an external ID, as its guide asks',
    declaration: declared('role', COACTIVE.declared(COACTIVE.example.principalArn), 'read', 'acme-images', 'catalog'),
    principal: COACTIVE.example.caller,
  },
  {
    title: 'Coactive, bucket policy',
    text: 'the same, with Coactive\'s role named in the policy of the bucket',
    declaration: declared('bucketAccess', COACTIVE.declared(COACTIVE.example.principalArn), 'read', 'acme-images', 'catalog'),
    principal: COACTIVE.example.caller,
  },
  {
    title: 'Creative Force',
    text: 'reads from and delivers to the folder `deliveries` of `acme-studio`, which a KMS key encrypts: object versions, and the ACL '
      + '`bucket-owner-full-control`; encryption with SSE-S3 or SSE-KMS only; one user, with the external ID',
    declaration: declared('role', CREATIVE_FORCE.declared(), 'readWrite', 'acme-studio', 'deliveries', EXTERNAL_ID, { source: 'created', id: 'studio' }),
    principal: CREATIVE_FORCE.example.caller,
  },
  {
    title: 'IEX Cloud Apperate',
    text: 'reads the folder `quotes` of `acme-quotes`, object versions too; one user, with the external ID',
    declaration: declared('role', APPERATE.declared(APPERATE.example.principalArn), 'read', 'acme-quotes', 'quotes', EXTERNAL_ID),
    principal: APPERATE.example.caller,
  },
];

/** The one bucket, folder and key of a need. */
export function partsOf({ declaration }: Need): { access: AccessDeclaration; bucket: BucketDeclaration; folder: string; key?: KeyDeclaration } {
  const [access] = declaration.access;
  const [scope] = partsIn(access.scopes);
  if (declaration.access.length !== 1 || scope?.kind !== 'folder') {
    throw new Error('The grid knows one folder in one bucket');
  }
  return { access, bucket: declaration.buckets[access.bucket], folder: scope.path, key: declaration.keys[0] };
}

function declared(
  construct: Declaration['construct'], vendor: VendorDeclaration, mode: AccessDeclaration['mode'], bucket: string, folder: string,
  externalId?: string, key?: KeyDeclaration,
): Declaration {
  return {
    construct,
    vendor,
    externalId,
    buckets: [{ source: 'created', name: bucket, key: key && 0 }],
    keys: key ? [key] : [],
    access: [{ bucket: 0, mode, scopes: [{ kind: 'folder', path: folder }] }],
  };
}
