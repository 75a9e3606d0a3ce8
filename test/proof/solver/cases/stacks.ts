import { BUCKET, bucketAccess, EXPIRY, OTHER_BUCKET, OWNER, ProofCase, read, readWrite, role, VENDOR, write } from './case';
import { BucketDeclaration, CUSTOMER, DATA_REGION, Declaration, KeyDeclaration, REGION, STACK } from '../../meaning/declaration';

const KEY: KeyDeclaration = { source: 'created', id: 'own' };
const OWN: BucketDeclaration = { source: 'created', name: BUCKET, key: 0 };
const PARTNERS: BucketDeclaration = { source: 'created', name: BUCKET, owner: OWNER };

/** What means something else in a template of another stack, in a policy that may be large. */
const WRITTEN = read({
  scopes: [
    { kind: 'folder', path: `AWSLogs/${CUSTOMER}/${REGION}`, byPseudo: true }, { kind: 'object', key: `in/${STACK}`, byPseudo: true },
    { kind: 'startingWith', start: 'in/a*', literalStart: 3, byFunction: 'condition' }, { kind: 'folder', path: 'out$', byFunction: 'mapping' },
  ],
});

/** The same in a bucket policy, which has no room for texts of unknown length. */
const CARRIED = read({ scopes: [{ kind: 'folder', path: `AWSLogs/${CUSTOMER}/${REGION}`, byPseudo: true }, { kind: 'object', key: `in/${STACK}`, byPseudo: true }] });

/** A text that no other template can say. */
const UNSAYABLE = read({ scopes: [{ kind: 'startingWith', start: 'in/a*', literalStart: 3, byFunction: 'condition' }] });

const CASES: Readonly<Record<string, Declaration>> = {
  'data in a stack of its own': role({ dataStack: 'own', keys: [KEY], buckets: [OWN], access: [WRITTEN, write()] }),
  'data in a stack of its own, by its policies': role({ dataStack: 'own', bucketPolicies: 'always', roleName: true, buckets: [{ ...OWN, key: undefined }], access: [CARRIED] }),
  'data in a stack of a partner': role({ dataStack: 'partner', roleName: true, keys: [{ ...KEY, owner: OWNER }], buckets: [{ ...PARTNERS, key: 0 }], access: [CARRIED] }),
  'data in a stack of a partner, by a condition': bucketAccess({ dataStack: 'partner', buckets: [PARTNERS], access: [UNSAYABLE] }),
  'data in a stack of a partner, for a role without a name': role({ dataStack: 'partner', buckets: [PARTNERS], access: [readWrite()] }),
  'data of a partner for the own account': bucketAccess({
    dataStack: 'partner', vendor: { kind: 'account', id: CUSTOMER, byPseudo: true }, buckets: [PARTNERS], access: [CARRIED],
  }),
  'data in another region': role({ dataStack: 'own', dataRegion: DATA_REGION, keys: [{ ...KEY, region: DATA_REGION }], buckets: [OWN], access: [WRITTEN] }),
  'a stack that anybody may deploy': role({ open: 'access', keys: [KEY], buckets: [OWN], access: [WRITTEN] }),
  'a role of a stack that anybody may deploy, and data of a partner': role({ open: 'access', dataStack: 'partner', roleName: true, buckets: [PARTNERS], access: [CARRIED] }),
  'data of a stack that anybody may deploy': role({ open: 'data', dataStack: 'own', roleName: true, buckets: [{ ...OWN, key: undefined }], access: [WRITTEN] }),
  'a role in China': role({ site: 'aws-cn', keys: [KEY], buckets: [OWN], access: [WRITTEN] }),
  'a role in GovCloud, its stack open': role({ site: 'aws-us-gov', open: 'access', keys: [KEY], buckets: [OWN], access: [WRITTEN] }),
  'a bucket that has a policy': role({ bucketPolicies: 'always', buckets: [{ ...PARTNERS, existing: 'policy' }], dataStack: 'partner', roleName: true }),
  'a plain bucket with a key': role({
    keys: [{ source: 'imported', id: 'own' }],
    buckets: [{ ...OWN, byCfn: true }, { source: 'created', name: OTHER_BUCKET, byCfn: true }],
    access: [read({ keys: [0] }), write({ bucket: 1 })],
  }),
  'what others grant, until an expiry': role({ grantedBeside: 'byPolicy', trustedBeside: true, expiresAt: EXPIRY }),
  'what another bucket grants, until an expiry': role({ grantedBeside: 'byBucket', trustedBeside: true, expiresAt: EXPIRY }),
  'what is told by parameters': role({
    byParameter: ['vendor', 'externalId', 'owners', 'keys'],
    nextExternalId: 'k3J-2f9b',
    keys: [{ source: 'imported', id: 'own' }],
    buckets: [{ source: 'parameter', name: BUCKET, owner: OWNER }],
    access: [read({ keys: [0] })],
  }),
  'access that is added one by one': role({ addedLater: 2, addedSingly: true, buckets: [PARTNERS], dataStack: 'partner', roleName: true, access: [read(), write(), CARRIED] }),
};

export const STACK_CASES: readonly ProofCase[] = [
  ...Object.entries(CASES).map(([name, declaration]) => ({ name, declaration })),
  {
    name: 'Cloudglue, whose accounts are in another partition',
    nothing: ['trust'],
    declaration: role({ vendor: { kind: 'cloudglue', transferBucket: false, elsewhere: true }, site: 'aws-cn', open: 'access' }),
  },
  {
    name: 'a suspended role that others have let in',
    nothing: ['s3', 'trust'],
    declaration: role({ suspended: true, grantedBeside: 'byPolicy', trustedBeside: true, vendor: { kind: 'account', id: VENDOR } }),
  },
];
