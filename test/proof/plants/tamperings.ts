import { actions, Change, dropCondition, inDocument, outlive, replace, resources, values } from './change';
import { Tampering } from './tampered';
import { COLLEAGUE, CUSTOMER, PARTNER, STACK } from '../meaning/declaration';

/** Where in an ARN an account or the name of a stack stands as a part of a key. */
const PATH_OF_ACCOUNT = new RegExp(`^(arn:aws:s3:::.*/[^/]*)${CUSTOMER}`);
const PATH_OF_STACK = new RegExp(`^(arn:aws:s3:::.*/)${STACK}`);

/** The actions, resources or values of a condition, each by itself. */
const each = (change: (text: string) => string) => (texts: readonly string[]) => texts.map(change);

const CHANGES: Readonly<Record<string, Change>> = {
  'a missing slash': resources(each((resource) => resource.replace(/\/\*$/, '*'))),
  'a missing slash in listings': values('s3:prefix', each((prefix) => prefix.replace(/\/\*$/, '*'))),
  'everything in place of a folder': resources(each((resource) => resource.replace(/^(arn:aws:s3:::[^/]*)\/.*$/, '$1/*'))),
  'everything in place of a folder in listings': values('s3:prefix', () => ['*']),
  'an asterisk that is not escaped': resources(each((resource) => resource.replaceAll('${*}', '*'))),
  'an asterisk that is not escaped in listings': values('s3:prefix', each((prefix) => prefix.replaceAll('${*}', '*'))),
  'a question mark that is not escaped': resources(each((resource) => resource.replaceAll('${?}', '?'))),
  'a swapped bucket': resources(each((resource) => resource.replace(/^(arn:aws:s3:::acme)[^/]*/, '$1-ledger'))),
  'a scope left out': resources((all) => (all.length > 1 ? [...all.slice(0, -1), all[0]] : [...all])),
  'a wildcard in an action': actions(each((action) => action.replace('s3:GetObject', 's3:Get*'))),
  'an action left out': actions((all) => all.filter((action) => action !== 's3:ListMultipartUploadParts')),
  'no decryption for writers': actions((all) => all.filter((action) => action !== 'kms:Decrypt' || !all.includes('kms:GenerateDataKey'))),
  'objects on the ARN of the bucket': resources(each((resource) => resource.replace(/^(arn:aws:s3:::[^/]*)\/.*$/, '$1'))),
  'the account of somebody else in a path': resources(each((resource) => resource.replace(PATH_OF_ACCOUNT, `$1${PARTNER}`))),
  'the name of another stack in a path': resources(each((resource) => resource.replace(PATH_OF_STACK, '$1Data'))),
  'an end that grants of others outlive': outlive,
  'a partition that was named, and is that of the stack': replace('arn:aws-cn:', 'arn:aws:'),
  'the owner pinned to the account of the role': values('aws:ResourceAccount', () => [CUSTOMER]),
  'a statement lost that was there before': (statement) => (JSON.stringify(statement).includes(COLLEAGUE) ? undefined : statement),
  'no denial': (statement) => (statement.Effect === 'Deny' ? { ...statement, Action: 's3:ListAllMyBuckets' } : statement),
  ...Object.fromEntries([
    'aws:ResourceAccount', 'aws:SecureTransport', 'aws:CurrentTime', 'aws:SourceIp', 'aws:PrincipalArn', 'aws:PrincipalOrgID', 's3:prefix', 's3:x-amz-acl',
    's3:x-amz-server-side-encryption', 's3:x-amz-server-side-encryption-customer-algorithm', 'sts:ExternalId', 'aws:TagKeys', 'kms:ViaService',
    'kms:EncryptionContext:aws:s3:arn', 'kms:ResourceAliases',
  ].map((key) => [`no condition on ${key}`, dropCondition(key)])),
};

/** Those of them that are about KMS keys alone. */
export const KEY_TAMPERINGS = [
  'no condition on kms:ViaService', 'no condition on kms:EncryptionContext:aws:s3:arn', 'no condition on kms:ResourceAliases', 'no decryption for writers',
] as const;

/** Bugs that a compiler of policies could have, by name. The proof must find each of them. */
export const TAMPERINGS: Readonly<Record<string, Tampering>> = Object.fromEntries(
  Object.entries(CHANGES).map(([name, change]) => [name, inDocument(change)]));
