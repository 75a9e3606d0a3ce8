import { GrantFormula } from './grants/grant-formula';
import { and, atom, either, Formula, implies, not, or, render, TRUE } from './smt/formula';
import { is, isEitherOf, isOneOf } from './smt/text';
import { SubjectName } from './subject';
import { bucketsOf, hasHolder, keysOf } from './territory';
import { CUSTOMER, REGION } from '../meaning/declaration';
import { KNOWN_VENDORS } from '../vendors';
import { World } from '../world/world';

/**
 * What a request must look like so that an evaluator of IAM can be asked about it as well: the proof speaks of all
 * requests, also of such that no SDK would send and no evaluator would read. What the grants say nothing of is left
 * out; keys, prefixes and encryption contexts stay free; what else is text comes out of a few values.
 */
export function askable(world: World, subject: SubjectName, grants: readonly GrantFormula[]): Formula {
  const said = grants.flatMap(({ conditions }) => conditions.map(({ holds }) => render(holds))).join(' ');
  const mentions = (variable: string) => new RegExp(`\\b${variable}(Present)?\\b`).test(said);
  const silent = Object.keys(VALUES).filter((variable) => !mentions(variable));
  return and(
    ...ORDINARY,
    ...silent.map((variable) => not(present(variable))),
    ...Object.entries(VALUES).filter(([variable]) => mentions(variable)).map(([variable, values]) =>
      (values.length === 0 ? TRUE : implies(present(variable), isOneOf(variable, values)))),
    ...(mentions('tags') ? TAGS : [atom('(= tags 0)')]),
    ...(mentions('time') ? [] : [atom('(= time 1790000000000)')]),
    ...(mentions('address') ? [] : [atom('(= address 3325256711)')]),
    ...(mentions('callerAccount') ? [isEitherOf('callerEnd', [...new Set([...said.match(/\b(?:role|user)\/[\w/-]+/g) ?? [], ...CALLERS])])] : []),
    ...(mentions('tls') ? [] : [either(atom('tls'), not(atom('tls')))]),
    ...rest(world, subject, ACCOUNTS.filter((account) => said.includes(account) || account === STRANGER)),
  );
}

/** Exact names, by what they are done to; those that the library grants, and neighbours of theirs. */
export const S3_ACTIONS = {
  object: [
    'GetObject', 'GetObjectVersion', 'GetObjectTagging', 'GetObjectAttributes', 'GetObjectAcl', 'PutObject', 'PutObjectAcl', 'PutObjectTagging',
    'DeleteObject', 'DeleteObjectVersion', 'AbortMultipartUpload', 'ListMultipartUploadParts', 'RestoreObject',
  ],
  bucket: [
    'ListBucket', 'ListBucketVersions', 'ListBucketMultipartUploads', 'GetBucketLocation', 'GetBucketPolicy', 'PutBucketPolicy', 'DeleteBucket',
    'GetBucketVersioning', 'PutLifecycleConfiguration',
  ],
} as const;

export const KMS_ACTIONS = ['Decrypt', 'GenerateDataKey', 'Encrypt', 'ReEncryptFrom', 'DescribeKey', 'ScheduleKeyDeletion'] as const;

const STRANGER = '555566667777';
const ACCOUNTS = [CUSTOMER, '999988887777', '777766665555', '444455556666', '333322221111', ...KNOWN_VENDORS.flatMap(({ example }) => example.caller.split(':')[4]), STRANGER];

/** Neighbours of those that are named, and some that patterns of names match. */
const CALLERS = ['role/ingest', 'role/ingest-7', 'role/x/ingest-7', 'user/ingest', 'user/inxest', 'user/audit-1', 'role/other'];

/** What a call may carry, with values to choose from; none for any value. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  organization: ['o-a1b2c3d4e5', 'o-zzzzzzzzzz'],
  prefix: [],
  acl: ['bucket-owner-full-control', 'private', 'public-read'],
  encryption: ['AES256', 'aws:kms', 'aws:kms:dsse'],
  customerKey: ['AES256'],
  via: [`s3.${REGION}.amazonaws.com`, 's3.us-east-1.amazonaws.com', `secretsmanager.${REGION}.amazonaws.com`],
  context: [],
  externalId: [],
};

/** Context keys that S3 sends with certain calls only. */
const CARRIED: Readonly<Record<string, readonly string[]>> = {
  prefix: ['ListBucket', 'ListBucketVersions'],
  acl: ['PutObject', 'PutObjectAcl'],
  encryption: ['PutObject'],
  customerKey: ['PutObject'],
};

const ORDINARY: readonly Formula[] = [
  atom(`(<= ${Date.parse('2025-01-01T00:00:00Z')} time)`),
  atom(`(<= time ${Date.parse('2035-01-01T00:00:00Z')})`),
  atom('addressPresent'),
  atom('tlsPresent'),
];

const TAGS: readonly Formula[] = [1, 2].flatMap((i) => [
  implies(atom(`(>= tags ${i})`), isOneOf(`tagKey${i}`, ['Tenant', 'tenant', 'Purpose', 'Project'])),
  implies(atom(`(>= tags ${i})`), isOneOf(`tagValue${i}`, ['acme', 'acme-eu', 'umbrella'])),
]);

const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase());
const present = (variable: string) => atom(`${variable}Present`);

function rest(world: World, subject: SubjectName, accounts: readonly string[]): Formula[] {
  switch (subject) {
    case 's3': return [askableS3(world, accounts)];
    case 'kms': return [askableKms(world, accounts), not(present('organization'))];
    case 'trust': return [isEitherOf('callerAccount', accounts)];
    default: throw new Error(`No evaluator is asked about ${subject}`);
  }
}

function askableS3(world: World, accounts: readonly string[]): Formula {
  const arns = bucketsOf(world).flatMap(({ name }) => [name, `${name}-2`, name.slice(0, -1)]).map((name) => `arn:aws:s3:::${name}`);
  // Only where everything is declared could a key be empty.
  const { access, vendor } = world.declaration;
  const wholeBuckets = vendor.kind === 'cloudglue' || vendor.kind === 'definition' || access.some(({ scopes }) => scopes === 'wholeBucket')
    ? bucketsOf(world).map(({ name }) => name)
    : [];
  return and(
    isEitherOf('owner', [...new Set([...bucketsOf(world).map(({ owner }) => owner), CUSTOMER, ...accounts])]),
    ...(hasHolder(world.declaration) ? [] : [isEitherOf('callerAccount', accounts)]),
    ...Object.entries(CARRIED).map(([variable, actions]) => implies(present(variable), isOneOf('action', lower(actions)))),
    either(
      and(isOneOf('action', lower(S3_ACTIONS.object)), not(isOneOf('resource', wholeBuckets.map((name) => `arn:aws:s3:::${name}/`)))),
      and(isOneOf('action', lower(S3_ACTIONS.bucket)), isEitherOf('resource', arns)),
    ),
  );
}

function askableKms(world: World, accounts: readonly string[]): Formula {
  const positions = [...keysOf(world).map(({ position }) => position), world.declaration.keys.length];
  return and(
    ...(hasHolder(world.declaration) ? [] : [isEitherOf('callerAccount', accounts)]),
    isOneOf('action', lower(KMS_ACTIONS)),
    either(...positions.map((position) => and(
      is('resource', world.keyArn(position)),
      // Only of a key given by alias is it known that an alias may point to it, or no longer.
      or(atom('(= aliases 0)'), ...(world.aliasesOf(position) ?? []).map((alias) => and(atom('(= aliases 1)'), is('alias1', alias)))),
    ))),
  );
}
