import * as fc from 'fast-check';
import { AdditionalTrust, DefinitionDeclaration, VendorDeclaration } from '../meaning/declaration';

/** Accounts of vendors, and of the parties that are trusted beside them. */
export const VENDORS = ['999988887777', '555544443333'] as const;
const OTHERS = ['777766665555', '333322221111'] as const;

export const ORGANIZATION = 'o-a1b2c3d4e5';

const name = fc.constantFrom('ingest', 'ingest-7', 'reader', 'team/deep/reader');

function arn(accounts: readonly string[], kind: 'role' | 'user'): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...accounts), name).map(([account, last]) => `arn:aws:iam::${account}:${kind}/${last}`);
}

const pattern = (account: string) => fc.constantFrom('role/ingest', 'role/ingest*', 'role/in?est', 'user/*', 'role/team/*').map((last) => `arn:aws:iam::${account}:${last}`);

const account = (accounts: readonly string[]): fc.Arbitrary<VendorDeclaration> => fc.constantFrom(...accounts).chain((id) => fc.record({
  kind: fc.constant('account' as const),
  id: fc.constant(id),
  principalArns: optional(fc.uniqueArray(pattern(id), { minLength: 1, maxLength: 2 })),
  organizationId: optional(fc.constant(ORGANIZATION)),
}));

const role = (accounts: readonly string[]) => arn(accounts, 'role').map((given): VendorDeclaration => ({ kind: 'role', arn: given }));
const user = (accounts: readonly string[]) => arn(accounts, 'user').map((given): VendorDeclaration => ({ kind: 'user', arn: given }));

const definition: fc.Arbitrary<VendorDeclaration> = fc.record({
  byAccount: fc.boolean(),
  ids: fc.shuffledSubarray([...VENDORS], { minLength: 1 }),
  patterns: fc.boolean(),
  both: fc.boolean(),
  principals: fc.uniqueArray(fc.oneof(arn(VENDORS, 'role'), arn(VENDORS, 'user')), { minLength: 1, maxLength: 2 }),
  organizationId: optional(fc.constant(ORGANIZATION)),
  externalId: fc.constantFrom('required' as const, 'optional' as const, 'unsupported' as const),
  readActions: optional(fc.subarray(['s3:GetObjectVersion', 's3:GetObjectTagging', 's3:GetObjectAttributes', 's3:ListBucketVersions', 's3:ListBucket'])),
  writeActions: optional(fc.subarray(['s3:ListBucket', 's3:PutObjectAcl', 's3:PutObjectTagging', 's3:ListBucketMultipartUploads'])),
  prefixes: optional(fc.subarray(['drop', 'in/*', '${aws:username}'], { minLength: 1 })),
  companion: optional(fc.constantFrom('read' as const, 'write' as const, 'readWrite' as const)),
  // SSE-S3 is what buckets encrypt with when nobody says otherwise.
  acceptedEncryption: optional(fc.constantFrom(['AES256', 'aws:kms'], ['AES256', 'aws:kms', 'aws:kms:dsse'])),
  sessionTags: optional(fc.constantFrom([{ key: 'tenant' }], [{ key: 'tenant', values: ['acme', 'acme-test'] }, { key: 'stage' }])),
  pathVariables: optional(fc.constantFrom<Record<string, string>>({ year: '????', site: '*' }, { hash: '?'.repeat(32) }, { date: '????', tenant: '??', site: '*' })),
}).map(({ byAccount, ids, patterns, both, principals, prefixes, companion, ...facts }) => {
  const made: DefinitionDeclaration = {
    ...facts,
    ...(byAccount ? { accounts: ids, ...(patterns ? { principalArns: ids.map((id) => `arn:aws:iam::${id}:role/ingest*`) } : {}) } : {}),
    ...(!byAccount || both ? { principals } : {}),
    ...(companion === undefined ? {} : {
      companionBuckets: [{ bucketName: 'some-vendor-transfer', ownerAccount: byAccount ? ids[0] : principals[0].split(':')[4], mode: companion, ...(prefixes ? { prefixes } : { wholeBucket: true }) }],
    }),
  };
  return { kind: 'definition', definition: JSON.parse(JSON.stringify(made)) };
});

const known: Record<'cloudglue' | 'hotglue' | 'coactive' | 'creativeForce' | 'apperate', fc.Arbitrary<VendorDeclaration>> = {
  cloudglue: fc.record({ kind: fc.constant('cloudglue' as const), transferBucket: fc.boolean() }),
  hotglue: fc.record({ kind: fc.constant('hotglue' as const), principalArn: optional(arn(VENDORS, 'role')) }),
  coactive: fc.record({ kind: fc.constant('coactive' as const), roleArn: arn(VENDORS, 'role') }),
  creativeForce: fc.constant({ kind: 'creativeForce' as const }),
  apperate: fc.record({ kind: fc.constant('apperate' as const), userArn: optional(arn(VENDORS, 'user')) }),
};

const anybody = [account(VENDORS), role(VENDORS), user(VENDORS), definition, fc.constant({ kind: 'pending' as const })];

/** The vendors that connect in the way of a construct. */
export const VENDORS_OF: Readonly<Record<'role' | 'bucketAccess' | 'user', fc.Arbitrary<VendorDeclaration>>> = {
  role: fc.oneof(...anybody, ...Object.values(known)),
  bucketAccess: fc.oneof(...anybody, known.coactive),
  user: fc.oneof(...anybody, known.hotglue),
};

/** External IDs that differ by little. */
export const externalId = fc.constantFrom('k3J-2f9a', 'k3J-2f9A', 'k3J-2f9', 'k3J-2f9ab', 'acme_4711=', 'https://acme.example/@7,x+y', 'ab');

/** Parties whose accounts nobody else has; so no principal belongs to two of them. */
export const additionalTrust: fc.Arbitrary<AdditionalTrust[]> = fc.tuple(...OTHERS.map((id) => fc.record({
  vendor: fc.oneof(account([id]), role([id]), user([id])),
  externalId: optional(externalId),
}))).chain((parties) => fc.subarray(parties, { minLength: 1 }));

/** A value, or none: then without the key, so that a declaration is the same after a journey through JSON. */
export function optional<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}
