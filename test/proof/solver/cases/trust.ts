import { bucketAccess, EXPIRY, OTHER_VENDOR, ProofCase, role, VENDOR, VENDOR_ROLE } from './case';
import { Declaration, DefinitionDeclaration } from '../../meaning/declaration';

const definition = (rest: DefinitionDeclaration): Declaration => role({ vendor: { kind: 'definition', definition: rest } });
const TAGS = [{ key: 'Tenant', values: ['acme', 'acme-eu'] }, { key: 'Purpose' }];

const CASES: Readonly<Record<string, Declaration>> = {
  'an account': role({}),
  'an account narrowed to names': role({
    vendor: { kind: 'account', id: VENDOR, principalArns: [`arn:aws:iam::${VENDOR}:role/ingest-*`, `arn:aws:iam::${VENDOR}:user/in?est`] },
  }),
  'an account narrowed to an organization': role({ vendor: { kind: 'account', id: VENDOR, organizationId: 'o-a1b2c3d4e5' } }),
  'an account narrowed to both': role({
    vendor: { kind: 'account', id: VENDOR, principalArns: [VENDOR_ROLE], organizationId: 'o-a1b2c3d4e5' }, expiresAt: EXPIRY,
  }),
  'a role': role({ vendor: { kind: 'role', arn: VENDOR_ROLE } }),
  'a user': role({ vendor: { kind: 'user', arn: `arn:aws:iam::${VENDOR}:user/teams/ingest` } }),
  'an external ID with every kind of character': role({ externalId: 'aZ0_+=,.@:/-' }),
  'no external ID, for a reason': role({ externalId: undefined }),
  'a rotation of the external ID': role({ nextExternalId: 'k3J-2f9b' }),
  'a rotation from certain addresses, until an expiry': role({
    nextExternalId: 'k3J-2f9b', allowedSourceIps: ['203.0.113.0/24', '198.51.100.0/25'], expiresAt: EXPIRY,
  }),
  'further principals': role({
    nextExternalId: 'k3J-2f9b',
    additionalTrust: [
      { vendor: { kind: 'role', arn: `arn:aws:iam::${OTHER_VENDOR}:role/support` }, externalId: 'second-id' },
      { vendor: { kind: 'account', id: '333322221111', principalArns: ['arn:aws:iam::333322221111:user/audit*'] }, externalId: 'third-id' },
    ],
  }),
  'a further principal without an external ID': role({ additionalTrust: [{ vendor: { kind: 'user', arn: `arn:aws:iam::${OTHER_VENDOR}:user/support` } }] }),
  'two roles of one account, each with its ID': role({
    vendor: { kind: 'role', arn: VENDOR_ROLE },
    additionalTrust: [{ vendor: { kind: 'role', arn: `${VENDOR_ROLE}-2` }, externalId: 'second-id' }],
  }),
  'session tags': definition({ accounts: [VENDOR], sessionTags: TAGS }),
  'session tags of one of two vendors': role({
    vendor: { kind: 'definition', definition: { principals: [VENDOR_ROLE], sessionTags: TAGS } },
    additionalTrust: [{ vendor: { kind: 'account', id: OTHER_VENDOR }, externalId: 'second-id' }],
  }),
  'accounts and principals of one vendor': definition({
    accounts: [VENDOR, OTHER_VENDOR], principals: ['arn:aws:iam::333322221111:role/a', 'arn:aws:iam::333322221111:user/b'], organizationId: 'o-a1b2c3d4e5',
  }),
  'a bucket\'s own policy for an account': bucketAccess({ vendor: { kind: 'account', id: VENDOR } }),
  'a bucket\'s own policy for an account, narrowed': bucketAccess({
    vendor: { kind: 'account', id: VENDOR, principalArns: [`arn:aws:iam::${VENDOR}:role/ingest-*`], organizationId: 'o-a1b2c3d4e5' },
  }),
  'a bucket\'s own policy for several principals': bucketAccess({
    vendor: { kind: 'definition', definition: { accounts: [OTHER_VENDOR], principals: [VENDOR_ROLE, `arn:aws:iam::${VENDOR}:user/ingest`], externalId: 'optional' } },
  }),
};

export const TRUST_CASES: readonly ProofCase[] = [
  ...Object.entries(CASES).map(([name, declaration]) => ({ name: `trust in ${name}`, declaration })),
  { name: 'a bucket\'s own policy for nobody yet', declaration: bucketAccess({ vendor: { kind: 'pending' } }), nothing: ['s3'] },
];
