import { Stack } from 'aws-cdk-lib';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, S3AccessOptions, S3KeyScope, Vendor, VendorDefinition, Vendors, VendorS3AccessRoleProps } from '../../src';
import { ErrorCode } from '../../src/policy/base/codes';
import { ACCOUNT, Loose, makeBucketAccess, makeDefinition, makeRole, makeUser, ROLE_ARN } from '../cases/bad-input';

/** Texts that break out of something, where they are not expected. */
export const WEAPONS = {
  'a wildcard': '*',
  'a policy variable': '${aws:PrincipalTag/x}',
  'a dynamic reference': '{{resolve:ssm:/star:1}}',
  'the marks of a reference': 'a\u000163|key_x\u0002',
  'a line break': 'a\nAll checks passed',
  'a command to the terminal': 'a\u001b[2J\u001b[31mroot',
  'a change of direction': 'a\u202egpj.exe',
  'nothing visible': 'a\u200b\u2060\ufeffb',
  'an end of JSON text': 'a"],"Effect":"Allow","Principal":"*","x":["',
  'markup': '<img src=x onerror=alert(1)>',
} as const;

export type Weapon = keyof typeof WEAPONS;

/** What a place makes of a weapon: an error, or text that is only text. */
export type Outcome = ErrorCode | 'literal';

/** A place that takes text. */
export interface Place {
  readonly place: string;
  readonly outcomes: Readonly<Record<Weapon, Outcome>>;
  readonly put: (text: string, stack: Stack) => unknown;
}

type Exceptions = Partial<Readonly<Record<Weapon, Outcome>>>;

/** One code for all weapons, but for those that differ. The marks of references are refused before anything else. */
function place(name: string, code: Outcome, put: Place['put'], exceptions: Exceptions = {}): Place {
  const weapons = Object.keys(WEAPONS) as Weapon[];
  const usual = Object.fromEntries(weapons.map((weapon) => [weapon, code])) as Record<Weapon, Outcome>;
  return { place: name, put, outcomes: { ...usual, 'the marks of a reference': 'KeyCharacterInvalid', ...exceptions } };
}

function inRole(name: string, code: Outcome, props: (text: string, stack: Stack) => Loose<VendorS3AccessRoleProps>, exceptions?: Exceptions): Place {
  return place(name, code, (text, stack) => makeRole(stack, props(text, stack)), exceptions);
}

/** What is special in a key is literal; what no policy can carry is refused. */
function inKeys(name: string, options: (text: string) => S3AccessOptions, exceptions?: Exceptions): Place {
  return inRole(name, 'literal', (text, stack) => ({ access: [S3Access.readWrite(new Bucket(stack, 'Keys'), options(text))] }), {
    'a dynamic reference': 'KeyDynamicReference',
    'a line break': 'KeyCharacterInvalid',
    'a command to the terminal': 'KeyCharacterInvalid',
    'a change of direction': 'KeyCharacterInvalid',
    'nothing visible': 'KeyCharacterInvalid',
    ...exceptions,
  });
}

function inDefinition(name: string, code: Outcome, fields: (text: string) => Loose<VendorDefinition>, exceptions?: Exceptions): Place {
  return place(name, code, (text, stack) => makeRole(stack, { vendor: makeDefinition(fields(text)) }), exceptions);
}

const WILD: Exceptions = { 'a wildcard': 'ArnWildcard', 'a policy variable': 'ArnWildcard', 'an end of JSON text': 'ArnWildcard' };

/** A braced text in a template is a variable, or no template at all. */
const BRACES: Exceptions = { 'a policy variable': 'TemplateVariableUnknown' };

const importedBucket = (stack: Stack, bucketArn: string) => Bucket.fromBucketAttributes(stack, 'Imported', { bucketArn, bucketName: 'imported' });

/** Every place of the public API that takes text. */
export const PLACES: readonly Place[] = [
  inRole('the external ID', 'ExternalIdFormat', (externalId) => ({ externalId })),
  inRole('the next external ID', 'ExternalIdFormat', (nextExternalId) => ({ nextExternalId })),
  inRole('the external ID of a further party', 'ExternalIdFormat', (externalId) => ({ additionalTrust: [{ vendor: Vendor.role(ROLE_ARN), externalId }] })),
  inRole('the role name', 'NameInvalid', (roleName) => ({ roleName })),
  inRole('the path', 'PathInvalid', (text) => ({ path: `/${text}/` })),
  inRole('a source address', 'SourceIpInvalid', (text) => ({ allowedSourceIps: [text] })),
  inRole('a source address with a length', 'SourceIpInvalid', (text) => ({ allowedSourceIps: [`203.0.113.0/${text}`] })),
  inRole('the description', 'literal', (description) => ({ description }), {
    'a command to the terminal': 'DescriptionInvalid', 'a change of direction': 'DescriptionInvalid', 'nothing visible': 'DescriptionInvalid',
  }),

  inRole('the account', 'AccountIdInvalid', (text) => ({ vendor: Vendor.account(text) })),
  inRole('a pattern for principals', 'ArnInvalid', (text) => ({ vendor: Vendor.account(ACCOUNT, { principalArns: [text] }) }), WILD),
  inRole('the account in a pattern', 'ArnInvalid', (text) => ({ vendor: Vendor.account(ACCOUNT, { principalArns: [`arn:aws:iam::${text}:role/x`] }) }), {
    ...WILD, 'an end of JSON text': 'ArnInvalid',
  }),
  inRole('the name in a pattern', 'ArnInvalid', (text) => ({ vendor: Vendor.account(ACCOUNT, { principalArns: [`arn:aws:iam::${ACCOUNT}:role/in-${text}`] }) }), {
    'a wildcard': 'literal',
  }),
  inRole('the organization', 'OrganizationIdInvalid', (organizationId) => ({ vendor: Vendor.account(ACCOUNT, { organizationId }) })),
  inRole('the ARN of a role', 'ArnInvalid', (text) => ({ vendor: Vendor.role(text) }), WILD),
  inRole('the account in the ARN of a role', 'ArnInvalid', (text) => ({ vendor: Vendor.role(`arn:aws:iam::${text}:role/x`) }), WILD),
  inRole('the name in the ARN of a user', 'ArnInvalid', (text) => ({ vendor: Vendor.user(`arn:aws:iam::${ACCOUNT}:user/${text}`) }), WILD),
  inRole('the principal of hotglue', 'ArnInvalid', (principalArn) => ({ vendor: Vendors.hotglue({ principalArn }) }), WILD),
  inRole('the role of Coactive', 'ArnInvalid', (roleArn) => ({ vendor: Vendors.coactive({ roleArn }), externalId: undefined }), WILD),
  inRole('the user of Apperate', 'ArnInvalid', (userArn) => ({ vendor: Vendors.apperate({ userArn }) }), WILD),

  inRole('the ARN of a bucket', 'ArnInvalid', (text, stack) => ({ access: [S3Access.read(importedBucket(stack, text), { wholeBucket: true })] })),
  inRole('the name in the ARN of a bucket', 'BucketNameInvalid', (text, stack) => ({ access: [S3Access.read(importedBucket(stack, `arn:aws:s3:::${text}`), { wholeBucket: true })] }), {
    'a wildcard': 'ArnWildcard', 'a policy variable': 'ArnInvalid', 'a dynamic reference': 'ArnInvalid', 'an end of JSON text': 'ArnInvalid',
  }),
  inRole('the account that a bucket is imported with', 'AccountIdInvalid', (account, stack) => ({
    access: [S3Access.read(Bucket.fromBucketAttributes(stack, 'Imported', { bucketName: 'imported', account }), { wholeBucket: true })],
  })),
  inRole('the owner of a bucket', 'AccountIdInvalid', (bucketOwner, stack) => ({ access: [S3Access.read(new Bucket(stack, 'Owned'), { wholeBucket: true, bucketOwner })] })),
  inRole('the ID of a key', 'ArnInvalid', (text, stack) => ({
    access: [S3Access.read(new Bucket(stack, 'Keyed'), { wholeBucket: true, encryptionKeys: [Key.fromKeyArn(stack, 'Key', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/${text}`)] })],
  }), WILD),
  inRole('the account in the ARN of a key', 'ArnInvalid', (text, stack) => ({
    access: [S3Access.read(new Bucket(stack, 'Keyed'), { wholeBucket: true, encryptionKeys: [Key.fromKeyArn(stack, 'Key', `arn:aws:kms:eu-west-1:${text}:key/1234abcd`)] })],
  }), WILD),
  inRole('an alias', 'AliasInvalid', (text, stack) => ({
    access: [S3Access.read(new Bucket(stack, 'Keyed'), { wholeBucket: true, encryptionKeys: [Alias.fromAliasName(stack, 'Key', `alias/${text}`)] })],
  })),

  inKeys('a folder', (text) => ({ prefixes: [`in/${text}`] })),
  inKeys('a start of keys', (text) => ({ keys: [S3KeyScope.startingWith(`in/${text}`)] })),
  inKeys('a key', (text) => ({ keys: [S3KeyScope.object(`in/${text}`)] })),
  inKeys('a template', (text) => ({ keys: [S3KeyScope.template(`in/${text}/{tenant}`, { tenant: 'acme' })] }), BRACES),
  inKeys('the value of a variable', (tenant) => ({ keys: [S3KeyScope.template('in/{tenant}', { tenant })] }), {
    'a policy variable': 'TemplateValueInvalid', 'a dynamic reference': 'TemplateValueInvalid',
  }),
  place('the name of a variable', 'TemplateVariableUnknown', (text, stack) => makeRole(stack, {
    access: [S3Access.read(new Bucket(stack, 'Keys'), { keys: [S3KeyScope.template('in', { [text]: 'acme' })] })],
  }), { 'the marks of a reference': 'TemplateVariableUnknown' }),

  place('a user name', 'NameInvalid', (userName, stack) => makeUser(stack, { userName })),
  place('the path of a user', 'PathInvalid', (text, stack) => makeUser(stack, { path: `/${text}/` })),
  place('a secret name', 'NameInvalid', (secretName, stack) => makeUser(stack, { secretName })),
  place('a principal for a bucket policy', 'ArnInvalid', (text, stack) => makeBucketAccess(stack, { vendor: Vendor.role(text) }), WILD),

  inDefinition('the name in a definition', 'DefinitionFieldInvalid', (name) => ({ name }), {
    'a wildcard': 'literal', 'a policy variable': 'literal', 'an end of JSON text': 'literal', 'markup': 'literal',
  }),
  inDefinition('the partition in a definition', 'DefinitionFieldInvalid', (partition) => ({ partition })),
  inDefinition('an account in a definition', 'AccountIdInvalid', (text) => ({ accounts: [text] })),
  inDefinition('a principal in a definition', 'ArnInvalid', (text) => ({ principals: [text] }), WILD),
  inDefinition('a pattern in a definition', 'ArnInvalid', (text) => ({ principalArns: [text] }), WILD),
  inDefinition('the organization in a definition', 'OrganizationIdInvalid', (organizationId) => ({ organizationId })),
  inDefinition('the external ID rule in a definition', 'DefinitionFieldInvalid', (externalId) => ({ externalId })),
  inDefinition('the role name in a definition', 'NameInvalid', (roleName) => ({ roleName })),
  inDefinition('a mode in a definition', 'DefinitionFieldInvalid', (mode) => ({ modes: [mode] })),
  inDefinition('an action in a definition', 'ActionUnknown', (action) => ({ readActions: [action] })),
  inDefinition('an action that starts well', 'ActionUnknown', (text) => ({ writeActions: [`s3:Put${text}`] })),
  inDefinition('an encryption in a definition', 'DefinitionFieldInvalid', (text) => ({ acceptedEncryption: [text] })),
  inDefinition('a companion bucket', 'BucketNameInvalid', (bucketName) => ({ companionBuckets: [{ bucketName, ownerAccount: ACCOUNT, mode: 'read', wholeBucket: true }] }), WILD),
  inDefinition('the owner of a companion bucket', 'AccountIdInvalid', (ownerAccount) => ({ companionBuckets: [{ bucketName: 'transfer', ownerAccount, mode: 'read', wholeBucket: true }] })),
  inDefinition('a folder in a companion bucket', 'literal', (text) => ({
    companionBuckets: [{ bucketName: 'transfer', ownerAccount: ACCOUNT, mode: 'read', prefixes: [`in/${text}`] }],
  }), {
    'a dynamic reference': 'KeyDynamicReference',
    'a line break': 'KeyCharacterInvalid',
    'a command to the terminal': 'KeyCharacterInvalid',
    'a change of direction': 'KeyCharacterInvalid',
    'nothing visible': 'KeyCharacterInvalid',
  }),
  inDefinition('the key of a session tag', 'SessionTagInvalid', (key) => ({ sessionTags: [{ key }] })),
  inDefinition('the value of a session tag', 'SessionTagInvalid', (text) => ({ sessionTags: [{ key: 'team', values: [text] }] })),
  inDefinition('the name of a path variable', 'DefinitionFieldInvalid', (text) => ({ pathVariables: { [text]: '*' } }), {
    'the marks of a reference': 'DefinitionFieldInvalid',
  }),
  inDefinition('the pattern of a path variable', 'DefinitionFieldInvalid', (text) => ({ pathVariables: { tenant: `${text}/` } })),
  inDefinition('the address of a page', 'DefinitionFieldInvalid', (text) => ({ documentationUrl: `https://example.com/${text}` }), {
    'a wildcard': 'literal',
  }),
];
