import { BUCKET, bucketAccess, OTHER_VENDOR, ProofCase, read, readWrite, role, user, VENDOR, VENDOR_ROLE, write } from './case';
import { Declaration } from '../../meaning/declaration';
import { APPERATE, CLOUDGLUE, COACTIVE, CREATIVE_FORCE, HOTGLUE } from '../../vendors';

const CASES: Readonly<Record<string, Declaration>> = {
  'Cloudglue': role({ vendor: CLOUDGLUE.declared() }),
  'Cloudglue without its transfer bucket': role({ vendor: { kind: 'cloudglue', transferBucket: false } }),
  'hotglue, both ways': role({
    vendor: HOTGLUE.declared(VENDOR_ROLE),
    access: [readWrite({ scopes: [{ kind: 'template', template: '{tenant}/{tap}/{full_date}', values: { tenant: 'acme' } }] })],
  }),
  'hotglue with an access key': user({ access: [write({ scopes: [{ kind: 'template', template: 'exports/{job_id}/{date}' }] })] }),
  'Coactive by a role': role({ vendor: COACTIVE.declared(VENDOR_ROLE), externalId: undefined }),
  'Coactive by the bucket\'s policy': bucketAccess({ vendor: COACTIVE.declared(VENDOR_ROLE) }),
  'Creative Force reading': role({ vendor: CREATIVE_FORCE.declared() }),
  'Creative Force delivering': role({ vendor: CREATIVE_FORCE.declared(), access: [write()] }),
  'Creative Force, both, under a key': role({
    vendor: CREATIVE_FORCE.declared(),
    keys: [{ source: 'created', id: 'own' }],
    buckets: [{ source: 'created', name: BUCKET, key: 0 }],
    access: [readWrite({ scopes: 'wholeBucket' })],
  }),
  'Creative Force with less than it asks for': role({
    vendor: CREATIVE_FORCE.declared(), access: [readWrite({ options: { versions: false, acl: false, list: false } })],
  }),
  'Apperate': role({ vendor: APPERATE.declared(`arn:aws:iam::${VENDOR}:user/workspace`) }),
  'a vendor that describes itself': role({
    vendor: {
      kind: 'definition',
      definition: {
        accounts: [VENDOR],
        readActions: ['s3:GetObjectVersion', 's3:GetObjectAttributes', 's3:ListBucketVersions'],
        writeActions: ['s3:PutObjectTagging', 's3:ListBucketMultipartUploads'],
        companionBuckets: [
          { bucketName: 'vendor-drop', ownerAccount: VENDOR, mode: 'readWrite', prefixes: ['acme', 'shared/x'] },
          { bucketName: 'vendor-inbox', ownerAccount: VENDOR, mode: 'write', wholeBucket: true },
        ],
        acceptedEncryption: ['aws:kms'],
      },
    },
    buckets: [{ source: 'imported', name: BUCKET }],
    access: [readWrite()],
  }),
  'a vendor with variables of its own': role({
    vendor: { kind: 'definition', definition: { accounts: [VENDOR], pathVariables: { week: '????', customer: '*' } } },
    access: [readWrite({ scopes: [{ kind: 'template', template: 'feed/{week}' }, { kind: 'template', template: 'customers/{customer}/x' }] })],
  }),
  'a vendor of several accounts': role({
    vendor: { kind: 'definition', definition: { accounts: [VENDOR, OTHER_VENDOR], externalId: 'optional' } }, access: [read({ scopes: 'wholeBucket' })],
  }),
};

export const VENDOR_CASES: readonly ProofCase[] = [
  ...Object.entries(CASES).map(([name, declaration]) => ({ name, declaration })),
  { name: 'hotglue, its role not known yet', declaration: role({ vendor: HOTGLUE.declared(), externalId: undefined }), nothing: ['trust'] },
  { name: 'Apperate, its user not known yet', declaration: role({ vendor: APPERATE.declared(), externalId: undefined }), nothing: ['trust'] },
];
