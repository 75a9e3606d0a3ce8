import { many, PolicyDocumentJson, PolicyStatementJson } from '../../support/policy-document';
import { BESIDE, CUSTOMER } from '../meaning/declaration';
import { meaningOf } from '../meaning/vendor';
import { World } from '../world/world';

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

/**
 * What no probe would find, since it asks about S3 and KMS: other services, other kinds of principals, places that nobody
 * thought of. So the documents are read, too: each permission has an action, a place and a principal out of closed lists.
 */
export function strangeThings(world: World): string[] {
  const { declaration, template } = world;
  const companions = meaningOf(declaration.vendor).companionBuckets.map(({ bucketName }) => bucketName);
  const besides = declaration.grantedBeside ? [BESIDE] : [];
  const buckets = [...declaration.buckets.map(({ name }) => name), ...companions, ...besides].map((name) => `arn:aws:s3:::${name}`);
  const keys = declaration.keys.map((_, key) => world.keyArn(key));
  const isPlace = (resource: string) => keys.includes(resource) || buckets.some((arn) => resource === arn || resource.startsWith(`${arn}/`))
    // A key given by alias is any of the account, under a condition.
    || (resource === `arn:aws:kms:eu-west-1:${CUSTOMER}:key/*` && declaration.keys.some(({ source }) => source === 'alias'));
  const permissions = [
    ...world.identityPolicies().flatMap(({ policy }) => complaints(policy, [], isPlace)),
    ...(declaration.construct === 'role' ? complaints(world.trustPolicy(), trusted(world), () => false) : []),
    ...declaration.buckets.flatMap(({ name }) => complaints(world.bucketPolicy(name, world.ownerOf(name)), grantees(world), isPlace)),
    ...declaration.keys.flatMap((_, key) => complaints(world.keyPolicy(key), grantees(world), (resource) => resource === '*', ownStatement)),
  ];
  const types = [template, world.surroundings.data].flatMap(({ json }) => Object.values(json.Resources ?? {}).map(({ Type }) => Type));
  return [
    ...permissions,
    ...types.filter((type) => !RESOURCES.includes(type)),
    ...template.ids('AWS::IAM::Role').slice(declaration.construct === 'role' ? 1 : 0),
    ...template.ids('AWS::IAM::User').slice(declaration.construct === 'user' ? 1 : 0),
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
    ...many(statement.Resource).filter((resource) => !isPlace(resource)),
    ...(statement.Principal === undefined ? [] : strangers(statement.Principal, principals)),
  ]);
}

function strangers(principal: NonNullable<PolicyStatementJson['Principal']>, principals: readonly string[]): string[] {
  return principal === '*' || Object.keys(principal).join() !== 'AWS'
    ? [JSON.stringify(principal)]
    : many(principal.AWS).filter((arn) => !principals.includes(arn));
}

/** Who may stand in a trust policy. */
function trusted({ declaration: { vendor, additionalTrust = [] } }: World): string[] {
  return [vendor, ...additionalTrust.map((more) => more.vendor)].map(meaningOf)
    .flatMap(({ accounts, principals }) => [...accounts.map((account) => `arn:aws:iam::${account}:root`), ...principals]);
}

/** Who may stand in the policies of buckets and keys: the role or user, or its account under a condition; without one, the vendor. */
function grantees(world: World): string[] {
  return world.holder === undefined ? trusted(world) : [world.holder, `arn:aws:iam::${CUSTOMER}:root`];
}

/** What the CDK, or the owner elsewhere, has in the policy of a key: that the account's own IAM decides; or its administration. */
function ownStatement({ Principal, Action, Condition }: PolicyStatementJson): boolean {
  return Condition === undefined && typeof Principal === 'object' && /^arn:aws:iam::\d{12}:root$/.test(String(Principal.AWS))
    && ['kms:*', 'kms:Describe*,kms:PutKeyPolicy'].includes(String(Action));
}
