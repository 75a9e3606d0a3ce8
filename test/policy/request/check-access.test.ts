import { Issue, Issues, reference } from '../../../src/policy/base';
import { KeyScope, Location, PlaceRequest, WHOLE_BUCKET } from '../../../src/policy/grant';
import { EVERY_KEY } from '../../../src/policy/grant/key-scope';
import { patternsFrom } from '../../../src/policy/pattern';
import { AccessRequest, checkAccess, checkKey, KeyRequest, OwnerRequest, Surroundings } from '../../../src/policy/request';
import { VendorData } from '../../../src/policy/vendor';
import { accessRequest, HERE, plainVendor } from '../door';
import { patternsOf } from '../locations';

const FIELD = 'buckets[0]';
const ACCOUNT = '111122223333';
const OTHER = '444455556666';
const PARTITION = reference('Partition', 10);
/** Where nobody knows the partition. */
const ANYWHERE: Surroundings = { partition: { written: PARTITION } };

/** Where ARNs are written with a reference, and the partition is known nevertheless. */
const THERE: Surroundings = { partition: { written: PARTITION, known: 'aws' } };
const REGION = reference('Region', 16);
const ACCOUNT_LATER = reference('AccountId', 12);

function keyArn(region: string): string {
  return `arn:aws:kms:${region}:${ACCOUNT}:key/1234abcd`;
}

function viaS3(region: string): string[] {
  return [`s3.${region}.amazonaws.com`];
}

function run(more: Partial<AccessRequest>, data: Partial<VendorData>, surroundings: Surroundings): { location?: Location; issues: Issue[] } {
  const issues = new Issues();
  const location = checkAccess(accessRequest(more), plainVendor({ data: { name: 'Acme', ...data }, kind: 'any' }, HERE), surroundings, issues);
  return { location, issues: issues.all };
}

/** The bucket `orders`, or another one. */
function bucket(more: Partial<AccessRequest['bucket']>): Partial<AccessRequest> {
  return { bucket: { field: `${FIELD}.bucket`, bucket: { name: 'orders' }, ...more } };
}

function owner(more: Partial<OwnerRequest>): Partial<AccessRequest> {
  return { owner: { apparent: { field: 'bucket', value: ACCOUNT }, ...more } };
}

function stated(value: string): OwnerRequest['stated'] {
  return { field: 'bucketOwner', value };
}

function keys(key: KeyRequest['key'], region?: string): Pick<AccessRequest, 'kmsKeys'> {
  return { kmsKeys: [{ field: 'key', key, region }] };
}

function parts(...scopes: KeyScope[]): Partial<AccessRequest> {
  const place: PlaceRequest = {
    field: FIELD, parts: scopes.map((scope, i) => ({ field: `${FIELD}.parts[${i}]`, scope })), wholeBucket: false, words: { parts: 'a folder', whole: 'all' },
  };
  return { place };
}

const FOLDER: KeyScope = { kind: 'folder', path: 'raw' };
const OBJECT: KeyScope = { kind: 'object', key: 'a' };

/** What follows from a request with nothing else in it. */
const LOCATION: Location = {
  field: FIELD,
  bucketArn: 'arn:aws:s3:::orders',
  owner: ACCOUNT,
  requireTls: true,
  scopes: WHOLE_BUCKET,
  patterns: patternsFrom(FIELD, [EVERY_KEY]),
  actions: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
  kmsKeys: [],
  acceptedEncryption: undefined,
};

function inParts(...scopes: KeyScope[]): Partial<Location> {
  return { scopes, patterns: patternsFrom(FIELD, patternsOf(scopes)) };
}

const UNLISTED = ['s3:GetBucketLocation', 's3:GetObject'];

test.each<[string, Partial<AccessRequest>, Partial<Location>, Surroundings?, Partial<VendorData>?]>([
  ['nothing said', {}, {}],
  ['no pin of the owner', { pinOwner: false }, { owner: undefined }],
  ['no demand of TLS', { requireTls: false }, { requireTls: false }],
  ['another place of the declaration', { field: 'access[7]' }, { field: 'access[7]', patterns: patternsFrom('access[7]', [EVERY_KEY]) }],

  ['a bucket by name, in the partition as it is written', {}, { bucketArn: `arn:${PARTITION}:s3:::orders` }, THERE],
  ['a bucket by ARN', bucket({ bucket: { arn: 'arn:aws:s3:::orders' } }), {}],
  ['a bucket by ARN, in the partition as it is written', bucket({ bucket: { arn: 'arn:aws:s3:::orders' } }), { bucketArn: `arn:${PARTITION}:s3:::orders` }, THERE],
  ['a bucket by ARN, whose name comes later', bucket({ bucket: { arn: `arn:${PARTITION}:s3:::${reference('Name', 63)}` } }), {
    bucketArn: `arn:aws:s3:::${reference('Name', 63)}`,
  }],
  ['a bucket by ARN, whose partition is written out where none is known', bucket({ bucket: { arn: 'arn:aws-cn:s3:::orders' } }), { bucketArn: 'arn:aws-cn:s3:::orders' }, ANYWHERE],
  ['a bucket by ARN, whose partition comes later', bucket({ bucket: { arn: `arn:${reference('Other', 10)}:s3:::orders` } }), { bucketArn: `arn:${PARTITION}:s3:::orders` }, ANYWHERE],
  ['a bucket by an ARN that comes later', bucket({ bucket: { arn: reference('Arn', 83) } }), { bucketArn: reference('Arn', 83) }, THERE],

  ['an owner that is stated', owner({ stated: stated(OTHER) }), { owner: OTHER }],
  ['an owner that is stated and not certain', owner({ stated: stated(OTHER), certain: false }), { owner: OTHER }],
  ['an owner that is stated and the certain one', owner({ stated: stated(ACCOUNT), certain: true }), {}],
  ['an owner that is certain alone', owner({ certain: true }), {}],
  ['an owner that is stated later', owner({ stated: stated(ACCOUNT_LATER), certain: true }), { owner: ACCOUNT_LATER }],
  ['an owner that is certain later', { owner: { apparent: { field: 'bucket', value: ACCOUNT_LATER }, stated: stated(OTHER), certain: true } }, { owner: OTHER }],

  ['a key', keys({ arn: keyArn('eu-west-1') }), { kmsKeys: [{ keyArn: keyArn('eu-west-1'), viaService: viaS3('eu-west-1') }] }],
  ['a key whose region is told', keys({ arn: reference('Key', 100) }, 'eu-west-3'), { kmsKeys: [{ keyArn: reference('Key', 100), viaService: viaS3('eu-west-3') }] }],
  ['a key in the region of the bucket', { ...keys({ arn: keyArn('eu-west-1') }), ...bucket({ region: 'eu-west-1' }) }, {
    kmsKeys: [{ keyArn: keyArn('eu-west-1'), viaService: viaS3('eu-west-1') }],
  }],
  ['a key whose region comes later', { ...keys({ arn: reference('Key', 100) }, REGION), ...bucket({ region: 'eu-west-1' }) }, {
    kmsKeys: [{ keyArn: reference('Key', 100), viaService: viaS3(REGION) }],
  }],
  ['a key by alias', keys({ alias: 'alias/orders', keysArn: keyArn('*') }, 'eu-west-1'), {
    kmsKeys: [{ aliasName: 'alias/orders', keysArn: keyArn('*'), viaService: viaS3('eu-west-1') }],
  }],
  ['a key by alias, in the region of all keys', keys({ alias: 'alias/orders', keysArn: keyArn('eu-west-2') }), {
    kmsKeys: [{ aliasName: 'alias/orders', keysArn: keyArn('eu-west-2'), viaService: viaS3('eu-west-2') }],
  }],

  ['an encryption that the vendor accepts', bucket({ encryption: 'aws:kms' }), {}, HERE, { acceptedEncryption: ['AES256', 'aws:kms'] }],
  ['an encryption that is not known', bucket({ encryption: undefined }), {}, HERE, { acceptedEncryption: ['AES256'] }],
  ['an encryption of a vendor that takes any', bucket({ encryption: 'aws:kms' }), {}],

  ['single objects, unlisted', { ...parts(OBJECT), options: { list: false } }, { ...inParts(OBJECT), actions: UNLISTED }],
  ['single objects, and nothing said of a listing', parts(OBJECT), inParts(OBJECT)],
  ['single objects, and other options', { ...parts(OBJECT), options: { tagging: false } }, inParts(OBJECT)],
  ['a folder, listed', { ...parts(FOLDER), options: { list: true } }, inParts(FOLDER)],
  ['a single object and a folder, listed', { ...parts(OBJECT, FOLDER), options: { list: true } }, inParts(OBJECT, FOLDER)],
])('access: %s', (_, request, differs, surroundings = HERE, data = {}) => {
  expect(run(request, data, surroundings)).toEqual({ location: { ...LOCATION, ...differs }, issues: [] });
});

const CHINESE = 'arn:aws-cn:s3:::orders';
const ALIAS_ARN = 'arn:aws:kms:eu-west-1:111122223333:alias/orders';
const CHINESE_KEY = keyArn('cn-north-1').replace('aws', 'aws-cn');
const NO_ACCOUNT = 'give the 12 digits of an AWS account ID';
const LIST_WITHOUT_PREFIX: Issue = {
  code: 'ListWithoutPrefix',
  field: `${FIELD}.list`,
  received: 'true',
  remedy: 'a listing shows every key that starts alike; declare a folder or S3KeyScope.startingWith, or drop list',
};

test.each<[string, Partial<AccessRequest>, Issue, Partial<VendorData>?]>([
  ['a mode that the vendor does not offer', { mode: { field: 'mode', value: 'readWrite' } },
    { code: 'ModeNotSupported', field: 'mode', received: '"readWrite"', remedy: 'Acme has a use for read and write only' }, { modes: ['read', 'write'] }],
  ['a mode that is none', { mode: { field: 'mode', value: 'delete' as 'read' } },
    { code: 'ValueTypeInvalid', field: 'mode', received: '"delete"', remedy: 'give one of read, write, readWrite' }],
  ['a mode that is misspelt', { mode: { field: 'mode', value: 'reed' as 'read' } },
    { code: 'ValueTypeInvalid', field: 'mode', received: '"reed"', remedy: 'did you mean "read"? give one of read, write, readWrite' }],
  ['a mode that is misspelt, of a vendor that offers some', { mode: { field: 'mode', value: 'wrte' as 'read' } },
    { code: 'ModeNotSupported', field: 'mode', received: '"wrte"', remedy: 'did you mean "write"? Acme has a use for write only' }, { modes: ['write'] }],
  ['a mode as a program writes it', { mode: { field: 'access[0]', value: 'write', written: 'S3Access.write' } },
    { code: 'ModeNotSupported', field: 'access[0]', received: 'S3Access.write', remedy: 'Acme has a use for read only' }, { modes: ['read'] }],
  ['an option of another mode', { options: { acl: true } },
    { code: 'OptionNotInMode', field: `${FIELD}.acl`, received: 'true', remedy: 'S3Access.read has nothing to switch there; use S3Access.write or S3Access.readWrite, or leave it out' }],
  ['an option of a mode that the vendor does not offer', { options: { acl: true } },
    { code: 'OptionNotInMode', field: `${FIELD}.acl`, received: 'true', remedy: 'S3Access.read has nothing to switch there; leave it out' }, { modes: ['read'] }],

  ['a name of a bucket', bucket({ bucket: { name: 'a' } }), {
    code: 'BucketNameInvalid',
    field: `${FIELD}.bucket`,
    received: '"a"',
    remedy: 'give the name of a general purpose bucket: 3 to 63 lower-case letters, digits, dots and hyphens',
  }],
  ['an ARN of a bucket', bucket({ bucket: { arn: 'orders' } }),
    { code: 'ArnInvalid', field: `${FIELD}.bucket`, received: '"orders"', remedy: 'give a bucket whose ARN is arn:aws:s3:::<bucket>' }],
  ['a bucket of another partition', bucket({ bucket: { arn: CHINESE } }), {
    code: 'PartitionMismatch',
    field: `${FIELD}.bucket`,
    received: `"${CHINESE}"`,
    remedy: 'this is used in partition aws; name a bucket of that partition',
  }],

  ['an owner', { owner: { apparent: { field: 'bucket', value: '1' } } }, { code: 'AccountIdInvalid', field: 'bucket', received: '"1"', remedy: NO_ACCOUNT }],
  ['an owner that is stated', owner({ stated: stated('1') }), { code: 'AccountIdInvalid', field: 'bucketOwner', received: '"1"', remedy: NO_ACCOUNT }],
  ['an owner other than the certain one', owner({ stated: stated(OTHER), certain: true }), {
    code: 'BucketOwnerConflict',
    field: 'bucketOwner',
    received: `"${OTHER}"`,
    remedy: `this app creates the bucket in account ${ACCOUNT}; leave bucketOwner out`,
  }],

  ['an alias', keys({ alias: 'orders', keysArn: keyArn('eu-west-1') }),
    { code: 'AliasInvalid', field: 'key', received: '"orders"', remedy: 'give an alias such as alias/orders' }],
  ['an ARN of a key', keys({ arn: 'orders' }),
    { code: 'ArnInvalid', field: 'key', received: '"orders"', remedy: 'give the ARN of a key, arn:aws:kms:<region>:<account>:key/<id>' }],
  ['a key of another partition', keys({ arn: CHINESE_KEY }), {
    code: 'PartitionMismatch',
    field: 'key',
    received: `"${CHINESE_KEY}"`,
    remedy: 'this is used in partition aws; name a key of that partition',
  }],
  ['a key of another region', { ...keys({ arn: keyArn('eu-west-1') }), ...bucket({ region: 'eu-west-2' }) }, {
    code: 'KmsKeyRegionMismatch',
    field: 'key',
    received: `"${keyArn('eu-west-1')}"`,
    remedy: 'the bucket lies in eu-west-2, and S3 uses keys of the bucket\'s region only',
  }],
  ['a key that is told to be in another region', { ...keys({ arn: keyArn('eu-west-2') }, 'eu-west-1'), ...bucket({ region: 'eu-west-2' }) }, {
    code: 'KmsKeyRegionMismatch',
    field: 'key',
    received: 'a key in eu-west-1',
    remedy: 'the bucket lies in eu-west-2, and S3 uses keys of the bucket\'s region only',
  }],

  ['a key by an alias in another region', { ...keys({ alias: 'alias/orders', keysArn: keyArn('eu-west-1') }), ...bucket({ region: 'eu-west-2' }) }, {
    code: 'KmsKeyRegionMismatch',
    field: 'key',
    received: 'a key in eu-west-1',
    remedy: 'the bucket lies in eu-west-2, and S3 uses keys of the bucket\'s region only',
  }],
  ['an ARN of an alias', keys({ arn: ALIAS_ARN }),
    { code: 'ArnInvalid', field: 'key', received: `"${ALIAS_ARN}"`, remedy: 'this is the ARN of an alias, which allows nothing on the key; give the ARN of the key itself' }],
  ['an ARN of an alias in a program', { kmsKeys: [{ field: 'key', key: { arn: ALIAS_ARN }, byAlias: 'fromAliasName' }] },
    { code: 'ArnInvalid', field: 'key', received: `"${ALIAS_ARN}"`, remedy: 'this is the ARN of an alias, which allows nothing on the key; give the ARN of the key itself, or fromAliasName' }],

  ['an encryption that the vendor refuses', bucket({ encryption: 'aws:kms:dsse' }), {
    code: 'EncryptionRefusedByVendor',
    field: `${FIELD}.bucket`,
    received: 'a bucket that encrypts with aws:kms:dsse by default',
    remedy: 'Acme accepts AES256 and aws:kms only; change the default encryption of the bucket',
  }, { acceptedEncryption: ['AES256', 'aws:kms'] }],

  ['a listing of single objects', { ...parts(OBJECT, { kind: 'object', key: 'b' }), options: { list: true } }, LIST_WITHOUT_PREFIX],
  ['a listing of what is no place', { ...parts({ kind: 'object', key: '/a' }), options: { list: true } },
    { code: 'KeyLeadingSlash', field: `${FIELD}.parts[0]`, received: '"/a"', remedy: 'S3 keys do not start with a slash; drop it' }],
])('no access: %s', (_, request, issue, data = {}) => {
  expect(run(request, data, HERE)).toEqual({ location: undefined, issues: [issue] });
});

test('all that is wrong with access is told at once', () => {
  const { location, issues } = run({
    mode: { field: 'mode', value: 'delete' as 'read' },
    options: { acl: 'yes' as never },
    ...parts({ kind: 'object', key: '/a' }),
    kmsKeys: [{ field: 'keys[0]', key: { arn: 'a' } }, { field: 'keys[1]', key: { arn: keyArn('eu-west-1') } }, { field: 'keys[2]', key: { arn: 'b' } }],
    owner: { apparent: { field: 'owner', value: '1' } },
    ...bucket({ bucket: { name: 'a' } }),
  }, {}, HERE);
  expect(location).toBeUndefined();
  expect(issues.map(({ field }) => field)).toEqual(['mode', `${FIELD}.acl`, `${FIELD}.parts[0]`, 'keys[0]', 'keys[2]', 'owner', `${FIELD}.bucket`]);
});

test('a key alone may be of any partition where none is told', () => {
  const request: KeyRequest = { field: 'key', key: { arn: CHINESE_KEY } };
  expect(() => checkKey(request)).not.toThrow();
  expect(() => checkKey(request, { written: 'aws-cn', known: 'aws-cn' })).not.toThrow();
  expect(() => checkKey(request, { written: 'aws', known: 'aws' })).toThrow(expect.objectContaining({ code: 'PartitionMismatch', field: 'key' }));
});
