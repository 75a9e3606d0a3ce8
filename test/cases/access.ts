import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BadInput, bucketAccess, makeBucketAccess, makeRole, makeUser, options, role, ROLE_ARN, user } from './bad-input';
import { S3Access, S3AccessOptions, S3KeyScope, Vendor, Vendors, VendorS3AccessRole } from '../../src';

const MAKE = 'use S3Access.read, S3Access.write or S3Access.readWrite';
const SWITCHES = ['versions', 'tagging', 'acl', 'delete', 'list', 'multipartListing', 'requireTls', 'pinBucketOwner'] as const;

function wrongMode(option: keyof S3AccessOptions, mode: 'read' | 'write', wanted: string): BadInput {
  return options(mode, `${option} with S3Access.${mode}`, { [option]: true }, 'OptionNotInMode', `access[0].${option}: received true`, `S3Access.${mode} has nothing to switch there; use S3Access.${wanted} or S3Access.readWrite, or leave it out`);
}

export const ACCESS: readonly BadInput[] = [
  role('no access', { access: [] }, 'AccessEmpty', 'access: received a list of 0', 'declare at least one S3Access'),
  role('access left out', { access: undefined }, 'ValueTypeInvalid', 'access: received nothing', 'give a list'),
  role('null as access', { access: null }, 'ValueTypeInvalid', 'access: received null', 'give a list'),
  role('one declaration in place of a list', (_, bucket) => ({ access: S3Access.read(bucket, { wholeBucket: true }) }),
    'ValueTypeInvalid', 'access: received a value of type object', 'give a list'),
  role('a string as access', { access: 'read' }, 'ValueTypeInvalid', 'access: received "read"', 'give a list'),
  role('nothing among the access', { access: [undefined] }, 'AccessTypeInvalid', 'access[0]: received nothing', MAKE),
  role('null among the access', (_, bucket) => ({ access: [S3Access.read(bucket, { wholeBucket: true }), null] }), 'AccessTypeInvalid', 'access[1]: received null', MAKE),
  role('a bucket among the access', (_, bucket) => ({ access: [bucket] }), 'AccessTypeInvalid', 'access[0]: received a value of type object', MAKE),
  role('an object like access', (_, bucket) => ({ access: [{ bucket, mode: 'read', options: {} }] }),
    'AccessTypeInvalid', 'access[0]: received a value of type object', MAKE),
  bucketAccess('no access in a bucket policy', { access: [] }, 'AccessEmpty', 'access: received a list of 0', 'at least one'),
  bucketAccess('access to a bucket policy left out', { access: undefined }, 'ValueTypeInvalid', 'access: received nothing', 'give a list'),
  user('no access of a user', { access: [] }, 'AccessEmpty', 'access: received a list of 0', 'at least one'),
  user('access of a user left out', { access: undefined }, 'ValueTypeInvalid', 'access: received nothing', 'give a list'),

  role('the same access twice', (_, bucket) => ({ access: [S3Access.read(bucket, { wholeBucket: true }), S3Access.read(bucket, { wholeBucket: true })] }),
    'AccessDuplicate', 'access[1]: received "s3://<known at deployment>/"', 'declare it once'),
  role('one folder in two spellings', (_, bucket) => ({
    access: [S3Access.read(bucket, { prefixes: ['raw', 'edited'] }), S3Access.read(bucket, { prefixes: ['edited/'], keys: [S3KeyScope.folder('raw/')] })],
  }), 'AccessDuplicate', 'access[1]: received "s3://<known at deployment>/edited/, s3://<known at deployment>/raw/"', 'declare it once'),
  role('one bucket by name and by ARN', (stack) => ({
    access: [S3Access.read(Bucket.fromBucketName(stack, 'ByName', 'orders'), { wholeBucket: true }), S3Access.read(Bucket.fromBucketArn(stack, 'ByArn', 'arn:aws:s3:::orders'), { wholeBucket: true })],
  }), 'AccessDuplicate', 'access[1]: received "s3://orders/"', 'declare it once'),

  options('read', 'a misspelt option', { prefix: ['raw'] } as object, 'PropertyUnknown', 'access[0].options.prefix: received a list of 1', 'the properties are acl, bucketOwner, delete'),
  options('read', 'an option named like a property of all objects', { toString: true } as object, 'PropertyUnknown', 'access[0].options.toString: received true', 'the properties are'),
  role('a placement that does not exist', { policyPlacement: 'Managed' }, 'ValueTypeInvalid', 'policyPlacement: received "Managed"', 'give one of inline, managed'),
  role('a choice of bucket policies that does not exist', { bucketPolicies: true }, 'ValueTypeInvalid', 'bucketPolicies: received true', 'give one of whenNeeded, always, never'),

  wrongMode('versions', 'write', 'read'),
  wrongMode('acl', 'read', 'write'),
  wrongMode('multipartListing', 'read', 'write'),
  ...SWITCHES.map((name) => options('readWrite', `a string as ${name}`, { wholeBucket: true, [name]: 'false' }, 'ValueTypeInvalid', `access[0].${name}: received "false"`, 'give true or false')),
  options('read', 'null as list', { wholeBucket: true, list: null }, 'ValueTypeInvalid', 'access[0].list: received null', 'give true or false'),
  options('read', 'zero as requireTls', { wholeBucket: true, requireTls: 0 }, 'ValueTypeInvalid', 'access[0].requireTls: received 0', 'give true or false'),
  ...[null, 'raw', ['raw'], 5].map((given) => role(`${JSON.stringify(given)} as options`, (_, bucket) => ({ access: [S3Access.read(bucket, given as S3AccessOptions)] }),
    'ValueTypeInvalid', `access[0].options: received ${Array.isArray(given) ? 'a list of 1' : JSON.stringify(given)}`, 'give an object with named properties')),

  role('writing for a vendor that only reads', (_, bucket) => ({ vendor: Vendors.apperate(), externalId: undefined, access: [S3Access.write(bucket, { wholeBucket: true })] }),
    'ModeNotSupported', 'access[0]: received S3Access.write', 'IEX Cloud Apperate has a use for read only'),
  role('reading and writing for a vendor that only reads', (_, bucket) => ({
    vendor: Vendors.coactive({ roleArn: ROLE_ARN }), externalId: undefined, access: [S3Access.readWrite(bucket, { wholeBucket: true })],
  }), 'ModeNotSupported', 'access[0]: received S3Access.readWrite', 'Coactive has a use for read only'),

  {
    wrong: 'no further access',
    code: 'AccessEmpty',
    finding: 'access: received a list of 0',
    says: 'declare at least one S3Access',
    build: (stack) => makeRole(stack, {}).addAccess(),
  },
  {
    wrong: 'nothing as further access',
    code: 'AccessTypeInvalid',
    finding: 'access[1]: received nothing',
    says: MAKE,
    build: (stack) => makeRole(stack, {}).addAccess(undefined as unknown as S3Access),
  },
  {
    wrong: 'further access that is declared already',
    code: 'AccessDuplicate',
    finding: 'access[1]: received "s3://<known at deployment>/"',
    says: 'declare it once',
    build: (stack) => {
      const access = makeRole(stack, {});
      access.addAccess(S3Access.read(stack.node.findChild('Bucket') as Bucket, { wholeBucket: true }));
    },
  },
  {
    wrong: 'further access in a bucket policy with a wrong prefix',
    code: 'KeyLeadingSlash',
    finding: 'access[1].prefixes[0]: received "/raw"',
    says: 'drop it',
    build: (stack) => makeBucketAccess(stack, {}).addAccess(S3Access.write(stack.node.findChild('Bucket') as Bucket, { prefixes: ['/raw'] })),
  },
  {
    wrong: 'no further access of a user',
    code: 'AccessEmpty',
    finding: 'access: received a list of 0',
    says: 'declare at least one S3Access',
    build: (stack) => makeUser(stack, {}).addAccess(),
  },
  {
    wrong: 'a wrong prefix below a construct whose name has a line break',
    code: 'VendorTypeInvalid',
    finding: 'vendor: received nothing',
    says: 'use Vendor.account',
    place: 'Test/Odd\\u000aName',
    build: (stack) => void new VendorS3AccessRole(stack, 'Odd\nName', { vendor: undefined as unknown as Vendor, access: [] }),
  },
];
