import { EXTERNAL_ID, Need, partsOf } from './need';
import { STRANGER } from '../../support/comparison';
import { Action, actionsOn, Level } from '../judges/actions';
import { CUSTOMER, REGION } from '../meaning/declaration';
import { contextOf, viaS3 } from '../meaning/grants';
import { KeyRequest, Request, S3Request } from '../meaning/request';
import { TRANSFER } from '../vendors';

/** What a probe is about; everything that goes over plain HTTP is counted apart. */
export const GROUPS = ['objects', 'listings', 'buckets', 'plain HTTP', 'KMS', 'trust'] as const;
export type Group = typeof GROUPS[number];

/** Where a probe goes, seen from the declared folder. */
export type Place = 'inside' | 'outside' | 'bucket' | 'another bucket' | 'stranger\'s bucket';

/** One request, with all that is told about it. */
export interface GridProbe {
  readonly group: Group;
  readonly place?: Place;
  readonly level?: Level;
  readonly request: Request;
}

/** A bucket of the same customer that is never declared. */
const LEDGER = 'acme-ledger';

/** What a key ends in; no vendor cares about it. */
const FILE = '2026/11/20';

/**
 * All probes for a need. They are the same for all needs and sides but for names: the full product of what AWS knows of
 * actions with a fixed list of places and circumstances. Where there is no role, there is none to assume; a bucket policy
 * is asked about the customer's buckets only, for it has no say in others; and a key is asked about if there is one.
 */
export async function gridOf(need: Need): Promise<GridProbe[]> {
  const [objects, buckets, keys] = await Promise.all([actionsOn('s3', 'object'), actionsOn('s3', 'bucket'), actionsOn('kms', 'key')]);
  const listings = buckets.filter(({ knows }) => knows('s3:prefix'));
  const settings = buckets.filter(({ knows }) => !knows('s3:prefix'));
  const overS3 = [
    ...product(objects, objectPlaces(need), headersOf, 'objects'),
    ...product(listings, bucketPlaces(need), () => prefixes(need), 'listings'),
    ...product(settings, bucketPlaces(need), headersOf, 'buckets'),
  ];
  return [
    ...overS3,
    ...overS3.map((probe): GridProbe => ({ ...probe, group: 'plain HTTP', request: { ...probe.request as S3Request, withoutTls: true } })),
    ...keys.flatMap((action) => onKeys(action, need)),
    ...trust(need),
  ];
}

type Target = Pick<S3Request, 'bucket' | 'owner' | 'key' | 'principal'>;

function product(
  actions: readonly Action[],
  places: ReadonlyArray<readonly [Place, Target]>,
  circumstances: (action: Action) => ReadonlyArray<Partial<S3Request>>,
  group: Group,
): GridProbe[] {
  return actions.flatMap((action) => places.flatMap(([place, target]) => circumstances(action).map((more): GridProbe =>
    ({ group, place, level: action.level, request: { kind: 's3', action: action.name, ...target, ...more } }))));
}

/** One bucket in each of the hands that it could be in. */
function bucketPlaces(need: Need): Array<readonly [Place, Target]> {
  const { bucket } = partsOf(need);
  const bucketAccess = need.declaration.construct === 'bucketAccess';
  const principal = bucketAccess ? need.principal : undefined;
  const owned: Array<readonly [Place, Target]> = [
    ['bucket', { bucket: bucket.name, owner: CUSTOMER, principal }],
    ['another bucket', { bucket: LEDGER, owner: CUSTOMER, principal }],
  ];
  return bucketAccess ? owned : [
    ...owned,
    ['another bucket', { bucket: TRANSFER.bucketName, owner: TRANSFER.ownerAccount }],
    ['stranger\'s bucket', { bucket: bucket.name, owner: STRANGER }],
  ];
}

/** In the declared bucket, keys inside the folder, beside it, elsewhere and at the root; in the others, the key inside. */
function objectPlaces(need: Need): Array<readonly [Place, Target]> {
  const { folder } = partsOf(need);
  const outside = [`${folder}-secret/${FILE}`, `payroll/${FILE}`, 'backup'];
  return bucketPlaces(need).flatMap(([place, target]): Array<readonly [Place, Target]> => (place === 'bucket'
    ? [['inside', { ...target, key: `${folder}/${FILE}` }], ...outside.map((key) => ['outside', { ...target, key }] as const)]
    : [[place, { ...target, key: `${folder}/${FILE}` }]]));
}

/** Listings of the folder, of a folder in it, without its slash, of its parent, of another folder, of everything. */
function prefixes(need: Need): Array<Partial<S3Request>> {
  const { folder } = partsOf(need);
  const parent = folder.slice(0, folder.lastIndexOf('/') + 1);
  return [`${folder}/`, `${folder}/2026/`, folder, parent, 'payroll/', undefined].map((prefix) => ({ prefix }));
}

/**
 * What a request can ask for beside the action: an ACL where the action sets one, for a write with an ACL is checked as
 * PutObjectAcl as well; encryption where the action encrypts.
 */
function headersOf({ name, knows }: Action): Array<Partial<S3Request>> {
  return [
    {},
    ...(name.endsWith('Acl') && knows('s3:x-amz-acl') ? ['bucket-owner-full-control', 'public-read'].map((acl) => ({ acl })) : []),
    ...(knows('s3:x-amz-server-side-encryption') ? ['AES256', 'aws:kms', 'aws:kms:dsse'].map((encryption) => ({ encryption })) : []),
    ...(knows('s3:x-amz-server-side-encryption-customer-algorithm') ? [{ customerKey: true }] : []),
  ];
}

/** The key of the bucket, if there is one, and another key of the customer's: by way of S3, of another service, directly. */
function onKeys(action: Action, need: Need): GridProbe[] {
  const { bucket, folder } = partsOf(need);
  const { name } = bucket;
  const contexts = [
    contextOf(name, `${folder}/${FILE}`), contextOf(name), contextOf(name, `${folder}-secret/${FILE}`), contextOf(name, `payroll/${FILE}`),
    contextOf(LEDGER, `${folder}/${FILE}`),
  ];
  const services = [viaS3(), `secretsmanager.${REGION}.amazonaws.com`, undefined]
    .filter((service) => service === undefined || action.knows('kms:ViaService'));
  const principal = need.declaration.construct === 'bucketAccess' ? need.principal : undefined;
  return [...need.declaration.keys.map((_, i) => i), need.declaration.keys.length].flatMap((key) => services.flatMap((viaService) =>
    [...(action.knows('kms:EncryptionContext:aws:s3:arn') ? contexts : []), undefined].map((encryptionContext): GridProbe => {
      const request: KeyRequest = { kind: 'kms', action: action.name, key, viaService, encryptionContext, principal };
      return { group: 'KMS', level: action.level, request };
    })));
}

/** Who is let in: the vendor's principal, others of its account, its name elsewhere, and the customer's own people. */
function trust(need: Need): GridProbe[] {
  const { construct } = need.declaration;
  const { principal } = need;
  const account = principal.split(':')[4];
  const strangers = [`arn:aws:iam::${account}:role/another`, `arn:aws:iam::${account}:user/another`, principal.replace(account, STRANGER)];
  switch (construct) {
    case 'user':
      return [];
    case 'bucketAccess': {
      const [[, target]] = objectPlaces(need);
      return [principal, ...strangers].map((caller) => ({ group: 'trust', request: { kind: 's3', action: 's3:GetObject', ...target, principal: caller } }));
    }
    case 'role':
      return [principal, ...strangers, principal.replace(account, CUSTOMER)].flatMap((caller) =>
        [EXTERNAL_ID, 'of-another-customer', undefined].map((externalId): GridProbe =>
          ({ group: 'trust', request: { kind: 'assume', principal: caller, externalId } })));
  }
}
