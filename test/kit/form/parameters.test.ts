import { OneClickExternalId, Vendor, Vendors } from '../../../src';
import { keepsOutHarm } from '../../../src/cdk/tokens/allowed-pattern';
import { checkBucketName, checkIamName, checkKeyArn, checkPrincipalArn } from '../../../src/policy/aws';
import { AccessError } from '../../../src/policy/base';
import { checkExternalId, compileScope, placeholderSpellings } from '../../../src/policy/grant';
import { TemplateJson } from '../../support/intrinsics';
import { ORDERS } from '../../support/probe';
import { EXTERNAL_ID, KEY, kitTemplate, objections } from '../stack/support';

const PRINCIPAL = 'arn:aws:iam::222233334444:role/hotglue';

const BUCKET = { BucketName: ORDERS, Prefix: '*' };

/** With every parameter there is: hotglue's principal is entered. */
let json: TemplateJson & Record<string, any>;
beforeAll(() => {
  json = kitTemplate(Vendors.hotglue(), { slots: 2 });
});

const accepts = (parameter: string, value: string) =>
  !objections(json, { ...BUCKET, ExternalId: EXTERNAL_ID, [parameter]: value }).includes(parameter);

function passes(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch (e) {
    if (e instanceof AccessError) {
      return false;
    }
    throw e;
  }
}

const LONG = 'a'.repeat(256);

/** Values, whether they are taken, and the core's check of the same. */
const PARAMETERS: Record<string, { core?: (value: string) => unknown; taken: string[]; refused: string[]; stricter?: string[] }> = {
  BucketName: {
    core: (value) => checkBucketName(value, 'bucketName'),
    taken: ['abc', 'acme-orders', 'a.b.c', '0a9', 'a'.repeat(63)],
    refused: ['', 'ab', 'a'.repeat(64), 'Acme', 'a_b', '-ab', 'ab-', '.ab', 'ab.', 'a..b', 'a*b', 'a?b', '${a}', 'a/b', 's3://abc', 'a b', 'abc\n', 'ä-b'],
  },
  Prefix: {
    core: (value) => compileScope({ kind: 'folder', path: value }, {}, 'prefix'),
    taken: ['a', 'raw', 'a/b/c', '.a', '..a', 'a.', '...', '.a/..b', 'dt=2025-01-01/h=0', 'a b/c', LONG, '!#%&\'()+,.:;=@_~-', 'raw/{x'.replace('{', '(')],
    refused: ['/a', 'a//b', '.', '..', 'a/.', 'a/..', './a', '../a', 'a/./b', 'a/../b', '/', '//', 'a\nb', 'a\u0000b', 'a\n'],
    // A template cannot escape them; and what the core takes beside is rare.
    stricter: ['a/', 'a*', '*a', '**', '*/*', '* ', 'a?', '$', '${aws:username}', '{a}', 'a}', 'a"b', 'a\\b', 'ä', 'a<b', `${LONG}a`, 'a[b]', 'a|b', 'a^b', 'a`b'],
  },
  KmsKeyArn: {
    core: (value) => checkKeyArn(value, 'keyArn'),
    taken: [KEY, KEY.replace('1234abcd-', 'mrk-'), KEY.replace('arn:aws:', 'arn:aws-us-gov:').replace('eu-west-1', 'us-gov-west-1')],
    refused: [
      KEY.replace('key/', 'alias/'), 'alias/orders', '1234abcd-12ab-34cd-56ef-1234567890ab', KEY.replace(/[^/]*$/, '*'), KEY.replace('111122223333', '*'),
      KEY.replace('eu-west-1', ''), KEY.replace('eu-west-1', 'eu*'), `${KEY}\n`, `${KEY},${KEY}`, KEY.replace('kms', 's3'),
    ],
  },
  ExternalId: {
    core: (value) => checkExternalId(value, 'externalId'),
    taken: ['ab', 'a_b+c=d,e.f@g:h/i-j', 'A1'.repeat(400)],
    refused: ['a', 'a b', '<id>', 'ab\n', '${sts:ExternalId}', 'a*', 'ab?', 'ä1', 'a"b', 'a\\b'],
  },
  RoleName: {
    core: (value) => checkIamName(value, 64, 'roleName'),
    taken: ['a', 'My_role+=,.@-1', 'r'.repeat(64)],
    refused: ['a/b', 'a b', 'r'.repeat(65), 'a*', 'a\n'],
  },
  VendorPrincipalArn: {
    core: (value) => checkPrincipalArn(value, 'any', 'principalArn'),
    taken: [PRINCIPAL, 'arn:aws:iam::222233334444:user/a/b/c', 'arn:aws-cn:iam::222233334444:role/x'],
    refused: [
      '*', 'arn:aws:iam::222233334444:root', '222233334444', 'arn:aws:iam::222233334444:role/*', 'arn:aws:iam::*:role/a', 'arn:aws:iam::222233334444:role/',
      'arn:aws:sts::222233334444:assumed-role/a/b', 'arn:aws:iam::222233334444:group/a', 'arn:aws:iam::22223333444:role/a', `${PRINCIPAL}\n`,
      'arn:aws-moon:iam::222233334444:role/x', 'arn:aws:iam::222233334444:role//a', `arn:aws:iam::222233334444:role/${'n'.repeat(65)}`,
    ],
  },
  PermissionsBoundaryArn: {
    taken: ['arn:aws:iam::111122223333:policy/boundary', 'arn:aws:iam::aws:policy/job-function/DataScientist'],
    refused: ['boundary', 'arn:aws:iam::111122223333:role/a', 'arn:aws:iam::111122223333:policy/*', 'arn:aws:iam::111122223333:policy/'],
  },
};

describe.each(Object.entries(PARAMETERS))('the parameter %s', (name, { core, taken, refused, stricter = [] }) => {
  test.each(taken)('takes %j', (value) => {
    expect(accepts(name, value)).toBe(true);
    expect(core === undefined || passes(() => core(value))).toBe(true);
  });

  test.each(refused)('refuses %j', (value) => {
    expect(accepts(name, value)).toBe(false);
    expect(core !== undefined && passes(() => core(value))).toBe(false);
  });

  if (stricter.length > 0) {
    test.each(stricter)('refuses %j, which the construct would escape', (value) => {
      expect(accepts(name, value)).toBe(false);
      expect(passes(() => core!(value))).toBe(true);
    });
  }

  test('lets nothing through that means something to a policy or a template', () => {
    // The word for the whole bucket reaches no policy.
    expect(keepsOutHarm(json.Parameters![name].AllowedPattern!.replace('(?:[*]|', '(?:'))).toBe(true);
    for (const harm of ['*', '?', '$', '{', '}', '"', '\\', '\u0001', '\n', '\u00e4']) {
      [`a${harm}b`, `${harm}b`, `a${harm}`, harm + harm].forEach((value) => expect(accepts(name, value)).toBe(false));
    }
  });

  test('says what to do', () => {
    const { ConstraintDescription } = json.Parameters![name] as { ConstraintDescription?: string };
    expect(ConstraintDescription).toMatch(/^(Give|Use) /);
  });
});

test('what reads the patterns in another language reads them alike', () => {
  const patterns = Object.values(json.Parameters!).flatMap(({ AllowedPattern }) => AllowedPattern ?? []);
  expect(patterns).not.toEqual([]);
  patterns.forEach((pattern) => expect(pattern).not.toMatch(/\\|\(\?[^:!]|[*+?]\+|\[[^\]]*(\[|&&)/));
});

test.each(['KmsKeyArn', 'RoleName', 'PermissionsBoundaryArn', 'BucketName2', 'Prefix2', 'KmsKeyArn2', 'VendorPrincipalArn', 'ExternalId'])('%s may stay empty', (name) => {
  expect(json.Parameters![name].Default).toBe('');
  expect(accepts(name, '')).toBe(true);
});

test('the folder of the first bucket has no default, and its word for the whole bucket is the only one', () => {
  expect(json.Parameters!.Prefix.Default).toBeUndefined();
  expect(accepts('Prefix', '*')).toBe(true);
});

test('the name of the first bucket and its folder must be given, and the external ID where the vendor is known', () => {
  expect(objections(json, {})).toEqual(['BucketName', 'Prefix']);
  expect(objections(kitTemplate(Vendors.cloudglue()), BUCKET)).toEqual(['ExternalId']);
  expect(objections(kitTemplate(Vendors.cloudglue()), { ...BUCKET, ExternalId: '' })).toEqual(['ExternalId']);
  expect(objections(kitTemplate(Vendors.cloudglue(), { externalId: OneClickExternalId.STACK_ID }), BUCKET)).toEqual([]);
});

test.each([
  ['all modes', Vendors.hotglue(), ['read', 'write', 'readWrite']],
  ['some modes', Vendor.fromDefinition({ name: 'V', accounts: ['999988887777'], modes: ['readWrite', 'write'] as any }), ['write', 'readWrite']],
])('a vendor with %s lets the customer choose, the narrowest first', (_, vendor, modes) => {
  const { AccessMode } = kitTemplate(vendor).Parameters!;
  expect(AccessMode).toMatchObject({ Default: modes[0], AllowedValues: modes });
});

test('a vendor with a fixed role name, an own principal or no external ID asks for none of them', () => {
  const names = (vendor: Vendor) => Object.keys(kitTemplate(vendor).Parameters!);
  expect(names(Vendors.cloudglue())).toEqual(['ExternalId', 'BucketName', 'Prefix', 'AccessMode', 'KmsKeyArn', 'PermissionsBoundaryArn']);
  expect(names(Vendors.coactive({ roleArn: PRINCIPAL }))).toEqual(['BucketName', 'Prefix', 'AccessMode', 'KmsKeyArn', 'RoleName', 'PermissionsBoundaryArn']);
});

test('a vendor\'s kind of principal and partition narrow its parameter', () => {
  const user = kitTemplate(Vendors.apperate());
  expect(objections(user, { ...BUCKET, ExternalId: EXTERNAL_ID, VendorPrincipalArn: PRINCIPAL })).toEqual(['VendorPrincipalArn']);
  const chinese = kitTemplate(Vendor.fromDefinition({ name: 'V', partition: 'aws-cn' }));
  expect(objections(chinese, { ...BUCKET, ExternalId: EXTERNAL_ID, VendorPrincipalArn: PRINCIPAL })).toEqual(['VendorPrincipalArn']);
  expect(objections(chinese, { ...BUCKET, ExternalId: EXTERNAL_ID, VendorPrincipalArn: PRINCIPAL.replace('aws', 'aws-cn') })).toEqual([]);
});

test('every parameter stands in one group of the console, with a label', () => {
  const { ParameterGroups, ParameterLabels } = json.Metadata['AWS::CloudFormation::Interface'];
  const names = Object.keys(json.Parameters!);
  expect(ParameterGroups.flatMap(({ Parameters }: { Parameters: string[] }) => Parameters)).toEqual(names);
  expect(Object.keys(ParameterLabels)).toEqual(names);
  expect(ParameterGroups.map(({ Label }: { Label: { default: string } }) => Label.default)).toEqual(['hotglue', 'Bucket', 'Bucket 2 (optional)', 'Role (optional)']);
});

describe('rules', () => {
  const known = { ...BUCKET, ExternalId: EXTERNAL_ID };

  test.each<[string, Record<string, string>, string[]]>([
    ['a principal with an external ID', { ...known, VendorPrincipalArn: PRINCIPAL }, []],
    ['a principal without an external ID', { ...BUCKET, VendorPrincipalArn: PRINCIPAL }, ['PrincipalNeedsExternalId']],
    ['neither yet', BUCKET, []],
    ['a bucket without a folder', { ...known, Prefix: '' }, ['BucketHasFolder']],
    ['a bucket in a folder', { ...known, Prefix: 'raw' }, []],
    ['an external ID alone', known, []],
    ['a placeholder', { ...known, ExternalId: 'YOUR_EXTERNAL_ID' }, ['ExternalIdIsNoPlaceholder']],
    ['a placeholder in another spelling', { ...known, ExternalId: 'yourExternalId' }, ['ExternalIdIsNoPlaceholder']],
    ['more than a placeholder', { ...known, ExternalId: 'your-external-id-2' }, []],
    ['a second bucket with all that belongs to it', { ...known, BucketName2: 'acme-two', Prefix2: 'a', AccessMode2: 'write', KmsKeyArn2: KEY }, []],
    ['a second bucket as a whole', { ...known, BucketName2: 'acme-two', Prefix2: '*' }, []],
    ['a second bucket without a folder', { ...known, BucketName2: 'acme-two' }, ['BucketHasFolder2']],
    ['two buckets without a folder', { ...known, Prefix: '', BucketName2: 'acme-two' }, ['BucketHasFolder', 'BucketHasFolder2']],
    ['a second bucket without a folder, with all else that belongs to it', { ...known, BucketName2: 'acme-two', AccessMode2: 'write', KmsKeyArn2: KEY }, ['BucketHasFolder2']],
    ['a folder without a bucket', { ...known, Prefix2: 'a' }, ['BucketHasFolder2']],
    ['the word for the whole bucket without a bucket', { ...known, Prefix2: '*' }, ['BucketHasFolder2']],
    ['a mode without a bucket', { ...known, AccessMode2: 'write' }, ['BucketHasFolder2']],
    ['the default mode without a bucket', { ...known, AccessMode2: 'read' }, []],
    ['a key without a bucket', { ...known, KmsKeyArn2: KEY }, ['BucketHasFolder2']],
  ])('%s', (_, parameters, broken) => {
    expect(objections(json, parameters)).toEqual(broken);
  });

  test('name no more than parameters', () => {
    const text = JSON.stringify(json.Rules);
    const refs = [...text.matchAll(/\{"Ref":"([^"]*)"\}/g)].map(([, name]) => name);
    expect(refs.filter((name) => !(name in json.Parameters!))).toEqual([]);
    expect([...text.matchAll(/"(Fn::\w+)"/g)].map(([, name]) => name).filter((name) => !['Fn::And', 'Fn::Contains', 'Fn::Equals', 'Fn::Not', 'Fn::Or'].includes(name))).toEqual([]);
  });

  test('all spellings of placeholders are such to the core, and to nobody\'s surprise', () => {
    const spellings = placeholderSpellings();
    expect(spellings).toEqual(expect.arrayContaining(['your-external-id', 'EXTERNAL_ID', 'externalId', 'changeme'.replace('m', '-m'), 'todo', 'TODO']));
    expect(new Set(spellings).size).toBe(spellings.length);
    spellings.forEach((spelling) => expect(() => checkExternalId(spelling, 'externalId')).toThrow(/ExternalIdPlaceholder/));
  });
});
