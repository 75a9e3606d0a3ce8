import { App, CfnParameter, CfnResource, Fn, Lazy, NestedStack, Stack, Stage, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket, CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { expectRefusal, VENDOR } from './support';
import { S3Access, S3AccessMode, S3AccessOptions, S3KeyScope, Vendor, VendorS3AccessRole, VendorS3AccessRoleProps } from '../../src';
import { Caller } from '../support/caller';
import { Customer, session } from '../support/customer';
import { CUSTOMER, DeployedTemplate, REGION } from '../support/deployed-template';
import { get, list, put } from '../support/probe';
import { scenario } from '../support/scenario';

const ENV = { account: CUSTOMER, region: REGION };

function role(scope: Construct, access: S3Access[], props: Partial<VendorS3AccessRoleProps> = {}): VendorS3AccessRole {
  return new VendorS3AccessRole(scope, 'Access', { vendor: Vendor.account(VENDOR), externalId: 'k3J-2f9a', access, ...props });
}

/** Two buckets whose names in the tree look alike, or become so once characters are taken out. */
const ALIKE: ReadonlyArray<readonly [string, (stack: Stack) => [Bucket, Bucket]]> = [
  ['A/B and AB', (stack) => [new Bucket(new Construct(stack, 'A'), 'B'), new Bucket(stack, 'AB')]],
  ['A-B and AB', (stack) => [new Bucket(stack, 'A-B'), new Bucket(stack, 'AB')]],
  ['A_B and AB', (stack) => [new Bucket(stack, 'A_B'), new Bucket(stack, 'AB')]],
  ['A--B, as a slash is spelled, and A/B', (stack) => [new Bucket(stack, 'A/B'), new Bucket(new Construct(stack, 'A'), 'B')]],
  ['A/Default and A/Resource', (stack) => {
    const a = new Construct(stack, 'A');
    return [new Bucket(a, 'Default'), new Bucket(a, 'Bucket')];
  }],
  ['letters in other case', (stack) => [new Bucket(stack, 'orders'), new Bucket(stack, 'Orders')]],
  ['letters composed and decomposed', (stack) => [new Bucket(stack, 'caf\u00e9'), new Bucket(stack, 'cafe\u0301')]],
  ['an ID like a part of a reference', (stack) => [new Bucket(stack, 'x_2f_y'), new Bucket(new Construct(stack, 'x'), 'y')]],
  ['IDs that join alike', (stack) => [new Bucket(new Construct(stack, 'AB'), 'C'), new Bucket(new Construct(stack, 'A'), 'BC')]],
  ['a logical ID that is overridden', (stack) => {
    const [one, other] = [new Bucket(stack, 'One'), new Bucket(stack, 'Other')];
    (one.node.defaultChild as CfnBucket).overrideLogicalId('Swapped');
    return [one, other];
  }],
];

describe.each(ALIKE)('buckets named alike: %s', (_, make) => {
  test('are told apart: reading one is not writing to the other', async () => {
    const stack = new Stack(new App(), 'Stack', { env: ENV });
    const [first, second] = make(stack);
    role(stack, [S3Access.read(first, { wholeBucket: true }), S3Access.write(second, { wholeBucket: true })]);
    const template = DeployedTemplate.of(stack);
    const [one, other] = [first, second].map((bucket) => template.ref(stack.resolve((bucket.node.defaultChild as CfnResource).logicalId) as string));
    expect(one).not.toBe(other);
    const caller = Caller.role(template);
    expect(await Promise.all([get('1', { bucket: one }), put('1', { bucket: other })].map((probe) => caller.request(probe)))).toEqual(['allowed', 'allowed']);
    expect(await Promise.all([put('1', { bucket: one }), get('1', { bucket: other })].map((probe) => caller.request(probe)))).toEqual(['denied', 'denied']);
  });
});

/** Names of resources in the role's policies, in the words of its template. */
function resources(stack: Stack): string {
  return JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
}

describe('one logical ID in several stacks', () => {
  test('names the bucket of each', () => {
    const app = new App();
    const [one, other, own] = ['One', 'Other', 'Own'].map((id) => new Stack(app, id, { env: ENV }));
    const [first, second] = [one, other].map((stack) => new Bucket(stack, 'Data'));
    role(own, [S3Access.read(first, { wholeBucket: true }), S3Access.write(second, { wholeBucket: true })]);
    app.synth();
    const policies = resources(own);
    // A feature flag of newer versions lets one stack read the outputs of another by their names.
    expect(policies).toMatch(/"Action":"s3:GetObject","Resource":\{"Fn::Join":\["",\[\{"Fn::(ImportValue":"One:|GetStackOutput":\{"StackName":"One")/);
    expect(policies).toMatch(/"s3:PutObject"\],"Resource":\{"Fn::Join":\["",\[\{"Fn::(ImportValue":"Other:|GetStackOutput":\{"StackName":"Other")/);
  });

  test('names the bucket of each nested stack', () => {
    const parent = new Stack(new App(), 'Parent', { env: ENV });
    const nested = ['One', 'Other'].map((id) => new NestedStack(parent, id));
    const [first, second] = nested.map((stack) => new Bucket(stack, 'Data'));
    role(parent, [S3Access.read(first, { wholeBucket: true }), S3Access.write(second, { wholeBucket: true })]);
    const policies = resources(parent);
    expect(policies).toMatch(/"Action":"s3:GetObject","Resource":\{"Fn::Join":\["",\[\{"Fn::GetAtt":\["OneNested/);
    expect(policies).toMatch(/"s3:PutObject"\],"Resource":\{"Fn::Join":\["",\[\{"Fn::GetAtt":\["OtherNested/);
  });

  test.each([['stages', (app: App, id: string) => new Stage(app, id)], ['apps', () => new App()]] as const)('of several %s ends in the CDK\'s own refusal, and never in the wrong bucket', (_, scope) => {
    const app = new App();
    const [own, other] = ['One', 'Two'].map((id) => new Stack(scope(app, id), 'Stack'));
    const [first, second] = [own, other].map((stack) => new Bucket(stack, 'Data'));
    role(own, [S3Access.read(first, { wholeBucket: true }), S3Access.write(second, { wholeBucket: true })]);
    expect(() => Template.fromStack(own)).toThrow(/across apps|stage|cross-stage|Stage/i);
  });
});

describe('a parameter and a bucket of one name', () => {
  test('are told apart', async () => {
    const customer = new Customer();
    const scope = new Construct(customer.stack, 'Named');
    const parameter = new CfnParameter(scope, 'Orders', { allowedPattern: '[a-z-]+' });
    const named = Bucket.fromBucketName(customer.stack, 'Import', parameter.valueAsString);
    customer.role([S3Access.read(customer.orders, { wholeBucket: true }), S3Access.write(named, { wholeBucket: true })]);
    const caller = Caller.role(customer.deploy({ parameters: { [customer.stack.getLogicalId(parameter)]: 'acme-results' } }));
    expect(await caller.request(put('1', { bucket: 'acme-results' }))).toBe('allowed');
    expect(await caller.request(put('1'))).toBe('denied');
    expect(await caller.request(get('1', { bucket: 'acme-results' }))).toBe('denied');
  });

  test('two parameters that differ in their case only are told apart', async () => {
    const customer = new Customer();
    const named = ['name', 'Name'].map((id) => Bucket.fromBucketName(customer.stack, `Import${id}`, new CfnParameter(customer.stack, id, { allowedPattern: '[a-z-]+' }).valueAsString));
    customer.role([S3Access.read(named[0], { wholeBucket: true }), S3Access.write(named[1], { wholeBucket: true })]);
    const caller = Caller.role(customer.deploy({ parameters: { name: 'acme-a', Name: 'acme-b' } }));
    expect(await caller.request(get('1', { bucket: 'acme-a' }))).toBe('allowed');
    expect(await caller.request(get('1', { bucket: 'acme-b' }))).toBe('denied');
  });
});

describe('a value that is made up to look like another', () => {
  const imported = (stack: Stack, arn: string): IBucket => Bucket.fromBucketArn(stack, 'Imported', arn);

  const FORGED = { 'construct path': 'Stack/Orders/Resource', 'attribute': 'Arn' };

  test.each<readonly [string, () => string]>([
    ['as a token', () => Token.asString(FORGED)],
    ['as a lazy token', () => Lazy.string({ produce: () => FORGED as never })],
    ['within a function', () => Fn.join('', [Token.asString(FORGED), ''])],
  ])('as the library itself writes down a reference is refused, %s', (_, arn) => {
    const customer = new Customer();
    expectRefusal('ValueTypeInvalid', () => customer.role([S3Access.read(customer.orders, { wholeBucket: true }), S3Access.write(imported(customer.stack, arn()), { wholeBucket: true })]));
  });

  test.each<readonly [string, (stack: Stack, orders: IBucket) => string]>([
    ['a token with the path of a bucket in it', () => Token.asString({ path: 'Stack/Orders/Resource', attribute: 'Arn' })],
    ['a function over parts of it', () => Fn.join('', ['arn:aws:s3:::', Fn.ref('Other')])],
    ['a list with it', (_, orders) => Fn.select(0, [Fn.join(',', [orders.bucketArn, 'x'])])],
  ])('is another value: %s', (_, arn) => {
    const customer = new Customer();
    const later = imported(customer.stack, arn(customer.stack, customer.orders));
    customer.role([S3Access.read(customer.orders, { wholeBucket: true }), S3Access.write(later, { wholeBucket: true })]);
    const statements = Object.values(Template.fromStack(customer.stack).findResources('AWS::IAM::Policy'))
      .flatMap((policy) => policy.Properties.PolicyDocument.Statement as Array<{ Action: string | string[]; Resource: unknown }>);
    const orders = customer.stack.resolve(customer.orders.bucketArn) as unknown;
    const objects = JSON.stringify({ 'Fn::Join': ['', [orders, '/*']] });
    const writable = statements.filter(({ Action }) => [Action].flat().includes('s3:PutObject'));
    expect(writable).toHaveLength(1);
    expect(JSON.stringify(writable[0].Resource)).not.toBe(objects);
  });
});

describe('role names', () => {
  test('are taken once in a stack, whatever their case', () => {
    const stack = new Stack(new App(), 'Test');
    const bucket = new Bucket(stack, 'Bucket');
    role(stack, [S3Access.read(bucket, { wholeBucket: true })], { roleName: 'vendor' });
    expectRefusal('RoleNameTaken', () => role(new Construct(stack, 'Second'), [S3Access.read(bucket, { wholeBucket: true })], { roleName: 'Vendor' }));
    expectRefusal('NameInvalid', () => role(new Construct(stack, 'Third'), [S3Access.read(bucket, { wholeBucket: true })], { roleName: 'vend\u00f6r' }));
  });

  test('may be taken again in another stage, for which account that is only the deployment knows, but not in another stack', () => {
    const app = new App();
    const stacks = ['One', 'Other'].map((id) => {
      const stack = new Stack(new Stage(app, id), 'Test');
      role(stack, [S3Access.read(new Bucket(stack, 'Bucket'), { wholeBucket: true })], { roleName: 'vendor' });
      return stack;
    });
    const names = (stack: Stack) => Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role')).map(({ Properties }) => Properties.RoleName as unknown);
    expect(stacks.map(names)).toEqual([['vendor'], ['vendor']]);
    const third = new Stack(stacks[0].node.scope!, 'Third');
    expectRefusal('RoleNameTaken', () => role(third, [S3Access.read(new Bucket(third, 'Bucket'), { wholeBucket: true })], { roleName: 'vendor' }));
  });

  test('of a definition cannot be exchanged, and neither can exports be shared', () => {
    const vendor = Vendor.fromDefinition({ name: 'Evil', accounts: [VENDOR], roleName: 'Admin', exportOutputs: true });
    const stack = new Stack(new App(), 'Test');
    const bucket = new Bucket(stack, 'Bucket');
    expectRefusal('RoleNameFixed', () => role(stack, [S3Access.read(bucket, { wholeBucket: true })], { vendor, roleName: 'mine' }));
    role(new Construct(stack, 'Second'), [S3Access.read(bucket, { wholeBucket: true })], { vendor });
    expectRefusal('RoleNameTaken', () => role(new Construct(stack, 'Third'), [S3Access.read(bucket, { wholeBucket: true })], { vendor }));
    const other = Vendor.fromDefinition({ name: 'Evil', accounts: [VENDOR], exportOutputs: true });
    expectRefusal('OutputsConflict', () => role(new Construct(stack, 'Fourth'), [S3Access.read(bucket, { wholeBucket: true })], { vendor: other }));
  });
});

describe('a definition that claims what is not the vendor\'s', () => {
  const claim = (account: string, extra: string[] = []) => Vendor.fromDefinition({
    name: 'Evil', accounts: [VENDOR, ...extra], companionBuckets: [{ bucketName: 'acme-ledger', ownerAccount: account, mode: S3AccessMode.READ_WRITE, wholeBucket: true }],
  });

  test('is refused where the claimed account is none of its own', () => {
    expectRefusal('CompanionOwnerInvalid', () => claim(CUSTOMER));
  });

  test('is refused where the stack lies in the claimed account', () => {
    const customer = new Customer();
    expectRefusal('CompanionOwnerInvalid', () => customer.role([S3Access.read(customer.orders, { wholeBucket: true })], { vendor: claim(CUSTOMER, [CUSTOMER]) }));
  });

  // Nobody knows at synth that the stack will be deployed in the account that the vendor calls its own.
  test.each([
    ['by number', CUSTOMER],
    ['as a function', Fn.sub('${AWS::AccountId}')],
  ])('opens nothing in the customer\'s account where that is known only at deployment: %s', async (_, account) => {
    const customer = new Customer({}, {} as never);
    customer.role([S3Access.read(customer.orders, { wholeBucket: true })], { vendor: claim(account, [account]) });
    const caller = Caller.role(customer.deploy());
    for (const probe of [get('1', { bucket: 'acme-ledger' }), put('1', { bucket: 'acme-ledger' }), list('', { bucket: 'acme-ledger' })]) {
      expect(await caller.request(probe)).toBe('denied');
    }
    expect(await caller.request(get('1'))).toBe('allowed');
  });

  test('leaves an honest vendor its own bucket, in a stack for any account', async () => {
    const customer = new Customer({}, {} as never);
    customer.role([S3Access.read(customer.orders, { wholeBucket: true })], { vendor: claim(VENDOR) });
    const template = customer.deploy();
    const theirs = { Version: '2012-10-17' as const, Statement: [{ Effect: 'Allow' as const, Principal: '*' as never, Action: 's3:*', Resource: ['arn:aws:s3:::acme-ledger', 'arn:aws:s3:::acme-ledger/*'] }] };
    const id = template.id('AWS::IAM::Role');
    const caller = new Caller(template.arn(id), template.identityPolicies(id), { bucketPolicy: () => theirs, keyPolicy: () => undefined });
    expect(await caller.request(put('1', { bucket: 'acme-ledger', owner: VENDOR }))).toBe('allowed');
    expect(await caller.request(put('1', { bucket: 'acme-ledger', owner: '444455556666' }))).toBe('denied');
  });
});

describe('keys that read alike', () => {
  scenario('other case, other forms and invisible letters', () => session('read', { prefixes: ['raw/caf\u00e9', 'so\u00adft'] }), {
    allows: [get('raw/caf\u00e9/1'), get('so\u00adft/1'), list('so\u00adft/')],
    refuses: [
      get('RAW/CAF\u00c9/1', { note: 'in capitals' }), get('raw/cafe\u0301/1', { note: 'decomposed' }), get('raw/cafe/1'), get('soft/1', { note: 'without the hyphen' }),
      get('raw/caf\u00e8/1'), list('soft/'),
    ],
  });

  test.each(['cafe\u0301', 'in\uff0a', 'in\u2215x', '\u0430cme'])('beyond U+00FF are refused: %j', (path) => {
    const refused = (options: S3AccessOptions) => expectRefusal('KeyCharacterInvalid', () => session('read', options));
    refused({ prefixes: [path] });
    refused({ keys: [S3KeyScope.startingWith(path)] });
  });
});
