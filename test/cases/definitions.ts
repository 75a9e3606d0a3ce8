import { CfnParameter } from 'aws-cdk-lib';
import { ACCOUNT, BadInput, definition, makeDefinition, OTHER_ACCOUNT, role, ROLE_ARN } from './bad-input';
import {
  ApperateOptions, CloudglueOptions, CoactiveOptions, HotglueOptions, Vendor, VendorAccountOptions, VendorDefinition, Vendors,
} from '../../src';

const TEXT = 'give a string that is not empty';
const NUMBER = 'give it as a string';
const NAME = 'put in the vendor\'s name, as its customers know it';
const NOT_A_LIST = 'give a list';
const ONE = 'give at least one entry, or leave the field out';
const OBJECT = 'give an object with named fields';
const STRUCT = 'give an object with named properties';
const BUCKET = { bucketName: 'acme-transfer', ownerAccount: ACCOUNT, mode: 'write', prefixes: ['in'] };

function field(wrong: string, fields: { readonly [name: string]: unknown }, shown: string, says: string): BadInput {
  return definition(wrong, fields, 'DefinitionFieldInvalid', `definition.${shown}`, says);
}

function whole(wrong: string, given: unknown, shown: string): BadInput {
  return {
    wrong,
    code: 'DefinitionFieldInvalid',
    finding: `definition: received ${shown}`,
    says: OBJECT,
    place: 'Vendor.fromDefinition',
    build: () => void Vendor.fromDefinition(given as VendorDefinition),
  };
}

function factory(place: string, wrong: string, shown: string, call: () => void): BadInput {
  return { wrong, code: 'ValueTypeInvalid', finding: `options: received ${shown}`, says: STRUCT, place, build: call };
}

function companion(wrong: string, fields: { readonly [name: string]: unknown }, code: BadInput['code'], shown: string, says: string): BadInput {
  return definition(wrong, { companionBuckets: [{ ...BUCKET, ...fields }] }, code, `definition.companionBuckets[0]${shown}`, says);
}

function tag(wrong: string, given: unknown, part: string, shown: string, says: string): BadInput {
  return definition(wrong, { sessionTags: [given] }, 'SessionTagInvalid', `definition.sessionTags[0].${part}: received ${shown}`, says);
}

export const DEFINITIONS: readonly BadInput[] = [
  whole('no definition', undefined, 'nothing'),
  whole('null as definition', null, 'null'),
  whole('a name as definition', 'Acme', 'a string'),
  whole('a list as definition', [], 'a list of 0'),
  whole('a map as definition', new Map([['name', 'Acme']]), 'a value of type object'),
  whole('a function as definition', () => 'Acme', 'a value of type function'),

  field('a name that a draft has in its place', { name: 'YOUR-NAME' }, 'name: received "YOUR-NAME"', NAME),
  field('such a name in another spelling', { name: '<your_name>' }, 'name: received "<your_name>"', NAME),
  field('a name of a space', { name: ' ' }, 'name: received " "', NAME),
  field('a name of spaces in other scripts', { name: '\u3000\u00a0' }, 'name: received "\u3000\u00a0"', NAME),
  definition('a definition without a name', { name: undefined }, 'DefinitionFieldMissing', 'definition.name: received nothing', 'add this field'),
  definition('a field that is misspelt', { acount: ACCOUNT }, 'DefinitionFieldUnknown', 'definition.acount: received a string', 'did you mean "accounts"? the fields here are name, '),
  definition('a field that does not exist', { colour: 'blue' }, 'DefinitionFieldUnknown', 'definition.colour: received a string', 'the fields here are name, '),
  definition('a field named __proto__', JSON.parse('{"__proto__": {}}'),
    'DefinitionFieldUnknown', 'definition.__proto__: received a value of type object', 'the fields here are'),
  definition('a field named constructor', { constructor: 'Acme' }, 'DefinitionFieldUnknown', 'definition.constructor: received a string', 'the fields here are'),
  definition('a field whose name has a line break', { 'a\nb': 1 }, 'DefinitionFieldUnknown', 'definition.a\\u000ab: received a number', 'the fields here are'),

  field('an empty name', { name: '' }, 'name: received ""', TEXT),
  field('a number as name', { name: 7 }, 'name: received 7', NUMBER),
  field('null as name', { name: null }, 'name: received null', TEXT),
  field('a name of 101 characters', { name: 'n'.repeat(101) }, `name: received "${'n'.repeat(99)}… (103 characters)`, 'at most 100 visible characters on one line'),
  field('a name with a line break', { name: 'Acme\nInc.' }, 'name: received "Acme\\nInc."', 'at most 100 visible characters on one line'),
  field('a name that changes the direction of writing', { name: 'Acme \u202e' }, 'name: received "Acme \\u202e"', 'at most 100 visible characters'),
  field('a partition that does not exist', { partition: 'aws-moon' }, 'partition: received "aws-moon"', 'give one of aws, aws-cn'),
  field('one account in place of a list', { accounts: ACCOUNT }, `accounts: received "${ACCOUNT}"`, NOT_A_LIST),
  field('a number among the accounts', { accounts: [ACCOUNT, 1234] }, 'accounts[1]: received 1234', NUMBER),
  definition('an account of 11 digits', { accounts: ['11112222333'] }, 'AccountIdInvalid', 'definition.accounts[0]: received "11112222333"', 'give the 12 digits'),
  definition('an account in place of a principal', { principals: [ACCOUNT] }, 'ArnInvalid', `definition.principals[0]: received "${ACCOUNT}"`, 'IAM role or user'),
  definition('a wildcard as principal', { principals: ['*'] }, 'ArnWildcard', 'definition.principals[0]: received "*"', 'name its account in accounts, and the pattern in principalArns'),
  field('patterns without an account', { accounts: [], principalArns: [ROLE_ARN] }, `principalArns[0]: received "${ROLE_ARN}"`, 'name the account in accounts'),
  field('an empty list of patterns in a definition', { principalArns: [] }, 'principalArns: received a list of 0', ONE),
  definition('a pattern for an account that is not named', { principalArns: [`arn:aws:iam::${OTHER_ACCOUNT}:role/x`] },
    'PrincipalAccountMismatch', `definition.principalArns[0]: received "arn:aws:iam::${OTHER_ACCOUNT}:role/x"`, `the trusted account is ${ACCOUNT}`),
  definition('a malformed organization', { organizationId: 'acme' }, 'OrganizationIdInvalid', 'definition.organizationId: received "acme"', 'o-a1b2c3d4e5'),
  field('an external-ID rule that does not exist', { externalId: 'always' }, 'externalId: received "always"', 'give one of required, optional, unsupported'),
  field('an issuer that does not exist', { externalIdIssuer: 'both' }, 'externalIdIssuer: received "both"', 'give one of customer, vendor'),
  definition('a role name that is too long', { roleName: 'r'.repeat(65) }, 'NameInvalid', `definition.roleName: received "${'r'.repeat(65)}"`, '1 to 64 characters'),
  field('a mode that does not exist', { modes: ['read', 'list'] }, 'modes[1]: received "list"', 'give one of read, write, readWrite'),
  field('an empty list of modes', { modes: [] }, 'modes: received a list of 0', ONE),
  field('a method that does not exist', { accessMethods: ['sftp'] }, 'accessMethods[0]: received "sftp"', 'give one of role, bucketPolicy, accessKey'),
  field('an empty list of methods', { accessMethods: [] }, 'accessMethods: received a list of 0', ONE),
  definition('a wildcard as action', { readActions: ['s3:Get*'] }, 'ActionUnknown', 'definition.readActions[0]: received "s3:Get*"', 'name one of s3:GetBucketLocation, s3:GetObject, '),
  definition('every action', { writeActions: ['*'] }, 'ActionUnknown', 'definition.writeActions[0]: received "*"', 'name one of'),
  definition('an action of another service', { readActions: ['iam:PassRole'] }, 'ActionUnknown', 'definition.readActions[0]: received "iam:PassRole"', 'name one of'),
  definition('an action in the wrong case', { readActions: ['s3:getobject'] }, 'ActionUnknown', 'definition.readActions[0]: received "s3:getobject"', 'name one of'),
  definition('an action named constructor', { readActions: ['constructor'] }, 'ActionUnknown', 'definition.readActions[0]: received "constructor"', 'name one of'),
  definition('an action that weakens the bucket', { writeActions: ['s3:PutBucketPolicy'] }, 'ActionUnknown', 'definition.writeActions[0]: received "s3:PutBucketPolicy"', 'name one of'),
  definition('a write among the actions for reading', { readActions: ['s3:PutObject'] },
    'ActionWrongMode', 'definition.readActions[0]: received "s3:PutObject"', 'move it to writeActions'),
  definition('a read among the actions for writing', { writeActions: ['s3:GetObjectVersion'] },
    'ActionWrongMode', 'definition.writeActions[0]: received "s3:GetObjectVersion"', 'move it to readActions'),
  field('one action in place of a list', { readActions: 's3:GetObjectVersion' }, 'readActions: received "s3:GetObjectVersion"', NOT_A_LIST),
  field('an encryption that does not exist', { acceptedEncryption: ['KMS'] }, 'acceptedEncryption[0]: received "KMS"', 'give one of AES256, aws:kms, aws:kms:dsse'),
  field('an empty list of encryptions', { acceptedEncryption: [] }, 'acceptedEncryption: received a list of 0', ONE),
  field('a string as switch', { exportOutputs: 'no' }, 'exportOutputs: received "no"', 'give true or false'),
  field('an address without TLS', { documentationUrl: 'http://acme.example' }, 'documentationUrl: received "http://acme.example"', 'starts with https://'),
  field('a script as address', { documentationUrl: 'javascript:alert(1)' }, 'documentationUrl: received "javascript:alert(1)"', 'starts with https://'),
  field('an address with a quote', { documentationUrl: 'https://acme.example/"x' }, 'documentationUrl: received "https://acme.example/\\"x"', 'starts with https://'),
  field('a list of variables', { pathVariables: ['tenant'] }, 'pathVariables: received a list of 1', OBJECT),
  field('a variable with a literal format', { pathVariables: { year: '20??' } }, 'pathVariables.year: received "20??"', 'give one ? for each character'),
  field('a variable that crosses folders', { pathVariables: { year: '*/*' } }, 'pathVariables.year: received "*/*"', 'give one ? for each character'),
  field('a variable of 101 characters', { pathVariables: { year: '?'.repeat(101) } }, `pathVariables.year: received "${'?'.repeat(99)}… (103 characters)`, 'give one ?'),
  field('a variable without a format', { pathVariables: { year: '' } }, 'pathVariables.year: received ""', TEXT),
  field('a number as format', { pathVariables: { year: 4 } }, 'pathVariables.year: received 4', NUMBER),

  field('one companion bucket in place of a list', { companionBuckets: BUCKET }, 'companionBuckets: received a value of type object', NOT_A_LIST),
  field('a name as companion bucket', { companionBuckets: ['acme-transfer'] }, 'companionBuckets[0]: received "acme-transfer"', OBJECT),
  companion('a companion bucket without a name', { bucketName: undefined }, 'DefinitionFieldMissing', '.bucketName: received nothing', 'add this field'),
  companion('a companion bucket without an owner', { ownerAccount: undefined }, 'DefinitionFieldMissing', '.ownerAccount: received nothing', 'add this field'),
  companion('a companion bucket without a mode', { mode: undefined }, 'DefinitionFieldMissing', '.mode: received nothing', 'add this field'),
  companion('a companion bucket with an unknown field', { region: 'eu-west-1' }, 'DefinitionFieldUnknown', '.region: received a string', 'the fields here are bucketName'),
  companion('a companion bucket of an account that is not the vendor\'s', { ownerAccount: '999988887777' }, 'CompanionOwnerInvalid', '.ownerAccount: received "999988887777"', 'give one of the vendor\'s own accounts'),
  companion('a companion bucket with a wildcard', { bucketName: 'acme-*' }, 'ArnWildcard', '.bucketName: received "acme-*"', 'name exactly one bucket'),
  companion('a companion bucket in upper case', { bucketName: 'Acme' }, 'BucketNameInvalid', '.bucketName: received "Acme"', 'general purpose bucket'),
  companion('a companion bucket of a malformed owner', { ownerAccount: 'acme' }, 'AccountIdInvalid', '.ownerAccount: received "acme"', '12 digits'),
  companion('a companion bucket in an unknown mode', { mode: 'admin' }, 'DefinitionFieldInvalid', '.mode: received "admin"', 'give one of read'),
  companion('a companion bucket whose place went missing', { prefixes: undefined }, 'ScopeMissing', ': received no place in the bucket', 'say where: prefixes, or wholeBucket: true'),
  companion('a companion bucket that is not meant as a whole', { prefixes: undefined, wholeBucket: false }, 'ScopeMissing', ': received no place in the bucket', 'say where'),
  companion('a companion bucket with prefixes and as a whole', { wholeBucket: true }, 'ScopeMissing', ': received prefixes together with wholeBucket: true', 'leave out what is not meant'),
  companion('a companion bucket with text as switch', { wholeBucket: 'true' }, 'DefinitionFieldInvalid', '.wholeBucket: received "true"', 'give true or false'),
  companion('a companion bucket with no prefixes', { prefixes: [] }, 'DefinitionFieldInvalid', '.prefixes: received a list of 0', ONE),
  companion('a companion bucket with a wrong prefix', { prefixes: ['in', '/out'] }, 'KeyLeadingSlash', '.prefixes[1]: received "/out"', 'drop it'),

  field('a name as session tag', { sessionTags: ['team'] }, 'sessionTags[0]: received "team"', OBJECT),
  definition('a session tag without a key', { sessionTags: [{ values: ['a'] }] }, 'DefinitionFieldMissing', 'definition.sessionTags[0].key: received nothing', 'add this field'),
  field('a session tag without values', { sessionTags: [{ key: 'team', values: [] }] }, 'sessionTags[0].values: received a list of 0', ONE),
  tag('a session tag with a wildcard as key', { key: '*' }, 'key', '"*"', 'give a key of 1 to 128 letters'),
  tag('a session tag that AWS reserves', { key: 'AWS:team' }, 'key', '"AWS:team"', 'AWS reserves keys that start with aws:'),
  tag('a session tag with a key of 129 characters', { key: 'k'.repeat(129) }, 'key', `"${'k'.repeat(99)}… (131 characters)`, 'give a key of 1 to 128'),
  tag('a session tag with a key beyond U+00FF', { key: 'zespół' }, 'key', '"zespół"', 'give a key of 1 to 128'),
  tag('a session tag with a wildcard as value', { key: 'team', values: ['a', 'b*'] }, 'values[1]', '"b*"', 'give a value of at most 256'),
  tag('a session tag with a value of 257 characters', { key: 'team', values: ['v'.repeat(257)] }, 'values[0]', `"${'v'.repeat(99)}… (259 characters)`, 'give a value of at most 256'),
  tag('a session tag with a value beyond U+00FF', { key: 'team', values: ['zespół'] }, 'values[0]', '"zespół"', 'give a value of at most 256'),

  definition('the marks of a reference in a definition', { roleName: '\u000164|x\u0002' },
    'KeyCharacterInvalid', 'definition.roleName: received "<known at deployment>"', 'remove the control character'),
  definition('the marks of a reference deep in a definition', { companionBuckets: [{ ...BUCKET, bucketName: '\u000163|x\u0002' }] },
    'KeyCharacterInvalid', 'definition.companionBuckets[0].bucketName: received "<known at deployment>"', 'remove the control character'),
  role('a parameter as list of accounts', (scope) => ({
    vendor: Vendor.account(ACCOUNT, { principalArns: new CfnParameter(scope, 'List', { type: 'CommaDelimitedList' }).valueAsList }),
  }), 'ListUnresolved', 'vendor.principalArns: received "a list that is known only at deployment"', 'give the entries one by one'),
  {
    wrong: 'a parameter as list of accounts in a definition',
    code: 'ListUnresolved',
    finding: 'definition.accounts: received "a list that is known only at deployment"',
    says: 'give the entries one by one',
    place: 'Vendor.fromDefinition',
    build: (stack) => void makeDefinition({ accounts: new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList }),
  },

  factory('Vendor.account', 'null as options of an account', 'null', () => Vendor.account(ACCOUNT, null as unknown as VendorAccountOptions)),
  factory('Vendor.account', 'a pattern in place of options', `"${ROLE_ARN}"`, () => Vendor.account(ACCOUNT, ROLE_ARN as VendorAccountOptions)),
  factory('Vendors.cloudglue', 'null as options of Cloudglue', 'null', () => Vendors.cloudglue(null as unknown as CloudglueOptions)),
  factory('Vendors.hotglue', 'an ARN in place of hotglue\'s options', `"${ROLE_ARN}"`, () => Vendors.hotglue(ROLE_ARN as HotglueOptions)),
  factory('Vendors.coactive', 'no options of Coactive', 'nothing', () => Vendors.coactive(undefined as unknown as CoactiveOptions)),
  factory('Vendors.apperate', 'a list in place of Apperate\'s options', 'a list of 0', () => Vendors.apperate([] as ApperateOptions)),
];
