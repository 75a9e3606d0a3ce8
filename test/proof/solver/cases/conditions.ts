import { BUCKET, bucketAccess, EXPIRY, OTHER_BUCKET, OWNER, ProofCase, read, readWrite, role, user, write } from './case';
import { BucketDeclaration, Declaration } from '../../meaning/declaration';

const SOURCES = ['203.0.113.0/24', '198.51.100.7/32'];
const IMPORTED: BucketDeclaration = { source: 'imported', name: BUCKET };
const FOREIGN: BucketDeclaration = { source: 'imported', name: BUCKET, owner: OWNER };

const CONDITIONS: Readonly<Record<string, Declaration>> = {
  'an imported bucket': role({ buckets: [IMPORTED] }),
  'a bucket of another account': role({ buckets: [FOREIGN], access: [readWrite({ options: { delete: true } })] }),
  'a bucket of another account, by a parameter': role({ buckets: [{ ...FOREIGN, source: 'parameter' }] }),
  'a bucket of any owner': role({ access: [readWrite({ anyOwner: true })] }),
  'an imported bucket of any owner': role({ buckets: [FOREIGN], access: [read({ anyOwner: true })] }),
  'a bucket without TLS': role({ access: [readWrite({ withoutTls: true })] }),
  'a bucket without TLS and of any owner': role({ access: [read({ withoutTls: true, anyOwner: true })] }),
  'buckets with different demands': role({
    buckets: [{ source: 'created', name: BUCKET }, { source: 'created', name: OTHER_BUCKET }],
    access: [read({ withoutTls: true }), write({ bucket: 1, anyOwner: true })],
  }),
  'an expiry': role({ expiresAt: EXPIRY, access: [readWrite()] }),
  'source addresses of a role': role({ allowedSourceIps: SOURCES }),
  'source addresses of a user': user({ allowedSourceIps: SOURCES }),
  'source addresses of a bucket\'s own policy': bucketAccess({ allowedSourceIps: SOURCES }),
  'one source address': user({ allowedSourceIps: ['203.0.113.9'] }),
  'an expiry of a user': user({ expiresAt: EXPIRY, access: [readWrite()] }),
  'an expiry of a bucket\'s own policy': bucketAccess({ expiresAt: EXPIRY, access: [readWrite()] }),
  'policies always on buckets': role({ bucketPolicies: 'always', access: [readWrite({ options: { versions: true, acl: true } })] }),
  'policies always on buckets, of any owner': role({ bucketPolicies: 'always', access: [read({ anyOwner: true })] }),
  'policies always on imported buckets': role({ bucketPolicies: 'always', buckets: [IMPORTED], access: [write()] }),
  'managed policies': role({ placement: 'managed', access: [readWrite()] }),
  'a bucket\'s own policy': bucketAccess({ access: [readWrite({ options: { versions: true, tagging: true, acl: true } })] }),
  'the policy of an imported bucket': bucketAccess({ buckets: [FOREIGN], access: [read()] }),
  'the policy of a whole bucket': bucketAccess({ access: [read({ scopes: 'wholeBucket' })] }),
  'a user': user({ access: [readWrite({ options: { delete: true } })] }),
  'a user with a bucket of another account': user({ buckets: [FOREIGN] }),
};

export const CONDITION_CASES: readonly ProofCase[] = [
  ...Object.entries(CONDITIONS).map(([name, declaration]) => ({ name, declaration })),
  { name: 'a suspended role', declaration: role({ suspended: true, access: [readWrite()] }), nothing: ['s3', 'trust'] },
  { name: 'a suspended role with policies on buckets', declaration: role({ suspended: true, bucketPolicies: 'always' }), nothing: ['s3', 'trust'] },
  { name: 'a suspended user', declaration: user({ suspended: true }), nothing: ['s3'] },
  { name: 'a bucket\'s own policy, suspended', declaration: bucketAccess({ suspended: true }), nothing: ['s3'] },
  { name: 'a pending vendor', declaration: role({ vendor: { kind: 'pending' }, externalId: undefined }), nothing: ['trust'] },
];
