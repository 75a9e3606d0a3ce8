import { CfnDynamicReference, CfnDynamicReferenceService, CfnMapping, CfnParameter, CfnParameterProps, CustomResource, Fn, Stack } from 'aws-cdk-lib';
import { Alias, IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { deployWith, expectLiteralPolicies, openParameters } from './support';
import { S3Access, S3AccessOptions, S3KeyScope, Vendor, VendorS3AccessRoleProps } from '../../src';
import { assume, Caller, KeyProbe } from '../support/caller';
import { Customer, VENDOR } from '../support/customer';
import { CUSTOMER, DeployedTemplate, REGION } from '../support/deployed-template';
import { EVERYTHING, simulate, withDefaults } from '../support/judge';
import { PolicyDocumentJson } from '../support/policy-document';
import { get, LEDGER, list, ORDERS, Probe, put } from '../support/probe';

/** What an operator may set a parameter to, who wants more than was declared. */
const HOSTILE = ['*', '**', 'acme-*', '?'.repeat(11), '${aws:PrincipalTag/x}', 'x/*', '../*', '{{resolve:ssm:/star:1}}', '{{{resolve:ssm:/star:1}}}', '${*}', '*/*', '"],"x":["'] as const;

/** Requests for what was never declared. */
const LOOT: readonly Probe[] = [
  get('payroll.csv'), get('secret/1'), put('payroll.csv'), list(), list(''), list('secret/'),
  get('1', { bucket: LEDGER }), get('in/1', { bucket: LEDGER }), put('in/1', { bucket: LEDGER }), list('', { bucket: LEDGER }), list('in/', { bucket: LEDGER }),
].map((probe) => ({ ...probe, context: { ...probe.context, 'aws:PrincipalTag/x': 'in' } }));

function parameter(stack: Stack, props?: CfnParameterProps): CfnParameter {
  return new CfnParameter(stack, 'Value', props);
}

/** Asks for everything that was not declared; the answer is always no. */
async function expectNoLoot(caller: Caller): Promise<void> {
  for (const probe of LOOT) {
    expect({ probe, verdict: await caller.request(probe) }).toEqual({ probe, verdict: 'denied' });
  }
}

/** Forms in which the value of a parameter gets into a declaration. */
const FORMS: ReadonlyArray<readonly [string, (stack: Stack) => string]> = [
  ['plain', (stack) => parameter(stack).valueAsString],
  ['with a pattern that lets in anything', (stack) => parameter(stack, { allowedPattern: '.+' }).valueAsString],
  ['with a pattern of any 3 to 63 characters', (stack) => parameter(stack, { allowedPattern: '^.{3,63}$' }).valueAsString],
  ['with allowed values, of which one is a wildcard', (stack) => parameter(stack, { allowedValues: ['acme-orders', ...HOSTILE] }).valueAsString],
  ['looked up in SSM', (stack) => parameter(stack, { type: 'AWS::SSM::Parameter::Value<String>' }).valueAsString],
  ['as an item of a list', (stack) => Fn.select(0, parameter(stack, { type: 'CommaDelimitedList' }).valueAsList)],
  ['cut out of a text', (stack) => Fn.select(1, Fn.split('|', `a|${parameter(stack).valueAsString}`))],
  ['joined', (stack) => Fn.join('', [parameter(stack).valueAsString, ''])],
  ['by its logical ID', (stack) => Fn.ref(stack.getLogicalId(parameter(stack)))],
];

const isList = (form: string) => form.includes('list');

describe.each(FORMS)('a bucket name that is a parameter, %s', (form, value) => {
  let customer: Customer;
  beforeAll(() => {
    customer = new Customer();
    customer.role([S3Access.readWrite(Bucket.fromBucketName(customer.stack, 'Named', value(customer.stack)), { wholeBucket: true })]);
  });

  test.each(HOSTILE)('opens no bucket of another name when set to %j', async (text) => {
    const template = customer.deploy({ parameters: { Value: isList(form) ? [text] : text } });
    await expectNoLoot(Caller.role(template));
  });

  test('opens the bucket that it names, and is warned of', async () => {
    const caller = Caller.role(customer.deploy({ parameters: { Value: isList(form) ? [ORDERS] : ORDERS } }));
    expect(await caller.request(get('payroll.csv'))).toBe('allowed');
    expect(await caller.request(get('payroll.csv', { bucket: LEDGER }))).toBe('denied');
    // What has no type says nothing of the parameter behind it; it is escaped all the same.
    expect(openParameters(customer.stack)).toHaveLength(form === 'by its logical ID' ? 0 : 1);
  });
});

describe.each(FORMS)('a folder that is a parameter, %s', (form, value) => {
  let customer: Customer;
  beforeAll(() => {
    customer = new Customer();
    customer.role([S3Access.readWrite(customer.orders, { prefixes: [value(customer.stack)] })]);
  });

  test.each(HOSTILE)('opens no other folder when set to %j', async (text) => {
    const template = customer.deploy({ parameters: { Value: isList(form) ? [text] : text } });
    await expectNoLoot(Caller.role(template));
    expectLiteralPolicies(template);
  });
});

/** Where else a name can come from, and the function in the template that would give it. */
const SOURCES: ReadonlyArray<readonly [string, (stack: Stack) => [name: string, key: string]]> = [
  ['another stack\'s export', () => [Fn.importValue('Name'), '{"Fn::ImportValue":"Name"}']],
  ['a custom resource', (stack) => {
    const resource = new CustomResource(stack, 'Custom', { serviceToken: `arn:aws:lambda:${REGION}:${CUSTOMER}:function:x` });
    return [resource.getAttString('Name'), '{"Fn::GetAtt":["Custom","Name"]}'];
  }],
  ['a mapping', (stack) => {
    new CfnMapping(stack, 'Map', { mapping: { first: { second: '*' } } });
    return [Fn.findInMap('Map', 'first', 'second'), '{"Fn::FindInMap":["Map","first","second"]}'];
  }],
  ['a condition', () => [Fn.conditionIf('C', '*', 'acme-*').toString(), '{"Fn::If":["C","*","acme-*"]}']],
  ['an attribute by logical ID', () => [Fn.getAtt('Other', 'Name').toString(), '{"Fn::GetAtt":["Other","Name"]}']],
];

describe.each(SOURCES)('a bucket name that comes from %s', (_, make) => {
  let customer: Customer;
  let key: string;
  beforeAll(() => {
    customer = new Customer();
    const [name, given] = make(customer.stack);
    key = given;
    customer.role([S3Access.readWrite(Bucket.fromBucketName(customer.stack, 'Named', name), { wholeBucket: true })]);
  });
  const deployed = (text: string) => Caller.role(deployWith(customer.stack, new Map([[key, text]])));

  test.each(HOSTILE)('and is %j, opens no other', async (text) => {
    await expectNoLoot(deployed(text));
  });

  test('and is a name, opens that', async () => {
    const caller = deployed(ORDERS);
    expect(await caller.request(get('payroll.csv'))).toBe('allowed');
    expect(await caller.request(get('payroll.csv', { bucket: LEDGER }))).toBe('denied');
  });
});

describe('a bucket ARN that is a parameter', () => {
  test('becomes no resource that IAM takes when set to a wildcard: it takes ARNs and "*" alone', () => {
    const customer = new Customer();
    customer.role([S3Access.readWrite(Bucket.fromBucketArn(customer.stack, 'Named', parameter(customer.stack).valueAsString), { prefixes: ['in'] })]);
    const template = customer.deploy({ parameters: { Value: '*' } });
    const resources = template.identityPolicies(template.id('AWS::IAM::Role')).flatMap(({ policy }) => policy.Statement.flatMap(({ Resource }) => Resource ?? []));
    expect(new Set(resources)).toEqual(new Set(['${*}', '${*}/in/*']));
  });

  test.each(['arn:aws:s3:::*', 'arn:aws:s3:::acme-*', `arn:aws:s3:::${LEDGER}*`, 'arn:aws:s3:::${aws:PrincipalTag/x}', 'arn:*:*:*:*:*'])('opens no other bucket when set to %j', async (text) => {
    const customer = new Customer();
    customer.role([S3Access.readWrite(Bucket.fromBucketArn(customer.stack, 'Named', parameter(customer.stack).valueAsString), { prefixes: ['in'] })]);
    expect(openParameters(customer.stack)).toHaveLength(1);
    await expectNoLoot(Caller.role(customer.deploy({ parameters: { Value: text } })));
  });
});

describe('a bucket name with constraints that keep wildcards out', () => {
  test.each<readonly [string, CfnParameterProps]>([
    ['a pattern', { allowedPattern: '[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]' }],
    ['allowed values', { allowedValues: [ORDERS, LEDGER] }],
  ])('is taken as it is, without a warning: %s', (_, props) => {
    const customer = new Customer();
    customer.role([S3Access.read(Bucket.fromBucketName(customer.stack, 'Named', parameter(customer.stack, props).valueAsString), { wholeBucket: true })]);
    expect(openParameters(customer.stack)).toEqual([]);
    expect(JSON.stringify(customer.deploy({ parameters: { Value: ORDERS } }).json)).not.toContain('Fn::Split');
  });
});

describe('the start of keys that is a parameter', () => {
  const build = (props: CfnParameterProps) => {
    const customer = new Customer();
    customer.role([S3Access.read(customer.orders, { keys: [S3KeyScope.startingWith(parameter(customer.stack, props).valueAsString)] })]);
    return customer;
  };

  test.each<readonly [string, CfnParameterProps]>([
    ['nothing', {}],
    ['a pattern that lets in an empty value', { allowedPattern: '[a-z]*' }],
    ['an empty value among those allowed', { allowedValues: ['in', ''] }],
  ])('would open the whole bucket when left empty, and is refused with %s', (_, props) => {
    expect(() => build(props)).toThrow(/^ScopeMissing .*access\[0\]\.keys\[0\]: received "<known at deployment>"; give Value a minLength, or an allowedPattern or allowedValues without an empty value; or begin with a character that is written out: an empty start is the whole bucket$/);
  });

  test('is refused with the names of those parameters alone that can cure it', () => {
    const start = (make: (value: (id: string, type?: string) => string) => string) => {
      const customer = new Customer();
      const value = (id: string, type?: string) => new CfnParameter(customer.stack, id, { type, default: 'x' }).valueAsString;
      customer.role([S3Access.read(customer.orders, { keys: [S3KeyScope.startingWith(make(value))] })]);
    };
    expect(() => start((value) => `${value('B')}${value('A')}`)).toThrow(/; give A and B a minLength, /);
    expect(() => start((value) => Fn.select(0, Fn.split('/', value('LookedUp', 'AWS::SSM::Parameter::Value<String>'))))).toThrow(/received "<known at deployment>"; begin with a character that is written out: an empty start is the whole bucket$/);
  });

  test('is worth a warning where it is looked up, for its constraints are on the name', () => {
    expect(openParameters(build({ type: 'AWS::SSM::Parameter::Value<String>', default: '/a', minLength: 1 }).stack)).toEqual([expect.stringContaining('looked up in SSM')]);
  });

  test('is refused at the end where it has lost the constraint that let it pass', () => {
    const customer = new Customer();
    const value = parameter(customer.stack, { minLength: 1 });
    customer.role([S3Access.read(customer.orders, { keys: [S3KeyScope.startingWith(value.valueAsString)] })]);
    value.minLength = 0;
    expect(() => customer.deploy({ parameters: { Value: '' } })).toThrow(/ValueChanged: access\[0\]\.keys\[0\]: /);
  });

  test.each<readonly [string, CfnParameterProps]>([
    ['a least length', { minLength: 1 }],
    ['a pattern that wants a character', { allowedPattern: '[a-z]+' }],
    ['allowed values', { allowedValues: ['in', 'out'] }],
  ])('cannot be left empty, and is not warned of, with %s', async (_, props) => {
    const customer = build(props);
    expect(openParameters(customer.stack)).toEqual([]);
    const caller = Caller.role(customer.deploy({ parameters: { Value: 'in' } }));
    expect(await caller.request(get('in-1'))).toBe('allowed');
    expect(await caller.request(get('payroll.csv'))).toBe('denied');
  });
});

describe('a KMS key', () => {
  const KEY = `arn:aws:kms:${REGION}:${CUSTOMER}:key/other`;
  const through: KeyProbe = { action: 'kms:Decrypt', keyArn: KEY, encryptionContext: `arn:aws:s3:::${ORDERS}/in/1` };
  const build = (props: CfnParameterProps, key: (stack: Stack, text: string) => IKey) => {
    const customer = new Customer();
    customer.role([S3Access.read(customer.orders, { prefixes: ['in'], encryptionKeys: [key(customer.stack, parameter(customer.stack, props).valueAsString)] })]);
    return customer;
  };
  const byId = (stack: Stack, text: string) => Key.fromKeyArn(stack, 'Key', `arn:aws:kms:${REGION}:${CUSTOMER}:key/${text}`);
  const delegating: PolicyDocumentJson = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${CUSTOMER}:root` }, Action: 'kms:*', Resource: '*' }],
  };
  const session = (template: DeployedTemplate) => {
    const role = template.id('AWS::IAM::Role');
    return new Caller(template.arn(role), template.identityPolicies(role), { bucketPolicy: () => undefined, keyPolicy: () => delegating });
  };

  test('whose ID is set to a wildcard is warned of; it opens other keys through S3 only, and for the declared places', async () => {
    const customer = build({}, byId);
    expect(openParameters(customer.stack)).toHaveLength(1);
    const caller = session(customer.deploy({ parameters: { Value: '*' } }));
    expect(await caller.use(through)).toBe('allowed');
    for (const narrowed of [{ viaService: null }, { viaService: 'ec2.eu-west-1.amazonaws.com' }, { encryptionContext: undefined }, { encryptionContext: `arn:aws:s3:::${ORDERS}/secret/1` }, { encryptionContext: `arn:aws:s3:::${LEDGER}/in/1` }]) {
      expect(await caller.use({ ...through, ...narrowed })).toBe('denied');
    }
  });

  test('with a pattern for its ID is not warned of', () => {
    expect(openParameters(build({ allowedPattern: '[0-9a-f-]{36}' }, byId).stack)).toEqual([]);
    expect(openParameters(build({ allowedPattern: '[^/]+' }, byId).stack)).toHaveLength(1);
  });

  test('by an alias that is set to a wildcard opens no key, for the alias is compared character by character', async () => {
    const customer = build({}, (stack, text) => Alias.fromAliasName(stack, 'Key', `alias/${text}`));
    const caller = session(customer.deploy({ parameters: { Value: '*' } }));
    expect(await caller.use({ ...through, aliases: ['alias/other'] })).toBe('denied');
    expect(await caller.use({ ...through, aliases: ['alias/*'] })).toBe('allowed');
  });
});

describe('trust that rests on parameters', () => {
  const principal = `arn:aws:iam::${VENDOR}:role/ingest`;
  const build = (props: (value: string) => Partial<VendorS3AccessRoleProps>, constraints: CfnParameterProps = { maxLength: 100 }) => {
    const customer = new Customer();
    customer.role([S3Access.read(customer.orders, { wholeBucket: true })], props(parameter(customer.stack, constraints).valueAsString));
    return customer;
  };

  test.each(['*', '??', 'k3J-*'])('an external ID of %j is just that text', async (text) => {
    const template = build((externalId) => ({ externalId })).deploy({ parameters: { Value: text } });
    expect(await assume(template, { principal, externalId: 'k3J-2f9a' })).toBe('denied');
    expect(await assume(template, { principal })).toBe('denied');
    expect(await assume(template, { principal, externalId: text })).toBe('allowed');
  });

  test.each(['*', `*${VENDOR}`, '?'.repeat(12)])('an account of %j lets in nobody', async (text) => {
    const customer = build((account) => ({ vendor: Vendor.account(account) }));
    expect(openParameters(customer.stack)).toHaveLength(1);
    const template = customer.deploy({ parameters: { Value: text } });
    expect(await assume(template, { principal, externalId: 'k3J-2f9a' })).toBe('denied');
  });

  // An exact comparison puts in variables, and IAM takes this one for what the caller sent.
  test.each<readonly [string, string, string, (value: string) => Partial<VendorS3AccessRoleProps>, RegExp]>([
    ['an external ID', '${sts:ExternalId}', 'sts:ExternalId', (externalId) => ({ externalId }), /^[\w+=,.@:/-]{2,1224}$/],
    ['an organization', '${aws:PrincipalOrgID}', 'aws:PrincipalOrgID', (organizationId) => ({ vendor: Vendor.account(VENDOR, { organizationId }) }), /^o-[a-z0-9]{10,32}$/],
  ])('%s of %s would equal anything, so it is warned of until a pattern keeps variables out', async (_, text, key, props, pattern) => {
    const open = build(props);
    expect(openParameters(open.stack)).toEqual([expect.stringContaining('give it an allowedPattern or allowedValues that keep out')]);
    const template = open.deploy({ parameters: { Value: text } });
    const request = { principal, action: 'sts:AssumeRole', resource: template.arn(template.id('AWS::IAM::Role')), owner: CUSTOMER, context: { 'sts:ExternalId': 'k3J-2f9a', [key]: 'anything' } };
    expect(await simulate({ identity: [EVERYTHING], resource: template.trustPolicy() }, withDefaults(request))).toBe('allowed');

    expect(openParameters(build(props, { allowedPattern: pattern.source, maxLength: 100 }).stack)).toEqual([]);
    expect(text).not.toMatch(pattern);
  });

  test('the owner of a bucket is warned of in the same way', () => {
    const build2 = (constraints: CfnParameterProps) => {
      const customer = new Customer();
      const owner = parameter(customer.stack, constraints).valueAsString;
      customer.role([S3Access.read(Bucket.fromBucketName(customer.stack, 'Theirs', 'theirs'), { wholeBucket: true, bucketOwner: owner })]);
      return customer.stack;
    };
    expect(openParameters(build2({}))).toHaveLength(1);
    expect(openParameters(build2({ allowedPattern: '\\d{12}' }))).toEqual([]);
  });
});

describe('what is looked up in place', () => {
  const inOptions = (options: (text: string, stack: Stack) => S3AccessOptions, text: (stack: Stack) => string) => {
    const customer = new Customer();
    return () => customer.role([S3Access.read(customer.orders, options(text(customer.stack), customer.stack))]);
  };
  const secret = () => new CfnDynamicReference(CfnDynamicReferenceService.SSM, 'star:1').toString();

  test.each<readonly [string, (text: string) => S3AccessOptions]>([
    ['a folder', (text) => ({ prefixes: [`in/${text}`] })],
    ['a start of keys', (text) => ({ keys: [S3KeyScope.startingWith(text)] })],
    ['a key', (text) => ({ keys: [S3KeyScope.object(text)] })],
    ['a variable', (tenant) => ({ keys: [S3KeyScope.template('{tenant}', { tenant })] })],
  ])('is refused in %s, as text and as a token', (_, options) => {
    expect(inOptions(options, secret)).toThrow(/^KeyDynamicReference /);
    expect(inOptions(options, () => '{{resolve:ssm:star:1}}')).toThrow(/^KeyDynamicReference /);
  });

  test('is refused where values of two variables make it up', () => {
    expect(inOptions(() => ({ keys: [S3KeyScope.template('{tenant}{date}', { tenant: '{{reso', date: 'lve:ssm:star:1}}' })] }), () => '')).toThrow(/^KeyDynamicReference /);
  });

  test.each(['{{', '{', '{{resolve', '{{re'])('is refused where a parameter after %j could complete it', (start) => {
    expect(inOptions((text) => ({ prefixes: [`in/${start}${text}`] }), (stack) => parameter(stack).valueAsString)).toThrow(/^KeyDynamicReference /);
    expect(inOptions((text) => ({ prefixes: [`in/${start}x`, text] }), (stack) => parameter(stack).valueAsString)).not.toThrow();
  });

  test('is refused where two parameters next to each other could make it up', () => {
    const two = (between: string) => (stack: Stack) => ['One', 'Two'].map((id) => new CfnParameter(stack, id, { maxLength: 64 }).valueAsString).join(between);
    expect(inOptions((text) => ({ prefixes: [`in/${text}`] }), two(''))).toThrow(/^KeyDynamicReference .* values next to each other/);
    expect(inOptions((text) => ({ prefixes: [`in/${text}`] }), two('resolve'))).toThrow(/^KeyDynamicReference /);
    expect(inOptions((text) => ({ prefixes: [`in/${text}`] }), two('/'))).not.toThrow();
  });

  test('is warned of in a bucket name', () => {
    const customer = new Customer();
    const named: IBucket = Bucket.fromBucketName(customer.stack, 'Named', secret());
    customer.role([S3Access.read(named, { wholeBucket: true })]);
    expect(openParameters(customer.stack)).toEqual([expect.stringContaining('access[0].bucket: the dynamic reference is looked up at deployment')]);
  });
});
