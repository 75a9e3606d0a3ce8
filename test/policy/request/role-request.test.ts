import { Issue, Issues, raising, reference } from '../../../src/policy/base';
import { ALWAYS, condition } from '../../../src/policy/document';
import { compileIdentity, Location, ScopeWords, WHOLE_BUCKET } from '../../../src/policy/grant';
import { EVERY_KEY } from '../../../src/policy/grant/key-scope';
import { patternsFrom } from '../../../src/policy/pattern';
import { BucketInput, CheckedRole, checkRole, plainAccess, Surroundings, surroundingsIn } from '../../../src/policy/request';
import { VendorData, VendorFacts } from '../../../src/policy/vendor';
import { toJson } from '../../../src/policy/write';
import { HERE, plainLocation, plainTrust, plainVendor } from '../door';
import { folders, patternsOf } from '../locations';
const PARTITION = reference('Partition', 10);
const THERE: Surroundings = { partition: { written: PARTITION } };
const THEIR_ACCOUNT = reference('AccountId', 12);
const ROLE = 'arn:aws:iam::999988887777:role/ingest';
const USER = 'arn:aws:iam::999988887777:user/ingest';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd';
const ACME: VendorData = { name: 'Acme', accounts: ['999988887777'] };
const PENDING: VendorData = { name: 'Acme' };
const ACCESS: Plain = { bucketName: 'orders', prefix: '', wholeBucket: true, mode: 'read', keyArn: '' };
const IN_FOLDER = { wholeBucket: false, prefix: 'raw' } as const;

/** What was typed, and what a template knows beside it. */
type Plain = BucketInput & { readonly account?: string; readonly keyRegion?: string };

/** What was typed, through the door. */
function typedAccess(facts: VendorFacts, { account = '111122223333', keyRegion, ...input }: Plain, surroundings: Surroundings, words = FORM): Location {
  const request = plainAccess(input, { field: 'buckets[0]', vendor: facts, account, words });
  return plainLocation(facts, { ...request, kmsKeys: request.kmsKeys.map((key) => ({ ...key, region: keyRegion })) }, surroundings);
}

const FORM: ScopeWords = { parts: 'a folder', whole: 'the whole bucket' };

function vendor(more: Partial<VendorData> = {}, data = ACME): VendorFacts {
  return plainVendor({ data: { ...data, ...more }, kind: 'any' }, HERE);
}

function failing(code: string, field: string, detail: string) {
  return expect.objectContaining({ code, field, detail: expect.stringContaining(detail) });
}

describe('a vendor', () => {
  test('has the principals of its definition', () => {
    expect(vendor().parties).toEqual([{ arns: ['arn:aws:iam::999988887777:root'], principalArns: undefined, organizationId: undefined }]);
    expect(vendor({}, PENDING).parties).toEqual([]);
  });

  test('has the principal that the customer names', () => {
    const facts = plainVendor({ data: PENDING, kind: 'role', principalArn: ROLE }, HERE);
    expect(facts.parties).toEqual([{ arns: [ROLE], organizationId: undefined }]);
    expect(facts.name).toBe('Acme');
    const principalArn = reference('VendorPrincipalArn', 620);
    expect(plainVendor({ data: PENDING, kind: 'any', principalArn }, THERE).parties).toEqual([{ arns: [principalArn], organizationId: undefined }]);
  });

  test('has its ARNs in the partition, known or not', () => {
    expect(plainVendor({ data: ACME, kind: 'any' }, THERE).parties[0].arns).toEqual([`arn:${PARTITION}:iam::999988887777:root`]);
    // What only the deployment knows cannot be compared.
    expect(plainVendor({ data: { ...ACME, partition: 'aws-cn' }, kind: 'any' }, THERE).parties).toHaveLength(1);
    expect(plainVendor({ data: PENDING, kind: 'any', principalArn: ROLE }, THERE).parties).toHaveLength(1);
  });

  test.each<[string, Parameters<typeof plainVendor>[0], unknown]>([
    ['of another kind', { data: PENDING, kind: 'role', principalArn: USER }, failing('ArnInvalid', 'principalArn', 'IAM role')],
    ['of a kind that is a user', { data: PENDING, kind: 'user', principalArn: ROLE }, failing('ArnInvalid', 'principalArn', 'IAM user')],
    ['of another partition', { data: PENDING, kind: 'any', principalArn: ROLE.replace('aws', 'aws-cn') }, failing('PartitionMismatch', 'principalArn', 'partition aws;')],
    ['that is empty', { data: PENDING, kind: 'any', principalArn: '' }, failing('ArnInvalid', 'principalArn', '""')],
  ])('fails: a principal %s', (_, given, error) => {
    expect(() => plainVendor(given, HERE)).toThrow(error as Error);
  });

  test('fails: a definition that is wrong, or of another partition', () => {
    expect(() => vendor({ accounts: ['1'] })).toThrow(failing('AccountIdInvalid', 'vendor.accounts[0]', '"1"'));
    expect(() => vendor({ partition: 'aws-cn' })).toThrow(failing('PartitionMismatch', 'vendor.partition', 'partition aws;'));
    expect(() => plainVendor({ data: { name: '' }, kind: 'any', principalArn: ROLE }, HERE)).toThrow(failing('DefinitionFieldInvalid', 'vendor.name', '""'));
  });
});

describe('trust', () => {
  const NOBODY = { effect: 'Deny', principals: { AWS: ['*'] }, actions: ['sts:AssumeRole'], resources: [], conditions: ALWAYS };

  test('is for the vendor with the external ID', () => {
    expect(plainTrust(vendor(), 'k3J-2f9a')).toEqual([{
      effect: 'Allow',
      principals: { AWS: ['arn:aws:iam::999988887777:root'] },
      actions: ['sts:AssumeRole'],
      resources: [],
      conditions: condition('StringEquals', 'sts:ExternalId', 'k3J-2f9a'),
      from: ['vendor'],
    }]);
  });

  test('carries the tags that the vendor sets', () => {
    const statements = plainTrust(vendor({ sessionTags: [{ key: 'tenant' }] }), 'k3J-2f9a');
    expect(statements.flatMap(({ actions }) => actions)).toEqual(['sts:AssumeRole', 'sts:TagSession']);
  });

  test('has a statement for each kind of principal', () => {
    expect(plainTrust(vendor({ principals: ['arn:aws:iam::444455556666:role/x'] }), 'k3J-2f9a').map(({ principals }) => principals)).toEqual(
      [{ AWS: ['arn:aws:iam::444455556666:role/x'] }, { AWS: ['arn:aws:iam::999988887777:root'] }]);
  });

  test('has no external ID where the vendor sends none', () => {
    const [{ effect, conditions }, ...others] = plainTrust(vendor({ externalId: 'unsupported' }), undefined);
    expect([effect, conditions, others]).toEqual(['Allow', ALWAYS, []]);
  });

  test('lets nobody in while the vendor is pending, with an external ID or without', () => {
    expect(plainTrust(vendor({}, PENDING), undefined)).toEqual([NOBODY]);
    expect(plainTrust(vendor({}, PENDING), 'k3J-2f9a')).toEqual([NOBODY]);
  });

  test.each<[string, VendorFacts, string | undefined, unknown]>([
    ['no external ID', vendor(), undefined, failing('ExternalIdMissing', 'externalId', 'received nothing; agree on an ID with Acme')],
    ['no external ID for a vendor that may send one', vendor({ externalId: 'optional' }), undefined, failing('ExternalIdMissing', 'externalId', 'Acme')],
    ['a malformed external ID', vendor(), 'a b', failing('ExternalIdFormat', 'externalId', '"a b"')],
    ['a malformed external ID of a pending vendor', vendor({}, PENDING), 'a b', failing('ExternalIdFormat', 'externalId', '"a b"')],
    ['an external ID that is not sent', vendor({ externalId: 'unsupported' }), 'k3J',
      failing('ExternalIdNotSupported', 'externalId', 'received "k3J"; Acme sends none and could never assume the role; leave it out')],
  ])('fails: %s', (_, facts, externalId, error) => {
    expect(() => plainTrust(facts, externalId)).toThrow(error as Error);
  });
});

describe('a location', () => {
  const LOCATION = {
    field: 'buckets[0]',
    bucketArn: 'arn:aws:s3:::orders',
    owner: '111122223333',
    requireTls: true,
    scopes: WHOLE_BUCKET,
    patterns: patternsFrom('buckets[0]', [EVERY_KEY]),
    actions: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
    kmsKeys: [],
    acceptedEncryption: undefined,
  };
  const WRITING = ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'];
  const encrypted = vendor({ acceptedEncryption: ['aws:kms'] });
  const NAME = reference('BucketName', 63);
  const FOLDER = reference('Prefix', 1024);

  test.each<[string, VendorFacts, Partial<Plain>, Surroundings, object]>([
    ['of a whole bucket', vendor(), {}, HERE, {}],
    ['of a folder', vendor(), IN_FOLDER, HERE, { scopes: folders('raw'), patterns: patternsFrom('buckets[0]', patternsOf(folders('raw'))) }],
    ['that is written to', vendor(), { mode: 'write' }, HERE, { actions: WRITING }],
    ['that is written to with encryption', encrypted, { mode: 'write' }, HERE, { actions: WRITING, acceptedEncryption: ['aws:kms'] }],
    ['that is read, of a vendor with encryption', encrypted, {}, HERE, {}],
    ['with the extra actions and variables of the vendor', vendor({ readActions: ['s3:GetObjectVersion'], pathVariables: { x: '*' } }), {}, HERE, {
      actions: ['s3:GetBucketLocation', 's3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'].sort(),
    }],
    ['in a mode that the vendor offers', vendor({ modes: ['read'] }), {}, HERE, {}],
    ['with a key', vendor(), { keyArn: KEY }, HERE, { kmsKeys: [{ keyArn: KEY, viaService: ['s3.eu-west-1.amazonaws.com'] }] }],
    ['with a key whose region is told', vendor(), { keyArn: reference('Key', 100), keyRegion: reference('Region', 16), account: THEIR_ACCOUNT }, THERE, {
      bucketArn: `arn:${PARTITION}:s3:::orders`,
      owner: THEIR_ACCOUNT,
      kmsKeys: [{ keyArn: reference('Key', 100), viaService: [`s3.${reference('Region', 16)}.amazonaws.com`] }],
    }],
    ['with a key of a partition that is not known', vendor(), { keyArn: KEY.replace('aws', 'aws-cn'), account: THEIR_ACCOUNT }, THERE, {
      bucketArn: `arn:${PARTITION}:s3:::orders`,
      owner: THEIR_ACCOUNT,
      kmsKeys: [{ keyArn: KEY.replace('aws', 'aws-cn'), viaService: ['s3.eu-west-1.amazonaws.com'] }],
    }],
    ['of parameters', vendor(), { bucketName: NAME, wholeBucket: false, prefix: FOLDER }, HERE, { bucketArn: `arn:aws:s3:::${NAME}`, scopes: folders(FOLDER), patterns: patternsFrom('buckets[0]', patternsOf(folders(FOLDER))) }],
    ['of a folder whose name is an asterisk', vendor(), { ...IN_FOLDER, prefix: '*/' }, HERE, { scopes: folders('*/'), patterns: patternsFrom('buckets[0]', patternsOf(folders('*/'))) }],
  ])('%s', (_, facts, access, surroundings, differs) => {
    const location = typedAccess(facts, { ...ACCESS, ...access }, surroundings);
    expect(location).toEqual({ ...LOCATION, ...differs });
    expect(Object.keys(location).sort()).toEqual(Object.keys(LOCATION).sort());
  });

  test.each<[string, VendorFacts, Partial<Plain>, Surroundings, unknown]>([
    ['a mode that the vendor does not offer', vendor({ modes: ['read', 'write'] }), { mode: 'readWrite' }, HERE,
      failing('ModeNotSupported', 'buckets[0].mode', 'received "readWrite"; Acme has a use for read and write only')],
    ['an unknown mode', vendor(), { mode: 'delete' as any }, HERE, failing('ValueTypeInvalid', 'buckets[0].mode', 'received "delete"; give one of read, write, readWrite')],
    ['a bucket', vendor(), { bucketName: 'Orders' }, HERE, failing('BucketNameInvalid', 'buckets[0].bucketName', '"Orders"')],
    ['a folder', vendor(), { ...IN_FOLDER, prefix: '/raw' }, HERE, failing('KeyLeadingSlash', 'buckets[0].prefix', '"/raw"')],
    ['no place', vendor(), { wholeBucket: false }, HERE, failing('ScopeMissing', 'buckets[0].prefix', 'received no place in the bucket; say where: a folder, or the whole bucket')],
    ['a folder and the whole bucket', vendor(), { prefix: 'raw' }, HERE, failing('ScopeMissing', 'buckets[0].prefix', 'received a folder together with the whole bucket')],
    ['the word of a template for the whole bucket', vendor(), { ...IN_FOLDER, prefix: '*' }, HERE, failing('ScopeMissing', 'buckets[0].prefix', 'received "*"; if the whole bucket is meant, say so')],
    ['an account', vendor(), { account: '12' }, HERE, failing('AccountIdInvalid', 'accountId', '"12"')],
    ['a key', vendor(), { keyArn: 'key' }, HERE, failing('ArnInvalid', 'buckets[0].keyArn', '"key"')],
    ['a key of another partition', vendor(), { keyArn: KEY.replace('aws', 'aws-cn') }, HERE,
      failing('PartitionMismatch', 'buckets[0].keyArn', 'partition aws;')],
  ])('fails: %s', (_, facts, access, surroundings, error) => {
    expect(() => typedAccess(facts, { ...ACCESS, ...access }, surroundings)).toThrow(error as Error);
  });

  test('fails in the words of whoever typed it', () => {
    const words = { parts: '--prefix', whole: '--whole-bucket' };
    const typed = (access: Partial<Plain>) => () => typedAccess(vendor(), { ...ACCESS, ...access }, HERE, words);
    expect(typed({ wholeBucket: false })).toThrow(failing('ScopeMissing', 'buckets[0].prefix', 'say where: --prefix, or --whole-bucket'));
    expect(typed({ prefix: 'raw' })).toThrow(failing('ScopeMissing', 'buckets[0].prefix', 'received --prefix together with --whole-bucket'));
    expect(typed({ ...IN_FOLDER, prefix: '*' })).toThrow(failing('ScopeMissing', 'buckets[0].prefix', 'if --whole-bucket is meant, say so'));
  });

  test('may lie in a folder whose name only starts or ends like that word', () => {
    for (const prefix of ['**', '*a', 'a*', '*/a', 'a/*']) {
      expect(typedAccess(vendor(), { ...ACCESS, ...IN_FOLDER, prefix }, HERE).scopes).toEqual([{ kind: 'folder', path: prefix }]);
    }
  });
});

describe('permissions', () => {
  const transfer = { ...ACME, companionBuckets: [{ bucketName: 'acme-transfer', ownerAccount: '999988887777', mode: 'write', wholeBucket: true }] };
  const role = (buckets: readonly BucketInput[], accountId = '111122223333') => raising((issues) => checkRole({
    vendor: transfer, kind: 'any', accountId, region: 'eu-west-1', externalId: 'k3J-2f9a', buckets, words: FORM,
  }, issues));

  test('are those of all locations, and of the vendor\'s own buckets', () => {
    const { companions, access } = role([{ ...ACCESS, ...IN_FOLDER }, { ...ACCESS, bucketName: 'ledger', mode: 'write' }]);
    const { Statement } = toJson(compileIdentity([...companions, ...access], {}));
    const tls = { Bool: { 'aws:SecureTransport': 'true' } };
    const own = { ...tls, StringEquals: { 'aws:ResourceAccount': '111122223333' } };
    const writing = ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'];
    expect(Statement).toHaveLength(5);
    expect(Statement).toEqual(expect.arrayContaining([
      { Effect: 'Allow', Action: writing, Resource: 'arn:aws:s3:::acme-transfer/*', Condition: { ...tls, StringEquals: { 'aws:ResourceAccount': '999988887777' } } },
      { Effect: 'Allow', Action: writing, Resource: 'arn:aws:s3:::ledger/*', Condition: own },
      { Effect: 'Allow', Action: 's3:GetBucketLocation', Resource: 'arn:aws:s3:::orders', Condition: own },
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/raw/*', Condition: own },
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::orders', Condition: { ...own, StringLike: { 's3:prefix': 'raw/*' } } },
    ]));
  });

  test('fail: a vendor\'s bucket that is the customer\'s', () => {
    expect(() => role([ACCESS], '999988887777')).toThrow(failing('CompanionOwnerInvalid', 'accountId', '999988887777'));
  });
});

test('all that is wrong is told at once, each at its field', () => {
  const wrong = {
    vendor: { ...ACME, modes: ['read'] },
    kind: 'any',
    accountId: '12',
    region: 'Ireland',
    externalId: 'your-external-id',
    roleName: 'a b',
    words: FORM,
    buckets: [
      { bucketName: 'Orders', prefix: '/a', wholeBucket: false, mode: 'write', keyArn: 'key' },
      { bucketName: 'ledger', prefix: '', wholeBucket: false, mode: '', keyArn: '' },
      ACCESS, ACCESS,
    ],
  } as const;
  const issues = new Issues();
  expect(checkRole(wrong, issues)).toBeUndefined();
  expect(issues.all.map(({ field, code }) => [field, code])).toEqual([
    ['region', 'RegionInvalid'], ['accountId', 'AccountIdInvalid'], ['externalId', 'ExternalIdPlaceholder'], ['roleName', 'NameInvalid'],
    ['buckets[0].mode', 'ModeNotSupported'], ['buckets[0].prefix', 'KeyLeadingSlash'], ['buckets[0].keyArn', 'ArnInvalid'],
    ['buckets[0].bucketName', 'BucketNameInvalid'], ['buckets[1].prefix', 'ScopeMissing'], ['buckets[3].bucketName', 'AccessDuplicate'],
  ]);
});

describe('a role', () => {
  type Request = Parameters<typeof checkRole>[0];

  const OWNER = '111122223333';
  const VENDOR = '999988887777';

  function run(more: Partial<Request> = {}): { role?: CheckedRole; issues: Issue[] } {
    const issues = new Issues();
    const role = checkRole({
      vendor: ACME, kind: 'any', accountId: OWNER, region: 'eu-west-1', externalId: 'k3J-2f9a', buckets: [ACCESS], words: FORM, ...more,
    }, issues);
    return { role, issues: issues.all };
  }

  const KNOWN: Surroundings = { partition: { written: 'aws', known: 'aws', chosenBy: { field: 'region', value: 'eu-west-1' } } };
  const TRUST: CheckedRole['trust'][number] = {
    effect: 'Allow',
    principals: { AWS: [`arn:aws:iam::${VENDOR}:root`] },
    actions: ['sts:AssumeRole'],
    resources: [],
    conditions: condition('StringEquals', 'sts:ExternalId', 'k3J-2f9a'),
    from: ['vendor'],
  };
  const ORDERS: Location = {
    field: 'buckets[0]',
    bucketArn: 'arn:aws:s3:::orders',
    owner: OWNER,
    requireTls: true,
    scopes: WHOLE_BUCKET,
    patterns: patternsFrom('buckets[0]', [EVERY_KEY]),
    actions: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
    kmsKeys: [],
  };
  const ROLE_OF: CheckedRole = {
    vendor: vendor(), surroundings: KNOWN, trust: [TRUST], roleName: undefined, companions: [], access: [ORDERS],
  };
  const COMPANY = { bucketName: 'acme-transfer', ownerAccount: VENDOR, mode: 'read', wholeBucket: true };
  const COMPANION: Location = {
    ...ORDERS,
    field: 'vendor.companionBuckets[0]',
    bucketArn: 'arn:aws:s3:::acme-transfer',
    owner: VENDOR,
    patterns: patternsFrom('vendor.companionBuckets[0]', [EVERY_KEY]),
  };

  test.each<[string, Partial<Request>, Partial<CheckedRole>]>([
    ['of a vendor', {}, {}],
    ['of no bucket', { buckets: [] }, { access: [] }],
    ['in a partition of its region', { region: 'cn-north-1' }, {
      vendor: { ...vendor(), parties: [{ ...vendor().parties[0], arns: [`arn:aws-cn:iam::${VENDOR}:root`] }] },
      surroundings: { partition: { written: 'aws-cn', known: 'aws-cn', chosenBy: { field: 'region', value: 'cn-north-1' } } },
      trust: [{ ...TRUST, principals: { AWS: [`arn:aws-cn:iam::${VENDOR}:root`] } }],
      access: [{ ...ORDERS, bucketArn: 'arn:aws-cn:s3:::orders' }],
    }],
    ['in a region that comes later', { region: undefined }, {
      vendor: { ...vendor(), parties: [{ ...vendor().parties[0], arns: [`arn:${PARTITION}:iam::${VENDOR}:root`] }] },
      surroundings: THERE,
      trust: [{ ...TRUST, principals: { AWS: [`arn:${PARTITION}:iam::${VENDOR}:root`] } }],
      access: [{ ...ORDERS, bucketArn: `arn:${PARTITION}:s3:::orders` }],
    }],
    ['in an account that comes later', { accountId: undefined }, { access: [{ ...ORDERS, owner: THEIR_ACCOUNT }] }],
    ['of a principal that the customer names', { vendor: PENDING, kind: 'role', principalArn: ROLE }, {
      vendor: plainVendor({ data: PENDING, kind: 'role', principalArn: ROLE }, HERE),
      trust: [{ ...TRUST, principals: { AWS: [ROLE] } }],
    }],
    ['of a vendor that works with roles', { vendor: { ...ACME, accessMethods: ['role'] } }, { vendor: vendor({ accessMethods: ['role'] }) }],
    ['with the name that the vendor demands', { vendor: { ...ACME, roleName: 'acme' } }, { vendor: vendor({ roleName: 'acme' }), roleName: 'acme' }],
    ['with the name that the customer gives', { roleName: 'mine' }, { roleName: 'mine' }],
    ['with a bucket of the vendor', { vendor: { ...ACME, companionBuckets: [COMPANY] } }, {
      vendor: vendor({ companionBuckets: [COMPANY] }), companions: [COMPANION],
    }],
    ['with a bucket of the vendor, and an account that comes later', { vendor: { ...ACME, companionBuckets: [COMPANY] }, accountId: undefined }, {
      vendor: vendor({ companionBuckets: [COMPANY] }),
      companions: [{ ...COMPANION, notOwner: THEIR_ACCOUNT }],
      access: [{ ...ORDERS, owner: THEIR_ACCOUNT }],
    }],
  ])('%s', (_, request, differs) => {
    expect(run(request)).toEqual({ role: { ...ROLE_OF, ...differs }, issues: [] });
  });

  const ACCOUNTS = (count: number) => Array.from({ length: count }, (_, i) => `${100000000000 + i}`);

  test.each<[string, Partial<Request>, Issue[]]>([
    ['a region', { region: 'Ireland' }, [{ code: 'RegionInvalid', field: 'region', received: '"Ireland"', remedy: 'give a region such as eu-west-1' }]],
    ['an account', { accountId: '1' }, [{ code: 'AccountIdInvalid', field: 'accountId', received: '"1"', remedy: 'give the 12 digits of an AWS account ID' }]],
    ['a definition', { vendor: { name: 'Acme', accounts: ['1'] } },
      [{ code: 'AccountIdInvalid', field: 'vendor.accounts[0]', received: '"1"', remedy: 'give the 12 digits of an AWS account ID' }]],
    ['no definition', { vendor: undefined as never },
      [{ code: 'DefinitionFieldInvalid', field: 'vendor', received: 'nothing', remedy: 'give an object with named fields' }]],
    ['a vendor of another partition', { vendor: { ...ACME, partition: 'aws-cn' } },
      [{
        code: 'PartitionMismatch',
        field: 'region',
        received: '"eu-west-1"',
        remedy: 'Acme works in partition aws-cn; choose a region of that, or ask the vendor for its accounts elsewhere',
      }]],
    ['a principal of another kind', { vendor: PENDING, kind: 'role', principalArn: USER }, [{
      code: 'ArnInvalid', field: 'principalArn', received: `"${USER}"`, remedy: 'give the ARN of an IAM role, arn:aws:iam::<account>:role/<name>',
    }]],
    ['a vendor that connects otherwise', { vendor: { ...ACME, accessMethods: ['bucketPolicy', 'accessKey'] } },
      [{ code: 'MethodNotSupported', field: 'vendor', received: '"Acme"', remedy: 'it connects by bucketPolicy or accessKey only; if it can assume a role, add role to its accessMethods' }]],
    ['no external ID', { externalId: undefined },
      [{ code: 'ExternalIdMissing', field: 'externalId', received: 'nothing', remedy: 'agree on an ID with Acme' }]],
    ['a name other than the vendor demands', { vendor: { ...ACME, roleName: 'acme' }, roleName: 'mine' },
      [{ code: 'RoleNameFixed', field: 'roleName', received: '"mine"', remedy: 'Acme works with acme only; leave it out' }]],
    ['an account that is the vendor\'s', { vendor: { ...ACME, companionBuckets: [COMPANY] }, accountId: VENDOR }, [{
      code: 'CompanionOwnerInvalid',
      field: 'accountId',
      received: `"${VENDOR}"`,
      remedy: 'Acme says that this account is its own; give the one that has your buckets',
    }]],
    ['a bucket twice', { buckets: [ACCESS, ACCESS] },
      [{ code: 'AccessDuplicate', field: 'buckets[1].bucketName', received: '"orders"', remedy: 'declare it once' }]],
    ['a bucket of the vendor as one of the customer', { vendor: { ...ACME, companionBuckets: [COMPANY] }, buckets: [{ ...ACCESS, bucketName: 'acme-transfer' }] }, [{
      code: 'BucketOwnerConflict',
      field: 'buckets[0].bucketName',
      received: '"acme-transfer"',
      remedy: `a bucket has one owner, and here it is ${OWNER}, elsewhere ${VENDOR}`,
    }]],
    ['a bucket in another region than its key', { region: 'eu-west-2', buckets: [{ ...ACCESS, keyArn: KEY }] }, [{
      code: 'KmsKeyRegionMismatch',
      field: 'buckets[0].keyArn',
      received: `"${KEY}"`,
      remedy: 'the bucket lies in eu-west-2, and S3 uses keys of the bucket\'s region only',
    }]],
  ])('fails: %s', (_, request, issues) => {
    expect(run(request)).toEqual({ role: undefined, issues });
  });

  test('fails: more trust than IAM takes', () => {
    expect(run({ vendor: { ...ACME, accounts: ACCOUNTS(10) } }).issues).toEqual([]);
    const { role, issues } = run({ vendor: { ...ACME, accounts: ACCOUNTS(60) } });
    expect(role).toBeUndefined();
    expect(issues).toEqual([{
      code: 'TrustPolicyTooLarge',
      field: 'externalId',
      received: expect.stringMatching(/^"\d{4} characters of trust policy"$/),
      remedy: 'IAM takes 2048 by default; use a shorter external ID',
    }]);
  });

  test('is in a partition as its region says', () => {
    expect(surroundingsIn('us-gov-west-1')).toEqual({ partition: { written: 'aws-us-gov', known: 'aws-us-gov', chosenBy: { field: 'region', value: 'us-gov-west-1' } } });
    expect(surroundingsIn(undefined)).toEqual(THERE);
  });
});
