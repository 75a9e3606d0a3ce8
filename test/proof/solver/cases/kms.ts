import { BUCKET, bucketAccess, EXPIRY, OTHER_BUCKET, OWNER, ProofCase, read, readWrite, role, user, VENDOR_ROLE, write } from './case';
import { BucketDeclaration, Declaration, KeyDeclaration } from '../../meaning/declaration';

const ID = '11111111-2222-3333-4444-555555555555';
const CREATED: KeyDeclaration = { source: 'created', id: 'own' };
const STRICT: KeyDeclaration = { source: 'strict', id: 'own' };
const IMPORTED: KeyDeclaration = { source: 'imported', id: ID };
const FOREIGN: KeyDeclaration = { source: 'imported', id: ID, owner: OWNER };
const ALIAS: KeyDeclaration = { source: 'alias', id: 'orders' };

/** A bucket that the first key encrypts. */
const ENCRYPTED: BucketDeclaration = { source: 'created', name: BUCKET, key: 0 };

const CASES: Readonly<Record<string, Declaration>> = {
  'the bucket\'s own key, to read': role({ keys: [CREATED], buckets: [ENCRYPTED] }),
  'the bucket\'s own key, to write': role({ keys: [CREATED], buckets: [ENCRYPTED], access: [write()] }),
  'the bucket\'s own key, for both': role({ keys: [CREATED], buckets: [ENCRYPTED], access: [readWrite()] }),
  'the bucket\'s own key, for the whole bucket': role({ keys: [CREATED], buckets: [ENCRYPTED], access: [readWrite({ scopes: 'wholeBucket' })] }),
  'the bucket\'s own key, until an expiry': role({ keys: [CREATED], buckets: [ENCRYPTED], expiresAt: EXPIRY }),
  'parts of each kind under a key': role({
    keys: [CREATED],
    buckets: [ENCRYPTED],
    access: [readWrite({
      scopes: [
        { kind: 'folder', path: 'in/*' }, { kind: 'startingWith', start: 'log?' }, { kind: 'object', key: '${aws:username}' },
        { kind: 'template', template: 'exports/{tenant}/{full_date}', values: { tenant: 'a*c$' } }, { kind: 'template', template: 'x/{job_id}/y' },
      ],
    })],
  }),
  'a part known at deployment under a key': role({
    keys: [CREATED], buckets: [ENCRYPTED], access: [read({ scopes: [{ kind: 'folder', path: '*', atDeployment: true }] })],
  }),
  'reading here and writing there with one key': role({
    keys: [CREATED], buckets: [ENCRYPTED], access: [read(), write({ scopes: [{ kind: 'folder', path: 'out' }] })],
  }),
  'two buckets with one key': role({
    keys: [CREATED],
    buckets: [ENCRYPTED, { source: 'created', name: OTHER_BUCKET, key: 0 }],
    access: [read(), write({ bucket: 1, scopes: [{ kind: 'folder', path: 'out' }] })],
  }),
  'one bucket with two keys': role({ keys: [CREATED, IMPORTED], buckets: [ENCRYPTED], access: [readWrite({ keys: [1] })] }),
  'a key that leaves nothing to IAM': role({ keys: [STRICT], buckets: [ENCRYPTED], access: [readWrite()] }),
  'a key that leaves nothing to IAM, until an expiry': role({ keys: [STRICT], buckets: [ENCRYPTED], expiresAt: EXPIRY }),
  'an imported key': role({ keys: [IMPORTED], access: [readWrite({ keys: [0] })] }),
  'a key by its alias': role({ keys: [ALIAS], access: [readWrite({ keys: [0] })] }),
  'a key by its alias beside the bucket\'s own': role({ keys: [CREATED, ALIAS], buckets: [ENCRYPTED], access: [read({ keys: [1] })] }),
  'a key of another account': role({ keys: [FOREIGN], access: [readWrite({ keys: [0] })] }),
  'a key and a bucket of another account': role({
    keys: [FOREIGN], buckets: [{ source: 'imported', name: BUCKET, owner: OWNER }], access: [read({ keys: [0] })],
  }),
  'a bucket by a hostile parameter under a key': role({ keys: [IMPORTED], buckets: [{ source: 'parameter', name: 'acme-*' }], access: [read({ keys: [0] })] }),
  'a user with a key': user({ keys: [CREATED], buckets: [ENCRYPTED], access: [readWrite()], allowedSourceIps: ['203.0.113.0/24'] }),
  'a user with a key that leaves nothing to IAM': user({ keys: [STRICT], buckets: [ENCRYPTED] }),
  'the key of a bucket with its own policy': bucketAccess({ keys: [CREATED], buckets: [ENCRYPTED], access: [readWrite()] }),
  'the strict key of a bucket with its own policy': bucketAccess({ keys: [STRICT], buckets: [ENCRYPTED], expiresAt: EXPIRY, allowedSourceIps: ['203.0.113.0/24'] }),
  'an imported key for a bucket with its own policy': bucketAccess({ keys: [IMPORTED], access: [write({ keys: [0] })] }),
  'a key by its alias for a bucket with its own policy': bucketAccess({ keys: [ALIAS], access: [read({ keys: [0] })] }),
  'a foreign key for the policy of a foreign bucket': bucketAccess({
    keys: [FOREIGN], buckets: [{ source: 'imported', name: BUCKET, owner: OWNER }], access: [readWrite({ keys: [0] })],
  }),
  'a key for an account, narrowed': bucketAccess({
    vendor: {
      kind: 'definition',
      definition: { accounts: [VENDOR_ROLE.split(':')[4]], principalArns: [VENDOR_ROLE.replace('ingest', 'ingest-*')], externalId: 'unsupported' },
    },
    keys: [CREATED],
    buckets: [ENCRYPTED],
  }),
};

export const KMS_CASES: readonly ProofCase[] = [
  ...Object.entries(CASES).map(([name, declaration]) => ({ name, declaration })),
  { name: 'a suspended role with keys', declaration: role({ suspended: true, keys: [STRICT], buckets: [ENCRYPTED] }), nothing: ['s3', 'kms', 'trust'] },
  { name: 'a suspended bucket policy with keys', declaration: bucketAccess({ suspended: true, keys: [CREATED], buckets: [ENCRYPTED] }), nothing: ['s3', 'kms'] },
];
