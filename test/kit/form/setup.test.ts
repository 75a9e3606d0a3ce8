import { Stack } from 'aws-cdk-lib';
import { Vendor } from '../../../src';
import { checkSetup, defaultRoleName, KitFacts, Setup, SetupInput } from '../../../src/kit/form';
import { describeRole } from '../../../src/policy/aws';
import { detailOf } from '../../../src/policy/base';
import { offeredModes } from '../../../src/policy/vendor';
import { definitionOf } from '../../support/catalogue';
import { DeployedTemplate } from '../../support/deployed-template';
import { PolicyDocumentJson } from '../../support/policy-document';
import {
  bucketOf, construct, documentsOf, factsOf, FIVE, HOSTILE, HOSTILE_PREFIXES, inputFor, inputOf, KEY, Known, REGION, ROLE_ARN, setupOf, USER_ARN,
} from '../setup-support';

const HOSTILE_VENDOR: Known = { facts: factsOf(HOSTILE), principalArn: '', vendor: Vendor.fromDefinition(HOSTILE) };

const VENDORS = { ...FIVE, hostile: HOSTILE_VENDOR };

const OTHER_KEY = `arn:aws:kms:${REGION}:444455556666:key/mrk-1234abcd12ab34cd56ef1234567890ab`;

function expectEqual(setup: Setup, vendor: Vendor, partition = 'aws', urlSuffix = 'amazonaws.com'): void {
  const role = construct({ ...setup, roleName: setup.roleNameFixed ? undefined : setup.roleName }, vendor);
  const { region, accountId: account } = setup;
  const documents = documentsOf(Stack.of(role), { partition, urlSuffix, region, account });
  expect(setup.trust).toEqual(documents.trust);
  expect([setup.inlinePolicy, ...setup.managedPolicies]).toEqual(documents.permissions);
  expect(setup.roleName).toBe(documents.roleName);
  expect(describeRole(setup.facts.vendor.name)).toBe(documents.description);
}

/** All that policies allow, one action and resource at a time, each once. */
function atoms(policies: readonly unknown[]): string[] {
  const list = (value: unknown) => [value].flat();
  const all = (policies as PolicyDocumentJson[]).flatMap(({ Statement }) => Statement.flatMap(({ Action, Resource, ...rest }) =>
    list(Action).flatMap((action) => list(Resource).map((resource) => canonical({ ...rest, action, resource })))));
  return [...new Set(all)].sort();
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item) => (typeof item === 'object' && !Array.isArray(item)
    ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
    : item));
}

describe('a set-up is what the construct makes', () => {
  const modes = Object.entries(VENDORS).flatMap(([name, vendor]) => offeredModes(vendor.facts.vendor.modes).map((mode) => ({ name, vendor, mode })));

  test.each(modes)('$name, $mode', ({ vendor: { facts, principalArn, vendor }, mode }) => {
    for (const prefix of ['', 'raw', 'raw/2025/']) {
      for (const keyArn of ['', KEY]) {
        expectEqual(setupOf(facts, inputFor(facts, principalArn, { buckets: [bucketOf({ mode, prefix, keyArn }), bucketOf({ bucketName: 'ledger', mode })] })), vendor);
      }
    }
  });

  test.each(['apperate', 'hotglue'])('%s, before it has named its principal', (name) => {
    const { facts } = FIVE[name];
    for (const externalId of ['', 'k3J-2f9a']) {
      const setup = setupOf(facts, inputFor(facts, '', { externalId }));
      expect(setup.pending).toBe(true);
      expect(setup.trust.Statement).toEqual([expect.objectContaining({ Effect: 'Deny', Principal: { AWS: '*' } })]);
      expectEqual(setup, Vendor.fromDefinition(facts.vendor as any));
    }
  });

  test.each(HOSTILE_PREFIXES)('prefix %j', (prefix) => {
    const { facts, vendor } = FIVE.creativeForce;
    const input = inputFor(facts, '', { buckets: [bucketOf({ prefix, mode: 'readWrite' })] });
    const { setup, issues } = checkSetup(facts, input);
    expect(issues).toEqual([]);
    expectEqual(setup!, vendor);
  });

  test.each([
    ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
    ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
    ['eusc-de-east-1', 'aws-eusc', 'amazonaws.eu'],
  ])('region %s', (region, partition, urlSuffix) => {
    const { facts } = FIVE.apperate;
    const user = USER_ARN.replace('arn:aws:', `arn:${partition}:`);
    const keyArn = KEY.replace('arn:aws:', `arn:${partition}:`).replace(REGION, region);
    const setup = setupOf(facts, inputFor(facts, user, { region, buckets: [bucketOf({ keyArn })] }));
    expectEqual(setup, Vendor.fromDefinition({ ...definitionOf('apperate'), principals: [user] }), partition, urlSuffix);
  });

  test('permissions beyond the inline policy', () => {
    const facts = { ...FIVE.cloudglue.facts, slots: 40 };
    const buckets = Array.from({ length: 40 }, (_, i) => bucketOf({ bucketName: `bucket-${i}`, prefix: `p${i}/${'x'.repeat(200)}`, mode: 'readWrite' }));
    const setup = setupOf(facts, inputFor(facts, '', { buckets }));
    expect(setup.managedPolicies.length).toBeGreaterThan(1);
    // The construct reserves room for the partition, so that it divides elsewhere; together they say the same.
    const { permissions } = documentsOf(Stack.of(construct({ ...setup, roleName: undefined }, FIVE.cloudglue.vendor)));
    expect(atoms([setup.inlinePolicy, ...setup.managedPolicies])).toEqual(atoms(permissions));
  });

  test('the role name that a customer chooses', () => {
    const { facts, vendor, principalArn } = FIVE.hotglue;
    expectEqual(setupOf(facts, inputFor(facts, principalArn, { roleName: '-Ac,me=@' })), vendor);
  });

  test('the mode is the narrowest that the vendor has a use for', () => {
    expect(setupOf(FIVE.hotglue.facts, inputFor(FIVE.hotglue.facts, ROLE_ARN)).buckets[0].mode).toBe('read');
    const writer = factsOf({ name: 'Writer', accounts: ['999988887777'], modes: ['readWrite', 'write'] as any });
    expect(setupOf(writer, inputFor(writer, '')).buckets[0].mode).toBe('write');
  });

  test('a principal is not taken where the definition names one', () => {
    const { facts } = FIVE.cloudglue;
    const setup = setupOf(facts, inputFor(facts, 'arn:aws:iam::444455556666:role/other'));
    expect(JSON.stringify(setup.trust)).not.toContain('444455556666');
    expect(setup.principalArn).toBeUndefined();
  });
});

describe('a key of another account', () => {
  const { facts, vendor } = FIVE.creativeForce;

  test('is for its owner to allow, as the construct hands it off', () => {
    const setup = setupOf(facts, inputFor(facts, '', {
      roleName: 'cf',
      buckets: [bucketOf({ prefix: 'raw', keyArn: OTHER_KEY }), bucketOf({ bucketName: 'ledger', mode: 'readWrite', keyArn: OTHER_KEY }), bucketOf({ bucketName: 'own', keyArn: KEY })],
    }));
    const role = construct({ ...setup, roleName: 'cf' }, vendor);
    const handOffs = role.handOffs.filter(({ resource }) => resource === OTHER_KEY);
    const { intrinsics } = DeployedTemplate.of(Stack.of(role));
    expect(setup.keyHandOffs).toHaveLength(1);
    expect(setup.keyHandOffs).toEqual(handOffs.map(({ resource, statements }) =>
      ({ keyArn: resource, statements: intrinsics.evaluate(Stack.of(role).resolve(statements)) })));
  });

  test('is none where the keys are the customer\'s own', () => {
    expect(setupOf(facts, inputFor(facts, '', { buckets: [bucketOf({ keyArn: KEY })] })).keyHandOffs).toEqual([]);
  });
});

test('a folder whose objects are encrypted with an older and a newer key is no access twice', () => {
  const bucket = bucketOf({ prefix: 'a', keyArn: KEY });
  expect(checkSetup(FIVE.cloudglue.facts, inputFor(FIVE.cloudglue.facts, '', { buckets: [bucket, { ...bucket, keyArn: KEY.replace(/.$/, '9') }] })).issues).toEqual([]);
});

describe('what is wrong is reported at its field', () => {
  const custom = factsOf({ name: 'Acme', accounts: ['999988887777'] });
  const china = factsOf({ name: 'Acme', accounts: ['999988887777'], partition: 'aws-cn' });
  const cloudglue = FIVE.cloudglue.facts;
  const good = { externalId: 'k3J-2f9a' };
  const cases: Array<{ name: string; facts?: KitFacts; input: Partial<SetupInput>; errors: Record<string, string>; construct?: false }> = [
    { name: 'account', input: { ...good, accountId: '12' }, errors: { accountId: 'AccountIdInvalid' } },
    { name: 'no account', input: { ...good, accountId: '' }, errors: { accountId: 'AccountIdInvalid' }, construct: false },
    { name: 'region', input: { ...good, region: 'Ireland' }, errors: { region: 'RegionInvalid' }, construct: false },
    { name: 'partition of the vendor', facts: china, input: good, errors: { region: 'PartitionMismatch' } },
    { name: 'partition of a principal in the definition', facts: FIVE.creativeForce.facts, input: { ...good, region: 'cn-north-1' }, errors: { region: 'PartitionMismatch' } },
    { name: 'account of the vendor', facts: cloudglue, input: { ...good, accountId: '992382634011' }, errors: { accountId: 'CompanionOwnerInvalid' } },
    { name: 'no external ID', input: {}, errors: { externalId: 'ExternalIdMissing' } },
    { name: 'external ID', input: { externalId: 'a b' }, errors: { externalId: 'ExternalIdFormat' } },
    { name: 'external ID from a guide', input: { externalId: 'your-external-id' }, errors: { externalId: 'ExternalIdPlaceholder' } },
    { name: 'external ID of a pending vendor', facts: FIVE.hotglue.facts, input: { externalId: 'a b' }, errors: { externalId: 'ExternalIdFormat' } },
    { name: 'external ID that is not sent', facts: FIVE.coactive.facts, input: { ...good, principalArn: ROLE_ARN }, errors: { externalId: 'ExternalIdNotSupported' } },
    {
      name: 'trust policy',
      facts: factsOf({ name: 'Acme', accounts: Array.from({ length: 30 }, (_, i) => `9999888877${10 + i}`) }),
      input: { externalId: 'x'.repeat(1224) },
      errors: { externalId: 'TrustPolicyTooLarge' },
    },
    { name: 'principal', facts: FIVE.hotglue.facts, input: { ...good, principalArn: 'arn:aws:iam::999988887777:root' }, errors: { principalArn: 'ArnInvalid' } },
    { name: 'kind of principal', facts: FIVE.apperate.facts, input: { ...good, principalArn: ROLE_ARN }, errors: { principalArn: 'ArnInvalid' } },
    { name: 'partition of the principal', facts: FIVE.apperate.facts, input: { ...good, region: 'cn-north-1', principalArn: USER_ARN }, errors: { principalArn: 'PartitionMismatch' } },
    { name: 'role name', input: { ...good, roleName: 'a b' }, errors: { roleName: 'NameInvalid' } },
    { name: 'fixed role name', facts: cloudglue, input: { ...good, roleName: 'mine' }, errors: { roleName: 'RoleNameFixed' } },
    { name: 'no bucket', input: { ...good, buckets: [] }, errors: { buckets: 'AccessEmpty' } },
    { name: 'too many buckets', input: { ...good, buckets: ['a1b', 'a2b', 'a3b', 'a4b'].map((bucketName) => bucketOf({ bucketName })) }, errors: { buckets: 'SlotsInvalid' }, construct: false },
    { name: 'bucket', input: { ...good, buckets: [bucketOf({ bucketName: 'Orders' })] }, errors: { 'buckets[0].bucketName': 'BucketNameInvalid' } },
    {
      name: 'bucket of the vendor',
      facts: cloudglue,
      input: { ...good, buckets: [bucketOf({ bucketName: 'cloudglue-external-transfer' })] },
      errors: { 'buckets[0].bucketName': 'BucketOwnerConflict' },
    },
    { name: 'bucket pattern', input: { ...good, buckets: [bucketOf({ bucketName: '*' })] }, errors: { 'buckets[0].bucketName': 'ArnWildcard' }, construct: false },
    { name: 'leading slash', input: { ...good, buckets: [bucketOf({ prefix: '/a' })] }, errors: { 'buckets[0].prefix': 'KeyLeadingSlash' } },
    { name: 'empty segment', input: { ...good, buckets: [bucketOf({ prefix: 'a//b' })] }, errors: { 'buckets[0].prefix': 'KeySegmentInvalid' } },
    { name: 'line break', input: { ...good, buckets: [bucketOf({ prefix: 'a\nb' })] }, errors: { 'buckets[0].prefix': 'KeyCharacterInvalid' } },
    { name: 'dynamic reference', input: { ...good, buckets: [bucketOf({ prefix: '{{resolve:ssm:x}}' })] }, errors: { 'buckets[0].prefix': 'KeyDynamicReference' } },
    { name: 'length of the prefix', input: { ...good, buckets: [bucketOf({ prefix: 'x'.repeat(1024) })] }, errors: { 'buckets[0].prefix': 'KeyTooLong' } },
    { name: 'mode', facts: FIVE.coactive.facts, input: { principalArn: ROLE_ARN, buckets: [bucketOf({ mode: 'write' })] }, errors: { 'buckets[0].mode': 'ModeNotSupported' } },
    { name: 'unknown mode', input: { ...good, buckets: [bucketOf({ mode: 'delete' })] }, errors: { 'buckets[0].mode': 'ValueTypeInvalid' }, construct: false },
    { name: 'key', input: { ...good, buckets: [bucketOf({ keyArn: KEY.replace(':key/', ':alias/') })] }, errors: { 'buckets[0].keyArn': 'ArnInvalid' } },
    { name: 'key pattern', input: { ...good, buckets: [bucketOf({ keyArn: KEY.replace(/[^/]*$/, '*') })] }, errors: { 'buckets[0].keyArn': 'ArnWildcard' } },
    {
      name: 'region of the key',
      input: { ...good, region: 'us-east-1', buckets: [bucketOf({ keyArn: KEY })] },
      errors: { 'buckets[0].keyArn': 'KmsKeyRegionMismatch' },
      // Who fills in a form says where the bucket lies; an import by name does not.
      construct: false,
    },
    { name: 'access twice', input: { ...good, buckets: [bucketOf({ prefix: 'a' }), bucketOf({ prefix: 'a/' })] }, errors: { 'buckets[1].bucketName': 'AccessDuplicate' } },
    {
      name: 'several fields',
      facts: FIVE.apperate.facts,
      input: {
        accountId: 'x',
        region: 'y',
        externalId: '!',
        principalArn: 'z',
        roleName: '/',
        buckets: [bucketOf({ bucketName: '', prefix: '/', mode: 'write', keyArn: 'k' }), bucketOf({ prefix: '..' })],
      },
      errors: {
        'accountId': 'AccountIdInvalid',
        'region': 'RegionInvalid',
        'externalId': 'ExternalIdFormat',
        'principalArn': 'ArnInvalid',
        'roleName': 'NameInvalid',
        'buckets[0].bucketName': 'BucketNameInvalid',
        'buckets[0].prefix': 'KeyLeadingSlash',
        'buckets[0].mode': 'ModeNotSupported',
        'buckets[0].keyArn': 'ArnInvalid',
        'buckets[1].prefix': 'KeySegmentInvalid',
      },
      construct: false,
    },
  ];

  test.each(cases)('fails: $name', ({ facts = custom, input, errors }) => {
    const result = checkSetup(facts, inputOf(input));
    expect(result.setup).toBeUndefined();
    const found = result.issues.map(({ field, code }) => [field, code]);
    expect(Object.fromEntries(found)).toEqual(errors);
    expect(found).toHaveLength(Object.keys(errors).length);
    result.issues.forEach((issue) => expect(detailOf(issue)).toMatch(/^received .+; ./));
  });

  test.each(cases.filter((one) => one.construct !== false))('fails: $name, by the same code as the construct', ({ facts = custom, input, errors }) => {
    const typed = inputOf(input);
    const given = (text: string) => (text === '' ? undefined : text);
    const make = () => {
      const principals = given(typed.principalArn) === undefined ? {} : { principals: [typed.principalArn] };
      const vendor = Vendor._known({ ...facts.vendor, ...principals } as any, facts.principalKind);
      return construct({
        accountId: typed.accountId,
        region: typed.region,
        externalId: given(typed.externalId),
        roleName: given(typed.roleName),
        buckets: typed.buckets.map(({ bucketName, prefix, mode, keyArn }) =>
          ({ bucketName, prefix: given(prefix), mode: given(mode) as any ?? offeredModes(facts.vendor.modes)[0], keyArn: given(keyArn) })),
      }, vendor);
    };
    const [code] = Object.values(errors);
    expect(make).toThrow(expect.objectContaining({ code }));
  });

  test('fails: a vendor that does not assume roles', () => {
    const facts = factsOf({ ...definitionOf('coactive'), accessMethods: ['bucketPolicy', 'accessKey'] as any });
    expect(checkSetup(facts, inputOf()).issues).toEqual([{ field: 'vendor', code: 'MethodNotSupported', received: '"Coactive"', remedy: 'it connects by bucketPolicy or accessKey only; if it can assume a role, add role to its accessMethods' }]);
  });

  test('fails: a definition that is wrong, and nothing else is said', () => {
    const facts = { ...custom, vendor: { ...custom.vendor, accounts: ['x'] } };
    expect(checkSetup(facts, inputOf({ accountId: '' })).issues.map(({ field, code }) => [field, code])).toEqual([
      ['accountId', 'AccountIdInvalid'], ['vendor.accounts[0]', 'AccountIdInvalid'],
    ]);
  });

  test('fails: more than IAM holds', () => {
    const facts = { ...custom, slots: 400 };
    const buckets = Array.from({ length: 400 }, (_, i) => bucketOf({ bucketName: `bucket-${i}`, prefix: `${i}/${'x'.repeat(300)}` }));
    expect(checkSetup(facts, inputOf({ ...good, buckets })).issues).toEqual([expect.objectContaining({ field: 'buckets', code: 'ManagedPoliciesExceeded' })]);
  });

  test('an error that is none of the input\'s is not swallowed', () => {
    expect(() => checkSetup(custom, undefined as any)).toThrow(TypeError);
    expect(() => checkSetup({ ...custom, vendor: { get name(): string { throw new RangeError('no'); } } }, inputOf())).toThrow(RangeError);
  });
});

test.each([
  ['Creative Force', 'creative-force-s3-access'],
  ['  Ünïversal!  ', 'n-versal-s3-access'],
  ['日本', 'vendor-s3-access'],
  [`${'a'.repeat(39)} b`, `${'a'.repeat(39)}-s3-access`],
  ['a'.repeat(100), `${'a'.repeat(40)}-s3-access`],
])('the role of %j is called %s', (vendor, name) => {
  expect(defaultRoleName(vendor)).toBe(name);
});
