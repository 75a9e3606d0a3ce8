import { CUSTOMER, Declaration, KeyDeclaration, Mode } from '../meaning/declaration';

const PARTNER = '444455556666';
const VENDOR = 'arn:aws:iam::999988887777:role/ingest';
const ID = '11111111-2222-3333-4444-555555555555';

/** A declaration on one encrypted folder, and what is special about its key. */
export interface KmsCase {
  readonly name: string;
  readonly declaration: Declaration;
  readonly bucketOwner: string;
  /** The vendor's own principal, where there is no role. */
  readonly principal?: string;
}

const KEYS: Readonly<Record<string, KeyDeclaration>> = {
  'a key of the app that leaves decisions to IAM': { source: 'created', id: 'made' },
  'a key of the app that leaves nothing to IAM': { source: 'strict', id: 'made' },
  'a key imported from the same account': { source: 'imported', id: ID },
  'a key of another account': { source: 'imported', id: ID, owner: PARTNER },
  'a key given by alias': { source: 'alias', id: 'orders' },
};

/** Every kind of key, with every mode, for a role, a user and a principal of the vendor's. */
export const CASES: readonly KmsCase[] = (['role', 'user', 'bucketAccess'] as const).flatMap((construct) =>
  Object.entries(KEYS).flatMap(([keyName, key]) => (['read', 'write', 'readWrite'] as const).map((mode) => {
    const elsewhere = key.owner !== undefined;
    return {
      name: `${construct}, ${mode}, ${keyName}`,
      declaration: declaration(construct, mode, key, elsewhere),
      bucketOwner: elsewhere ? PARTNER : CUSTOMER,
      principal: construct === 'bucketAccess' ? VENDOR : undefined,
    };
  })));

function declaration(construct: Declaration['construct'], mode: Mode, key: KeyDeclaration, elsewhere: boolean): Declaration {
  return {
    construct,
    vendor: { kind: 'role', arn: VENDOR },
    ...(construct === 'role' ? { externalId: 'k3J-2f9a' } : {}),
    // A key of another account encrypts a bucket of that account.
    buckets: [{ source: elsewhere ? 'imported' : 'created', name: 'acme-orders', ...(elsewhere ? { owner: PARTNER } : {}) }],
    // The second one is of the customer, too, and nobody declared it for anything.
    keys: [key, { source: 'created', id: 'made' }],
    access: [{ bucket: 0, mode, scopes: [{ kind: 'folder', path: 'in' }], keys: [0] }],
  };
}
