import { many, PolicyDocumentJson, PolicyStatementJson } from '../../support/policy-document';
import { BESIDE, COLLEAGUE, CUSTOMER, TRUSTED_BESIDE } from '../meaning/declaration';
import { meaningOf } from '../meaning/vendor';
import { COLLEAGUES } from '../world/build-buckets';
import { BESIDE_SID } from '../world/build-construct';
import { declaredIds, World } from '../world/world';

/** All actions that a declaration can ever mean, in any document. */
const ACTIONS = [
  's3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetBucketLocation', 's3:GetObject', 's3:GetObjectAttributes', 's3:GetObjectTagging',
  's3:GetObjectVersion', 's3:ListBucket', 's3:ListBucketMultipartUploads', 's3:ListBucketVersions', 's3:ListMultipartUploadParts', 's3:PutObject',
  's3:PutObjectAcl', 's3:PutObjectTagging', 'kms:Decrypt', 'kms:GenerateDataKey', 'sts:AssumeRole', 'sts:TagSession',
];

/** What a template may consist of: the app's buckets and keys, one role or user with its policies, and the key of the user. */
const RESOURCES = [
  'AWS::IAM::AccessKey', 'AWS::IAM::Group', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::IAM::Role', 'AWS::IAM::User', 'AWS::KMS::Key',
  'AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'AWS::SecretsManager::Secret',
];

/** By which the CDK carries values to another region. */
const ACROSS_REGIONS = ['AWS::Lambda::Function', 'Custom::CrossRegionExportReader', 'Custom::CrossRegionExportWriter'];

/**
 * What no probe would find, since it asks about S3 and KMS: other services, other kinds of principals, places that nobody
 * thought of. So the documents are read, too: each permission has an action, a place and a principal out of closed lists.
 */
export function strangeThings(world: World): string[] {
  const { declaration, template } = world;
  const { companionBuckets, elsewhere } = meaningOf(declaration.vendor);
  const companions = companionBuckets.map(({ bucketName }) => bucketName);
  const besides = declaration.grantedBeside ? [BESIDE] : [];
  const buckets = [
    ...[...declaration.buckets.map(({ name }) => name), ...companions, ...besides].map((name) => `arn:aws:s3:::${name}`),
    ...(elsewhere?.companionBuckets ?? []).map(({ bucketName }) => `arn:${declaration.site}:s3:::${bucketName}`),
  ];
  const keys = declaration.keys.map((_, key) => world.keyArn(key));
  const isPlace = (resource: string) => keys.includes(resource) || buckets.some((arn) => resource === arn || resource.startsWith(`${arn}/`))
    // A key given by alias is any of the account, under a condition.
    || declaration.keys.some(({ source, owner = CUSTOMER }) => source === 'alias' && resource === `arn:aws:kms:eu-west-1:${owner}:key/*`);
  const permissions = [
    ...world.identityPolicies().flatMap(({ policy }) => complaints(policy, [], isPlace)),
    ...(declaration.construct === 'role' ? complaints(world.trustPolicy(), trusted(world), () => false) : []),
    ...declaration.buckets.flatMap(({ name }) =>
      complaints(world.bucketPolicy(name, world.ownerOf(name)), grantees(world), isPlace, ({ Sid }) => Sid === COLLEAGUES || Sid === BESIDE_SID)),
    ...lostStatements(world),
    ...declaration.keys.flatMap((_, key) => complaints(world.keyPolicy(key), grantees(world), (resource) => resource === '*', ownStatement)),
  ];
  const types = [template, world.surroundings.data].flatMap(({ json }) => Object.values(json.Resources ?? {}).map(({ Type }) => Type))
    .filter((type) => declaration.dataRegion === undefined || !ACROSS_REGIONS.includes(type));
  return [
    ...permissions,
    ...types.filter((type) => !RESOURCES.includes(type)),
    ...declaredIds(template, 'AWS::IAM::Role').slice(declaration.construct === 'role' ? 1 : 0),
    ...declaredIds(template, 'AWS::IAM::User').slice(declaration.construct === 'user' ? 1 : 0),
    ...template.ids('AWS::IAM::AccessKey')
      .filter((id) => declaration.suspended && template.properties(id).Status !== 'Inactive')
      .map((id) => `${id} of a suspended user is active`),
  ];
}

function complaints(
  document: PolicyDocumentJson | undefined, principals: readonly string[], isPlace: (resource: string) => boolean,
  isOwn: (statement: PolicyStatementJson) => boolean = () => false,
): string[] {
  return (document?.Statement ?? []).filter((statement) => statement.Effect === 'Allow' && !isOwn(statement)).flatMap((statement) => [
    ...many(statement.Action).filter((action) => !ACTIONS.includes(action)),
    ...many(statement.Resource).filter((resource) => !isPlace(resource.replaceAll('${*}', '*'))),
    ...(statement.Principal === undefined ? [] : strangers(statement.Principal, principals)),
  ]);
}

function strangers(principal: NonNullable<PolicyStatementJson['Principal']>, principals: readonly string[]): string[] {
  return principal === '*' || Object.keys(principal).join() !== 'AWS'
    ? [JSON.stringify(principal)]
    : many(principal.AWS).filter((arn) => !principals.includes(arn));
}

/** Who may stand in a trust policy. */
function trusted({ declaration: { vendor, additionalTrust = [], site, trustedBeside } }: World): string[] {
  const parties = [vendor, ...additionalTrust.map((more) => more.vendor)].map(meaningOf);
  const named = ({ accounts, principals }: Pick<typeof parties[number], 'accounts' | 'principals'>) => [...accounts.map((account) => `arn:aws:iam::${account}:root`), ...principals];
  return [
    ...parties.flatMap((party) => [...named(party), ...(party.elsewhere ? named(party.elsewhere).map((arn) => arn.replace(/^arn:aws:/, `arn:${site}:`)) : [])]),
    ...(trustedBeside ? [TRUSTED_BESIDE] : []),
  ];
}

/** Who may stand in the policies of buckets and keys: the role or user, or its account under a condition; without one, the vendor. */
function grantees(world: World): string[] {
  return world.holder === undefined ? trusted(world) : [world.holder, `arn:aws:iam::${CUSTOMER}:root`];
}

/** What was in the policy of a bucket before, and is not any more. */
function lostStatements(world: World): string[] {
  return world.declaration.buckets.flatMap(({ name, existing }) => {
    const statements = world.bucketPolicy(name, world.ownerOf(name))?.Statement ?? [];
    const kept = {
      statement: () => statements.some(({ Sid, Principal }) => Sid === COLLEAGUES && typeof Principal === 'object' && many(Principal.AWS).includes(COLLEAGUE)),
      tls: () => statements.some(({ Effect, Principal, Condition }) => Effect === 'Deny' && JSON.stringify(Principal) === '{"AWS":"*"}' && Condition?.Bool?.['aws:SecureTransport'] === 'false'),
    };
    return existing === undefined || kept[existing === 'tls' ? existing : 'statement']() ? [] : [`the policy of ${name} has lost what was in it`];
  });
}

/** What the CDK, or the owner elsewhere, has in the policy of a key: that the account's own IAM decides; or its administration. */
function ownStatement({ Principal, Action, Condition }: PolicyStatementJson): boolean {
  return Condition === undefined && typeof Principal === 'object' && /^arn:aws:iam::\d{12}:root$/.test(String(Principal.AWS))
    && ['kms:*', 'kms:Describe*,kms:PutKeyPolicy'].includes(String(Action));
}
