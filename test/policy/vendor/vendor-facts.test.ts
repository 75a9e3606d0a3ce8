import { raising, reference } from '../../../src/policy/base';
import { COMMON_VARIABLES, WHOLE_BUCKET } from '../../../src/policy/grant';
import { checkAccessMethod, definitionWords, fieldsOf, PartitionUse, vendorFacts, VendorWords } from '../../../src/policy/vendor';
import { folders, patternsOf } from '../locations';
import { outcome } from '../outcome';

const ACCOUNT = '111122223333';
const OTHER = '444455556666';
const PARTITION = reference('Partition', 10);
const role = (account: string) => `arn:aws:iam::${account}:role/ingest`;

const WORDS: VendorWords = definitionWords('object', fieldsOf('vendor'));

function facts(fields: object, known?: string) {
  return raising((issues) => vendorFacts({ name: 'Acme', ...fields }, { written: PARTITION, known }, WORDS, issues));
}

test('a vendor with a name alone is pending, and has the defaults', () => {
  expect(facts({})).toEqual({
    name: 'Acme',
    parties: [],
    externalId: 'required',
    roleName: undefined,
    modes: undefined,
    accessMethods: undefined,
    extra: { read: undefined, write: undefined },
    companions: [],
    acceptedEncryption: undefined,
    sessionTags: undefined,
    variables: COMMON_VARIABLES,
    exportOutputs: false,
  });
});

test('all that a definition says is passed on', () => {
  expect(facts({
    externalId: 'unsupported',
    externalIdIssuer: 'vendor',
    accounts: [OTHER],
    roleName: 'acme',
    modes: ['read'],
    accessMethods: ['role'],
    readActions: ['s3:GetObjectVersion'],
    writeActions: ['s3:ListBucket'],
    companionBuckets: [{ bucketName: 'transfer', ownerAccount: OTHER, mode: 'write', prefixes: ['in', 'out/'] }, { bucketName: 'more', ownerAccount: OTHER, mode: 'read', wholeBucket: true }],
    acceptedEncryption: ['AES256'],
    sessionTags: [{ key: 'team', values: ['a'] }],
    pathVariables: { year: '????', any: '*' },
    exportOutputs: true,
    documentationUrl: 'https://acme.example/set-up',
  })).toEqual({
    name: 'Acme',
    parties: [{ arns: [`arn:${PARTITION}:iam::${OTHER}:root`], principalArns: undefined, organizationId: undefined }],
    externalId: 'unsupported',
    roleName: 'acme',
    modes: ['read'],
    accessMethods: ['role'],
    extra: { read: ['s3:GetObjectVersion'], write: ['s3:ListBucket'] },
    companions: [{
      field: 'vendor.companionBuckets[0]',
      bucketArn: `arn:${PARTITION}:s3:::transfer`,
      owner: OTHER,
      mode: 'write',
      scopes: [{ kind: 'folder', path: 'in' }, { kind: 'folder', path: 'out/' }],
      patterns: patternsOf(folders('in', 'out')),
    }, {
      field: 'vendor.companionBuckets[1]', bucketArn: `arn:${PARTITION}:s3:::more`, owner: OTHER, mode: 'read', scopes: WHOLE_BUCKET, patterns: patternsOf(WHOLE_BUCKET),
    }],
    acceptedEncryption: ['AES256'],
    sessionTags: [{ key: 'team', values: ['a'] }],
    variables: { year: '????', any: '*' },
    exportOutputs: true,
  });
});

test.each([
  ['an account', { accounts: [ACCOUNT] }, [{ arns: [`arn:${PARTITION}:iam::${ACCOUNT}:root`] }]],
  ['two accounts', { accounts: [ACCOUNT, OTHER], organizationId: 'o-a1b2c3d4e5' }, [
    { arns: [`arn:${PARTITION}:iam::${ACCOUNT}:root`, `arn:${PARTITION}:iam::${OTHER}:root`], organizationId: 'o-a1b2c3d4e5' },
  ]],
  ['a narrowed account', { accounts: [ACCOUNT], principalArns: [role(ACCOUNT)] }, [
    { arns: [`arn:aws:iam::${ACCOUNT}:root`], principalArns: [role(ACCOUNT)] },
  ]],
  ['patterns for two accounts', { accounts: [ACCOUNT, OTHER], principalArns: [role(OTHER), role(ACCOUNT)] }, [
    { arns: [`arn:aws:iam::${ACCOUNT}:root`, `arn:aws:iam::${OTHER}:root`], principalArns: [role(OTHER), role(ACCOUNT)] },
  ]],
  ['a principal', { principals: [role(ACCOUNT)] }, [{ arns: [role(ACCOUNT)] }]],
  ['an account and a principal', { accounts: [ACCOUNT], principalArns: [role(ACCOUNT)], principals: [role(OTHER)], organizationId: 'o-a1b2c3d4e5' }, [
    { arns: [`arn:aws:iam::${ACCOUNT}:root`], principalArns: [role(ACCOUNT)], organizationId: 'o-a1b2c3d4e5' },
    { arns: [role(OTHER)], organizationId: 'o-a1b2c3d4e5' },
  ]],
])('%s is trusted, each kind in a party of its own', (_, fields, parties) => {
  expect(facts(fields).parties).toEqual(parties);
});

test('a principal must lie in the partition of the stack, where it is known', () => {
  expect(() => facts({ principals: [role(ACCOUNT)] }, 'aws')).not.toThrow();
  expect(() => facts({ principals: [role(ACCOUNT)] }, 'aws-cn')).toThrow(expect.objectContaining({ code: 'PartitionMismatch', field: 'vendor.principals[0]' }));
  expect(() => facts({ accounts: [ACCOUNT], principalArns: [role(ACCOUNT)] }, 'aws-cn'))
    .toThrow(expect.objectContaining({ code: 'PartitionMismatch', field: 'vendor.principalArns[0]' }));
});

test.each<[string, object, string | undefined, string]>([
  ['that a definition says', { accounts: [ACCOUNT], partition: 'aws-cn' }, undefined, 'aws-cn'],
  ['that its ARNs say', { accounts: [ACCOUNT], principals: [`arn:aws-cn:iam::${OTHER}:role/x`] }, undefined, 'aws-cn'],
  ['that its ARNs do not agree on', { accounts: [ACCOUNT], principals: [role(OTHER), `arn:aws-cn:iam::${OTHER}:role/x`] }, undefined, PARTITION],
  ['that only the deployment knows', { accounts: [ACCOUNT], principals: [`arn:${PARTITION}:iam::${OTHER}:role/x`] }, undefined, PARTITION],
  ['that the stack is known to be in', { accounts: [ACCOUNT], partition: 'aws' }, 'aws', PARTITION],
])('a partition %s is written where it has to be', (_, fields, known, written) => {
  expect(facts(fields, known).parties[0].arns).toEqual([`arn:${written}:iam::${ACCOUNT}:root`]);
});

test.each<[string, object, true | undefined]>([
  ['an organization alone', { organizationId: 'o-a1b2c3d4e5' }, true],
  ['an organization with an account', { organizationId: 'o-a1b2c3d4e5', accounts: [ACCOUNT] }, undefined],
  ['nobody at all', {}, undefined],
])('whether %s narrows nobody', (_, fields, narrowsNobody) => {
  expect(facts(fields).narrowsNobody).toBe(narrowsNobody);
});

test.each(['YOUR-NAME', 'your name', '<YourCompany>', 'your_company_name', 'Your-Vendor-Name', 'VendorName', ' ', '\u00a0'])('the name %j is none', (name) => {
  expect(() => facts({ name })).toThrow(expect.objectContaining({
    code: 'DefinitionFieldInvalid', field: 'vendor.name', message: expect.stringContaining('put in the vendor\'s name, as its customers know it'),
  }));
});

test.each(['Yourname & Sons', PARTITION, `${PARTITION} `])('the name %j is one', (name) => {
  expect(facts({ name }).name).toBe(name);
});

test.each<[string, object, string]>([
  ['by its partition', { partition: 'aws' }, 'aws'],
  ['by the ARN of its principal', { principals: [role(ACCOUNT)] }, 'aws'],
  ['by a pattern', { accounts: [ACCOUNT], principalArns: [`arn:aws-iso:iam::${ACCOUNT}:role/a-*`] }, 'aws-iso'],
])('a vendor elsewhere, %s, is the fault of whoever chose the partition', (_, fields, own) => {
  const choosing: PartitionUse = { written: 'aws-cn', known: 'aws-cn', chosenBy: { field: 'region', value: 'cn-north-1' } };
  const { issues } = outcome((found) => vendorFacts({ name: 'Acme', ...fields }, choosing, WORDS, found));
  expect(issues).toEqual([{
    code: 'PartitionMismatch',
    field: 'region',
    received: '"cn-north-1"',
    remedy: `Acme works in partition ${own}; choose a region of that, or ask the vendor for its accounts elsewhere`,
  }]);
});

test('patterns are not blamed for an account that is wrong', () => {
  const { issues } = outcome((found) => vendorFacts({ name: 'Acme', accounts: ['1'], principalArns: [role(ACCOUNT)] }, { written: 'aws' }, WORDS, found));
  expect(issues.map(({ field }) => field)).toEqual(['vendor.accounts[0]']);
});

test('buckets of a vendor are in the partition that its definition says', () => {
  const companionBuckets = [{ bucketName: 'transfer', ownerAccount: ACCOUNT, mode: 'read', wholeBucket: true }];
  expect(facts({ accounts: [ACCOUNT], partition: 'aws-us-gov', companionBuckets }).companions[0].bucketArn).toBe('arn:aws-us-gov:s3:::transfer');
});

test('accounts mean nothing outside the vendor\'s own partition', () => {
  const accounts = { accounts: [ACCOUNT], partition: 'aws' };
  expect(() => facts(accounts, 'aws-us-gov')).toThrow(expect.objectContaining({ code: 'PartitionMismatch', field: 'vendor.partition' }));
  expect(() => facts(accounts, 'aws')).not.toThrow();
  expect(() => facts(accounts)).not.toThrow();
});

test.each([
  [{ accounts: ['1'] }, 'AccountIdInvalid', 'accounts[0]'],
  [{ name: 'a\nb' }, 'DefinitionFieldInvalid', 'name'],
  [{ name: 'a\u200bb' }, 'DefinitionFieldInvalid', 'name'],
  [{ name: 'n'.repeat(101) }, 'DefinitionFieldInvalid', 'name'],
  [{ name: `${PARTITION}${'n'.repeat(101)}` }, 'DefinitionFieldInvalid', 'name'],
  [{ name: 'Acme {{resolve:ssm:x}}' }, 'DefinitionFieldInvalid', 'name'],
  [{ pathVariables: { 'a b': '*' } }, 'DefinitionFieldInvalid', 'pathVariables.a b'],
  [{ pathVariables: { 'a ': '*' } }, 'DefinitionFieldInvalid', 'pathVariables.a '],
  [{ pathVariables: { '{a': '*' } }, 'DefinitionFieldInvalid', 'pathVariables.{a'],
  [{ pathVariables: { ['a'.repeat(65)]: '*' } }, 'DefinitionFieldInvalid', `pathVariables.${'a'.repeat(65)}`],
  [{ documentationUrl: `https://acme.example/${'a'.repeat(1980)}` }, 'DefinitionFieldInvalid', 'documentationUrl'],
  [{ documentationUrl: 'https://acme.example:port/' }, 'DefinitionFieldInvalid', 'documentationUrl'],
  [{ documentationUrl: 'https://acme.example:123456' }, 'DefinitionFieldInvalid', 'documentationUrl'],
  [{ documentationUrl: 'https://user@acme.example/' }, 'DefinitionFieldInvalid', 'documentationUrl'],
  [{ documentationUrl: 'see https://acme.example' }, 'DefinitionFieldInvalid', 'documentationUrl'],
  [{ principals: ['x'] }, 'ArnInvalid', 'principals[0]'],
  [{ accounts: [ACCOUNT], principalArns: [role(OTHER)] }, 'PrincipalAccountMismatch', 'principalArns[0]'],
  [{ principals: [role(ACCOUNT)], principalArns: [role(ACCOUNT)] }, 'DefinitionFieldInvalid', 'principalArns[0]'],
  [{ organizationId: 'x' }, 'OrganizationIdInvalid', 'organizationId'],
  [{ roleName: 'a b' }, 'NameInvalid', 'roleName'],
  [{ readActions: ['s3:Get*'] }, 'ActionUnknown', 'readActions[0]'],
  [{ writeActions: ['s3:PutObject', 's3:GetObject'] }, 'ActionWrongMode', 'writeActions[1]'],
  [{ accounts: [ACCOUNT], companionBuckets: [{ bucketName: 'abc', ownerAccount: ACCOUNT, mode: 'read' }] }, 'ScopeMissing', 'companionBuckets[0]'],
  [{ accounts: [ACCOUNT], companionBuckets: [{ bucketName: 'abc', ownerAccount: ACCOUNT, mode: 'read', prefixes: ['a'], wholeBucket: true }] }, 'ScopeMissing', 'companionBuckets[0]'],
  [{ companionBuckets: [{ bucketName: 'A', ownerAccount: ACCOUNT, mode: 'read' }] }, 'BucketNameInvalid', 'companionBuckets[0].bucketName'],
  [{ companionBuckets: [{ bucketName: 'abc', ownerAccount: '1', mode: 'read' }] }, 'AccountIdInvalid', 'companionBuckets[0].ownerAccount'],
  [{ accounts: [ACCOUNT], companionBuckets: [{ bucketName: 'abc', ownerAccount: ACCOUNT, mode: 'read', prefixes: ['a//b'] }] }, 'KeySegmentInvalid', 'companionBuckets[0].prefixes[0]'],
  [{ companionBuckets: [{ bucketName: 'abc', ownerAccount: ACCOUNT, mode: 'read' }] }, 'CompanionOwnerInvalid', 'companionBuckets[0].ownerAccount'],
  [{ sessionTags: [{ key: 'aws:x' }] }, 'SessionTagInvalid', 'sessionTags[0].key'],
  [{ sessionTags: [{ key: 'a' }, { key: 'A' }] }, 'SessionTagInvalid', 'sessionTags[1].key'],
  [{ sessionTags: [{ key: 'a', values: ['x', '*'] }] }, 'SessionTagInvalid', 'sessionTags[0].values[1]'],
  [{ pathVariables: { a: '?*' } }, 'DefinitionFieldInvalid', 'pathVariables.a'],
  [{ documentationUrl: 'https://' }, 'DefinitionFieldInvalid', 'documentationUrl'],
  [{ documentationUrl: 'https://a b' }, 'DefinitionFieldInvalid', 'documentationUrl'],
])('fails for %j', (fields, code, field) => {
  expect(() => facts(fields)).toThrow(expect.objectContaining({ code, field: `vendor.${field}` }));
});

test.each(['A', 'n'.repeat(100), 'Müller & Söhne', `Acme ${PARTITION}`])('%j is a name', (name) => {
  expect(facts({ name }).name).toBe(name);
});

test.each(['https://acme.example', 'https://acme.example:8443/docs', `https://acme.example/${'a'.repeat(1979)}`])('%s is an address', (documentationUrl) => {
  expect(() => facts({ documentationUrl })).not.toThrow();
});

test.each(['year', 'a.b-c_D9', 'v'.repeat(64)])('%s is the name of a variable', (name) => {
  expect(facts({ pathVariables: { [name]: '*' } }).variables).toEqual({ [name]: '*' });
});

describe('a bucket of the vendor\'s own', () => {
  const BUCKET = { bucketName: 'transfer', ownerAccount: ACCOUNT, mode: 'read', prefixes: ['in'] };
  const companions = (...companionBuckets: object[]) => {
    const { result, issues } = outcome((found) =>
      vendorFacts({ name: 'Acme', accounts: [ACCOUNT], companionBuckets }, { written: 'aws' }, WORDS, found));
    return { buckets: result?.companions.map(({ field }) => field), wrong: issues.map(({ field }) => field) };
  };

  test.each<[string, object]>([
    ['bucketName', { bucketName: 'A' }],
    ['ownerAccount', { ownerAccount: OTHER }],
    ['prefixes[0]', { prefixes: ['a//b'] }],
  ])('is left out where its %s is wrong, and others are not', (name, wrong) => {
    expect(companions({ ...BUCKET, ...wrong }, BUCKET)).toEqual({
      buckets: ['vendor.companionBuckets[1]'], wrong: [`vendor.companionBuckets[0].${name}`],
    });
    expect(companions(BUCKET)).toEqual({ buckets: ['vendor.companionBuckets[0]'], wrong: [] });
  });
});

describe('a way to connect', () => {
  test('is any, where the vendor names none, or one of those that it names', () => {
    expect(() => checkAccessMethod(facts({}), 'accessKey', 'vendor', String)).not.toThrow();
    expect(() => checkAccessMethod(facts({ accessMethods: ['role', 'bucketPolicy'] }), 'bucketPolicy', 'vendor', String)).not.toThrow();
  });

  test('fails where the vendor names others', () => {
    expect(() => checkAccessMethod(facts({ accessMethods: ['accessKey', 'bucketPolicy'] }), 'role', 'vendor', (methods) => `try ${methods.join(' or ')}`))
      .toThrow('MethodNotSupported: vendor: received "Acme"; it connects by accessKey or bucketPolicy only; try accessKey or bucketPolicy');
  });
});

test('actions for one half are not those for the other', () => {
  expect(facts({ readActions: ['s3:ListBucket'] })!.extra).toEqual({ read: ['s3:ListBucket'], write: undefined });
  expect(facts({ writeActions: ['s3:ListBucket'] })!.extra).toEqual({ read: undefined, write: ['s3:ListBucket'] });
});
